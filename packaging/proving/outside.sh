# What the proofs of packages share outside of the bare Debian: sourced by each prove.sh, as root, with `here` set to its folder.
#
# ROOM is where they work and leave their screenshots (/var/tmp/kiosk-prove); the bare Debian is kept there for the next time. Needs
# debootstrap and apt as this computer has them set up; nothing else of it is used. All mounts are in a namespace of their own and
# go with it, so nothing of this computer is reachable from what is removed.
room=${ROOM:-/var/tmp/kiosk-prove}
inside=$room/debian
. /etc/os-release

# A Debian with nothing in it but apt, as it was at first, and the proof in a folder that nobody else sees into.
fresh() {
    mkdir -p "$room/shots"
    if [ ! -d "$room/bare" ]; then
        local mirror
        mirror=${MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -n 1)}
        debootstrap --variant=minbase "$VERSION_CODENAME" "$room/bare.new" "$mirror"
        rm -f "$room/bare.new/etc/apt/sources.list"
        cp /etc/apt/sources.list.d/debian.sources "$room/bare.new/etc/apt/sources.list.d/" 2>/dev/null ||
            cp /etc/apt/sources.list "$room/bare.new/etc/apt/"
        apt-config dump Acquire >"$room/bare.new/etc/apt/apt.conf.d/50here"
        mv "$room/bare.new" "$room/bare"
    fi
    rm -rf --one-file-system "$inside"
    cp -a "$room/bare" "$inside"
    mkdir -m 700 "$inside/proof"
    cp "$here/proof.sh" "$here/../proving/inside.sh" "$inside/proof/"
}

# Go on with this script in a namespace of its own, and fetch the screenshots afterwards: apart SCRIPT ARGUMENTS
apart() {
    local status=0
    IN_NAMESPACE=yes unshare --mount --pid --fork --kill-child --propagation private bash "$@" || status=$?
    cp "$inside/shots/"* "$room/shots/" 2>/dev/null || true
    echo "The screenshots are in $room/shots: look at them."
    exit "$status"
}

# In that namespace: become the proof, inside of the bare Debian.
enter() {
    mount -t proc proc "$inside/proc"
    mount --bind /dev "$inside/dev"
    mount -t tmpfs tmpfs "$inside/dev/shm"
    mount -t tmpfs tmpfs "$inside/run"
    mkdir -p "$inside/run/lock" "$inside/shots"
    chmod 1777 "$inside/dev/shm" "$inside/shots"
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb LANG=C.UTF-8 ${http_proxy:+http_proxy="$http_proxy"} \
        chroot "$inside" bash /proof/proof.sh
}
