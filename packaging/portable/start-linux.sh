#!/bin/sh
# Starts Kiosk Gallery from where this file lies, with the exhibition that lies beside it.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P)
program=$here/linux

if ! wrong=$(sh "$program/check-system.sh" "$program" 2>&1); then
    echo "$wrong" >&2
    if [ ! -t 2 ]; then
        if command -v zenity >/dev/null 2>&1; then
            zenity --error --no-markup --title "Kiosk Gallery" --text "$wrong" 2>/dev/null
        elif command -v kdialog >/dev/null 2>&1; then
            kdialog --title "Kiosk Gallery" --error "$wrong" 2>/dev/null
        fi
    fi
    exit 1
fi

# Sticks with FAT have no executable files, and some computers start nothing from any stick.
if [ ! -x "$program/kiosk-gallery" ]; then
    kept=${XDG_CACHE_HOME:-$HOME/.cache}/kiosk-gallery/program
    if ! cmp -s "$program/build.txt" "$kept/build.txt"; then
        echo "Copying the program into $kept ..." >&2
        rm -rf "$kept" "$kept.$$"
        if ! mkdir -p "$kept.$$" || ! cp -R "$program/." "$kept.$$/" || ! chmod +x "$kept.$$/kiosk-gallery"; then
            rm -rf "$kept.$$"
            echo "It cannot be written there. Is the disk full?" >&2
            exit 1
        fi
        mv "$kept.$$" "$kept"
    fi
    program=$kept
fi
export KIOSK_PORTABLE="$here"
exec "$program/kiosk-gallery" "$@"
