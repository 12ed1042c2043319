#!/bin/bash
# Runs the portable folder in a bare Debian as somebody without root: as root, prove.sh FILE.tar.gz
#
# ../proving/outside.sh tells what is needed, and where the screenshots are. Leaves with 1 when something is not as it should be.
set -eu
file=$(realpath "${1:?the .tar.gz}")
here=$(dirname "$(realpath "$0")")
. "$here/../proving/outside.sh"
stick="$inside/media/Stick von Åsa Ж"

if [ "${IN_NAMESPACE-}" != yes ]; then
    fresh
    mkdir -p "$stick"
    tar -xf "$file" -C "$stick" --no-same-owner
    apart "$0" "$file"
fi
mount --bind "$stick" "$stick"
enter
