/* A graphics card that can be lost: preloaded, it has EGL's contexts say that they are, as the file that KIOSK_CARD names
   wants it. "2": two of them, one after the other; what is made then draws. "gone": every one, for ever.

   gcc -shared -fPIC -O2 -o mortal_card.so mortal_card.c -ldl */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { NO_ERROR = 0, UNKNOWN_CONTEXT_RESET = 0x8255 };
typedef void (*any_function)(void);

static unsigned reset_status(void) {
    static int told;
    char words[16] = {0};
    const char *name = getenv("KIOSK_CARD");
    int file = name ? open(name, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0)
        return NO_ERROR;
    if (read(file, words, sizeof words - 1) < 0)
        words[0] = 0;
    close(file);
    if (!strncmp(words, "gone", 4))
        return UNKNOWN_CONTEXT_RESET;
    if (told >= atoi(words))
        return NO_ERROR;
    told++;
    return UNKNOWN_CONTEXT_RESET;
}

any_function eglGetProcAddress(const char *name) {
    static any_function (*real)(const char *);
    if (!real) /* the plugin that draws has loaded it for itself alone */
        real = (any_function(*)(const char *))dlsym(dlopen("libEGL.so.1", RTLD_LAZY), "eglGetProcAddress");
    return strstr(name, "GetGraphicsResetStatus") ? (any_function)reset_status : real(name);
}
