#ifndef LAMP_H
#define LAMP_H
#define LAMP_WIDTH 120   /* pixels */
#define LAMP_HEIGHT 300  /* pixels */
#define LAMP_DEPTH 40    /* pixels */
#endif
