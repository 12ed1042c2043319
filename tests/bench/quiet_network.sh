#!/bin/sh
# Which sockets the kiosk asks the kernel for, all its processes together: tests/bench/quiet_network.sh [SECONDS] [EXHIBITION]
# A visitor goes through all screens meanwhile, by default of an exhibition whose every text is hostile and names servers.
# Prints each family it used and how much was looked at; leaves with 1 when there was any socket but those in the file
# system, or when the show ended by itself. Run it from the root of the checkout. Needs strace and Xvfb.
seconds=${1:-3600}
python=${PYTHON:-python3}
folder=$(mktemp -d)
trap 'kill "$screen" 2>/dev/null; rm -rf "$folder"' EXIT

mkdir "$folder/hostile"
hostile='import sys, pathlib; from tests.hostile import build_hostile; '
hostile=$hostile'print(build_hostile(pathlib.Path(sys.argv[1]), "http://192.0.2.1/", 12))'
exhibition=${2:-$("$python" -c "$hostile" "$folder/hostile")}

Xvfb -displayfd 3 -screen 0 1280x720x24 -nolisten tcp 3>"$folder/display" >/dev/null 2>&1 &
screen=$!
while [ ! -s "$folder/display" ]; do sleep 0.1; done

# timeout is traced, too: were strace asked to end, it would leave the show running.
env HOME="$folder" XDG_RUNTIME_DIR="$folder" DISPLAY=":$(cat "$folder/display")" QT_QPA_PLATFORM=xcb \
    strace -f -qq -o "$folder/calls" -e trace=socket,connect,bind,listen,accept,accept4,sendto,sendmsg \
    timeout --preserve-status --signal=TERM "$seconds" \
    "$python" -m tests.e2e.driver strolling "$exhibition" 2>"$folder/told"
code=$?

grep -oE 'socket\(AF_[A-Z0-9]+|(connect|bind)\([0-9]+, \{sa_family=AF_[A-Z0-9]+|listen\(' "$folder/calls" |
    sed -E 's/\([0-9]+, \{sa_family=/(/' | sort | uniq -c
echo "$(awk '{print $1}' "$folder/calls" | sort -u | wc -l) threads asked for something in $seconds s; the show left with $code"
grep -v 'before the walk was over' "$folder/told" | tail -20
! grep -E '(socket|sa_family)[(=]AF_' "$folder/calls" | grep -vE 'AF_(UNIX|LOCAL)' | grep . &&
    grep -q 'before the walk was over' "$folder/told"
