#!/bin/bash
# Runs the .run in a bare Debian as somebody without root: as root, prove.sh FILE.run [OLDER.run]
#
# OLDER is another build, which is there first and is updated. ../proving/outside.sh tells what is needed, and where the screenshots
# are. Leaves with 1 when something is not as it should be.
set -eu
file=$(realpath "${1:?the .run}")
older=${2:+$(realpath "$2")}
here=$(dirname "$(realpath "$0")")
. "$here/../proving/outside.sh"

if [ "${IN_NAMESPACE-}" != yes ]; then
    fresh
    mkdir -p "$inside/stick/older"
    cp "$file" "$inside/stick/kiosk-gallery.run"
    [ -z "$older" ] || cp "$older" "$inside/stick/older/kiosk-gallery.run"
    apart "$0" "$file" ${older:+"$older"}
fi
enter
