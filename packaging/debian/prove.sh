#!/bin/bash
# Installs both packages in a bare Debian and runs them there: as root, prove.sh PACKAGES [NEWER]
#
# PACKAGES is a folder with the two .deb files, NEWER one with the same of a later version, to upgrade to. Needs debootstrap and
# apt as this computer has them set up; nothing else of it is used. ROOM is where it works and leaves its screenshots and its list
# (/var/tmp/kiosk-prove); the bare Debian is kept there for the next time. All mounts are in a namespace of their own and go with
# it, so nothing of this computer is reachable from what is removed. Leaves with 1 when something is not as it should be.
set -eu
packages=$(realpath "${1:?a folder with the two packages}")
newer=${2:+$(realpath "$2")}
room=${ROOM:-/var/tmp/kiosk-prove}
here=$(dirname "$(realpath "$0")")
. /etc/os-release

if [ "${IN_NAMESPACE-}" != yes ]; then
    mkdir -p "$room/shots"
    if [ ! -d "$room/bare" ]; then
        mirror=${MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -n 1)}
        debootstrap --variant=minbase "$VERSION_CODENAME" "$room/bare.new" "$mirror"
        rm -f "$room/bare.new/etc/apt/sources.list"
        cp /etc/apt/sources.list.d/debian.sources "$room/bare.new/etc/apt/sources.list.d/" 2>/dev/null ||
            cp /etc/apt/sources.list "$room/bare.new/etc/apt/"
        apt-config dump Acquire >"$room/bare.new/etc/apt/apt.conf.d/50here"
        mv "$room/bare.new" "$room/bare"
    fi
    rm -rf --one-file-system "$room/debian"
    cp -a "$room/bare" "$room/debian"
    mkdir -p "$room/debian/packages" "$room/debian/newer"
    mkdir -m 700 "$room/debian/proof"
    cp "$packages"/*.deb "$room/debian/packages/"
    [ -z "$newer" ] || cp "$newer"/*.deb "$room/debian/newer/"
    cp "$here/proof.sh" "$room/debian/proof/proof.sh"
    status=0
    IN_NAMESPACE=yes unshare --mount --pid --fork --kill-child --propagation private bash "$0" "$packages" ${newer:+"$newer"} || status=$?
    cp "$room/debian/shots/"* "$room/shots/" 2>/dev/null || true
    echo "The screenshots are in $room/shots: look at them."
    exit "$status"
fi

inside=$room/debian
mount -t proc proc "$inside/proc"
mount --bind /dev "$inside/dev"
mount -t tmpfs tmpfs "$inside/dev/shm"
mount -t tmpfs tmpfs "$inside/run"
mkdir -p "$inside/run/lock" "$inside/shots"
chmod 1777 "$inside/dev/shm" "$inside/shots"
exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb LANG=C.UTF-8 ${http_proxy:+http_proxy="$http_proxy"} \
    chroot "$inside" bash /proof/proof.sh
