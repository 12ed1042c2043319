#!/bin/sh
# What the .run does once it is unpacked. Its words are told by "how" below.
set -u
unpacked=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P)
data=${XDG_DATA_HOME:-$HOME/.local/share}
home=$data/kiosk-gallery
app=$home/app
entry=$data/applications/kiosk-gallery.desktop
icon=$data/icons/hicolor/scalable/apps/kiosk-gallery.svg
types=$data/mime/packages/kiosk-gallery.xml
command=$HOME/.local/bin/kiosk-gallery

how() {
    cat <<'END'
Kiosk Gallery, for one account, without root. Write after the name of this file:

    (nothing)         unpack into the account's data folder if it is not there yet, and show the demo in a window
    EXHIBITION ...    the same, with an exhibition or any other words of the program, such as: check my-exhibition
    menu              also an entry in the desktop's menu, the command kiosk-gallery, and .kiosk files open with it
    remove            take all of that away again; what the program remembers stays
    remove all        that, too: settings, exhibitions that were installed, counts, prepared pictures
    --target DIR      unpack into DIR and run from there; nothing is put anywhere else
    how               these words
END
}

tell() {
    echo "$*" >&2
    # Double-clicked, there is no terminal that anybody sees.
    if [ ! -t 2 ]; then
        if command -v zenity >/dev/null 2>&1; then
            zenity --error --no-markup --title "Kiosk Gallery" --text "$*" 2>/dev/null
        elif command -v kdialog >/dev/null 2>&1; then
            kdialog --title "Kiosk Gallery" --error "$*" 2>/dev/null
        elif command -v xmessage >/dev/null 2>&1; then
            xmessage "$*" 2>/dev/null
        fi
    fi
}

refresh() {
    command -v update-desktop-database >/dev/null 2>&1 && update-desktop-database "$data/applications" 2>/dev/null
    command -v update-mime-database >/dev/null 2>&1 && update-mime-database "$data/mime" 2>/dev/null
    command -v gtk-update-icon-cache >/dev/null 2>&1 && gtk-update-icon-cache -qt "$data/icons/hicolor" 2>/dev/null
    return 0
}

remove() {
    rm -rf "$app" "$app.new"
    rm -f "$entry" "$icon" "$types"
    [ "$(readlink "$command" 2>/dev/null)" = "$app/kiosk-gallery" ] && rm -f "$command"
    if [ "${1:-}" = all ]; then
        rm -rf "$home" "${XDG_CACHE_HOME:-$HOME/.cache}/kiosk-gallery" "${XDG_STATE_HOME:-$HOME/.local/state}/kiosk-gallery" \
            "${XDG_CONFIG_HOME:-$HOME/.config}/kiosk-gallery"
    fi
    rmdir "$home" 2>/dev/null
    refresh
    # What the desktop has made of these entries, where there were no others.
    rmdir "$(dirname "$types")" 2>/dev/null && rm -rf "$data/mime"
    [ "$(ls -A "$data/applications" 2>/dev/null)" = mimeinfo.cache ] && rm -rf "$data/applications"
    echo "Kiosk Gallery is removed."
}

# Several may be started at once: whoever comes second finds it there, whole.
place() {
    if cmp -s "$unpacked/build.txt" "$app/build.txt"; then
        return 0
    fi
    rm -rf "$app.new"
    mkdir -p "$home" && mkdir "$app.new" || return 1
    for each in kiosk-gallery program build.txt libraries.txt check-system.sh setup.sh desktop; do
        mv "$unpacked/$each" "$app.new/" || return 1
    done
    rm -rf "$app"
    mv "$app.new" "$app"
}

add_to_menu() {
    mkdir -p "$(dirname "$entry")" "$(dirname "$icon")" "$(dirname "$types")" "$(dirname "$command")"
    # A path in a desktop entry is quoted, and what is special in quotes has a backslash, itself written as two.
    quoted=$(printf '%s' "$app/kiosk-gallery" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g')
    escaped=$(printf '%s' "$quoted" | sed 's/[\\&|]/\\&/g')
    sed -e "s|^Exec=kiosk-gallery|Exec=\"$escaped\"|" -e '/^TryExec=/d' "$app/desktop/kiosk-gallery.desktop" >"$entry"
    cp "$app/desktop/kiosk-gallery.svg" "$icon"
    cp "$app/desktop/kiosk-gallery.mime.xml" "$types"
    ln -sf "$app/kiosk-gallery" "$command"
    refresh
    echo "Kiosk Gallery is in the menu. On the command line: $command"
}

case ${1:-} in
    how | help | --help)
        how
        exit 0
        ;;
    remove)
        remove "${2:-}"
        exit 0
        ;;
esac

if ! wrong=$(sh "$unpacked/check-system.sh" "$unpacked" 2>&1); then
    tell "$wrong"
    exit 1
fi

# With --target it was unpacked where it is to stay; else somewhere for the moment.
case ${unpacked##*/} in
    selfgz*)
        if ! place; then
            tell "Kiosk Gallery cannot be written into $home. Is the disk full? It takes 170 MB. Elsewhere: --target DIR"
            exit 1
        fi
        ;;
    *) app=$unpacked ;;
esac

if [ "${1:-}" = menu ]; then
    add_to_menu
    exit 0
fi
cd "${USER_PWD:-.}" || exit 1
[ $# = 0 ] && set -- --windowed
exec "$app/kiosk-gallery" "$@"
