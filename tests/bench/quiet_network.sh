#!/bin/sh
# Which sockets the kiosk asks the kernel for, all its processes together: tests/bench/quiet_network.sh [SECONDS] [EXHIBITION]
# Prints each family it used; leaves with 1 when there was any but those in the file system. Needs strace and Xvfb.
seconds=${1:-3600}
exhibition=${2:-assets/exhibitions/demo}
folder=$(mktemp -d)
trap 'kill "$screen" 2>/dev/null; rm -rf "$folder"' EXIT

Xvfb -displayfd 3 -screen 0 1280x720x24 -nolisten tcp 3>"$folder/display" >/dev/null 2>&1 &
screen=$!
while [ ! -s "$folder/display" ]; do sleep 0.1; done

env HOME="$folder" XDG_RUNTIME_DIR="$folder" DISPLAY=":$(cat "$folder/display")" QT_QPA_PLATFORM=xcb \
    timeout --signal=TERM "$seconds" \
    strace -f -qq -o "$folder/calls" -e trace=socket,connect,bind,listen,accept,accept4,sendto \
    "${PYTHON:-python3}" -m kiosk "$exhibition"

grep -oE 'socket\(AF_[A-Z0-9]+|(connect|bind)\([0-9]+, \{sa_family=AF_[A-Z0-9]+|listen\(' "$folder/calls" |
    sed -E 's/\([0-9]+, \{sa_family=/(/' | sort | uniq -c
! grep -E '(socket|sa_family)[(=]AF_' "$folder/calls" | grep -vE 'AF_(UNIX|LOCAL)' | grep .
