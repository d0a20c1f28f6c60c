/*
** Something else: an open kite
*/
typedef struct kite kite;

/*
** Result Codes
**
** Functions return one of these:
*/
#define KITE_OK       0   /* It flies */
#define KITE_BUSY     5   /* Somebody
                            * flies it */
#define KITE_WET     0x10L /**< It is wet */
#define KITE_SMALL   18   /* It is too small */
