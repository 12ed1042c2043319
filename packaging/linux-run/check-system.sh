#!/bin/sh
# Whether this Linux has all that the program takes from it: check-system.sh FOLDER-OF-THE-PROGRAM
# Tells what is missing and the line that installs it; 0 when nothing is. Asks the system's own loader.
program=$1
list=$(dirname -- "$0")/libraries.txt
qt=$program/program/PySide6/Qt

loader=
for each in /lib64/ld-linux-x86-64.so.2 /lib/ld-linux-aarch64.so.1; do
    [ -e "$each" ] && loader=$each
done
if [ -z "$loader" ]; then
    echo "Kiosk Gallery needs a Linux with glibc, such as Debian, Ubuntu, Fedora, openSUSE or Arch." >&2
    exit 2
fi

told=$(
    for each in "$program/kiosk-gallery" "$qt"/lib/*.so.* "$qt"/plugins/*/*.so "$program"/program/*.so*; do
        [ -f "$each" ] && LD_TRACE_LOADED_OBJECTS=1 LD_LIBRARY_PATH=$program/program "$loader" "$each" 2>&1
    done
)
old=$(printf '%s\n' "$told" | sed -n "s/.*version \`\(GLIBC[A-Z]*_[0-9.]*\)' not found.*/\1/p" | sort -u | tr '\n' ' ')
if [ -n "$old" ]; then
    echo "Kiosk Gallery needs a newer Linux: Debian 12, Ubuntu 24.04, Fedora 38 or later. Missing here: $old" >&2
    exit 2
fi
missing=$(printf '%s\n' "$told" | sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u)
[ -z "$missing" ] && exit 0

column=0
install=
for each in "2:apt-get:apt-get install -y --no-install-recommends" "3:dnf:dnf install -y" \
    "4:zypper:zypper install -y" "5:pacman:pacman -S --needed"; do
    rest=${each#*:}
    if command -v "${rest%%:*}" >/dev/null 2>&1; then
        column=${each%%:*}
        install=${rest#*:}
        break
    fi
done

echo "Kiosk Gallery needs system libraries that are not here:" >&2
if [ -z "$install" ]; then
    printf '    %s\n' $missing >&2
    exit 1
fi
packages=$(
    for each in $missing; do
        awk -v library="$each" -v column="$column" '$1 == library { print $column }' "$list"
    done | sort -u | tr '\n' ' '
)
sudo=sudo
[ "$(id -u)" = 0 ] && sudo=
echo "Install them with:" >&2
echo "    ${sudo:+$sudo }$install ${packages% }" >&2
unknown=$(for each in $missing; do grep -q "^$each " "$list" || printf '%s ' "$each"; done)
[ -n "$unknown" ] && echo "and whatever has: $unknown" >&2
exit 1
