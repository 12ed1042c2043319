# What the proofs of packages share inside of the bare Debian: sourced by each proof.sh, as root.
export DEBIAN_FRONTEND=noninteractive
failed=0

told() { printf '%-6s %s\n' "$1" "$2"; }
holds() { # what should be, and the command that tells
    local what=$1
    shift
    if "$@" >/proof/last 2>&1; then told ok "$what"; else
        told FAILED "$what"
        sed 's/^/       /' /proof/last | tail -n 15
        failed=1
    fi
}
says() { # what should be, the words, and the command that says them
    local what=$1 words=$2
    shift 2
    "$@" >/proof/last 2>&1
    if grep -q -- "$words" /proof/last; then told ok "$what"; else
        told FAILED "$what: \"$words\" is not in"
        sed 's/^/       /' /proof/last | tail -n 15
        failed=1
    fi
}
until_true() { # seconds, command
    local seconds=$1
    shift
    for _ in $(seq $((seconds * 5))); do "$@" >/dev/null 2>&1 && return 0; sleep 0.2; done
    return 1
}
add() { apt-get install -y -q --no-install-recommends "$@"; }

# Somebody without any rights, and a screen of theirs

home=/home/kiosk-guest
somebody() { # without a word of root's
    chroot --userspec=guest:guest / env -i HOME=$home USER=guest PATH=/usr/bin:/bin LANG=C.UTF-8 "${around[@]}" sh -c 'cd && exec "$@"' sh "$@"
}
around=(QT_QPA_PLATFORM=offscreen)
a_screen() { # from now on somebody has one
    add xvfb scrot >/dev/null 2>&1
    mkdir -p /tmp/.X11-unix && chmod 1777 /tmp /tmp/.X11-unix
    somebody Xvfb :9 -screen 0 1280x800x24 -nolisten tcp -ac >/dev/null 2>&1 &
    until_true 10 test -S /tmp/.X11-unix/X9
    around=(DISPLAY=:9 XDG_RUNTIME_DIR=$home/.run)
}
running() { ls -l /proc/[0-9]*/exe 2>/dev/null | grep -q "/kiosk-gallery$"; }
shot() { somebody scrot -o "/shots/$1.png"; }
seen() { # a picture is on the screen; an empty window is a small file
    until_true 30 running
    for _ in 1 2 3 4 5 6; do
        sleep 4
        shot "$1" && [ "$(stat -c %s "/shots/$1.png")" -gt 30000 ] && return 0
    done
    return 1
}
ended() { # whoever has started it ends it
    for each in /proc/[0-9]*; do
        case $(readlink "$each/exe") in */kiosk-gallery) kill "${each##*/}" ;; esac
    done
    until_true 10 sh -c '! ls -l /proc/[0-9]*/exe 2>/dev/null | grep -q "/kiosk-gallery$"'
}
