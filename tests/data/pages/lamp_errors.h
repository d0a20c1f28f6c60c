/* Error codes of the lamp library. */
#ifndef LAMP_ERRORS_H
#define LAMP_ERRORS_H

#define LAMP_OK            0     /* No error */
#define LAMP_E_NO_OIL      1001  /* There is no oil in the lamp */
#define LAMP_E_WIND        1002  /* The wind blew
                                    the lamp out */
#define LAMP_E_WET         0x3EB // The wick is wet
/** The lamp was stolen. */
#define LAMP_E_STOLEN      (-7)
#define LAMP_MAX_NAME      256

typedef enum {
    LAMP_ERR_GLASS = 2001, /*!< The glass is broken */
    LAMP_ERR_HANDLE,       /**< The handle is missing */
    LAMP_ERR_LAST
} lamp_err_t;

#endif
