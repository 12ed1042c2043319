#!/bin/bash
# Installs both packages in a bare Debian and runs them there: as root, prove.sh PACKAGES [NEWER]
#
# PACKAGES is a folder with the two .deb files, NEWER one with the same of a later version, to upgrade to. ../proving/outside.sh
# tells what is needed, and where the screenshots are. Leaves with 1 when something is not as it should be.
set -eu
packages=$(realpath "${1:?a folder with the two packages}")
newer=${2:+$(realpath "$2")}
here=$(dirname "$(realpath "$0")")
. "$here/../proving/outside.sh"

if [ "${IN_NAMESPACE-}" != yes ]; then
    fresh
    mkdir -p "$inside/packages" "$inside/newer"
    cp "$packages"/*.deb "$inside/packages/"
    [ -z "$newer" ] || cp "$newer"/*.deb "$inside/newer/"
    apart "$0" "$packages" ${newer:+"$newer"}
fi
enter
