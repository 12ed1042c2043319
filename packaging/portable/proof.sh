# What prove.sh does inside of the bare Debian. Root installs what is named, and mounts the stick.
. /proof/inside.sh
stick="/media/Stick von Åsa Ж"
place="$stick/kiosk-gallery"
cd /

start() { somebody sh "$place/start-linux.sh" "$@"; }
mounted() { mount -o "remount,bind,$1" "$stick"; }
beside() { find "$place" -newer /proof/marked ! -type d ! -path "$place/data/*" -print; }
# But for the system's list of its fonts, which any program with letters makes.
elsewhere() {
    find / -xdev \( -path /proc -o -path /proof -o -path /shots -o -path /media -o -path $home/.run -o -path '/tmp/.X*' \
        -o -path $home/.cache/fontconfig \) -prune \
        -o ! -type d -user guest -newer /proof/marked -print
}
nothing() { [ -z "$("$@")" ] || { "$@"; return 1; }; }
shows() { # a screenshot, and the title that the log of the show tells
    seen "$1" && grep -rq "shows .*$2" "$3"
}

told '' "$(cat /etc/debian_version): $(dpkg -l | grep -c '^ii') packages"
useradd --create-home --home-dir $home guest && mkdir -m 700 $home/.run && chown guest: $home/.run
apt-get update -qq
start --version >/proof/lacking 2>&1
says "a system that lacks something is told so" "apt-get install" cat /proof/lacking
holds "root types that line" $(sed -n 's/^ *sudo apt-get/apt-get/p' /proof/lacking)
a_screen
touch /proof/marked && sleep 1

# A stick that can be written to: what is made stays on it

chown -R guest: "$stick"
says "it starts from where it lies, with spaces and letters of all kinds" "Kiosk Gallery" start --version
holds "it makes an exhibition there" start new "$place/exhibition/spring"
mv "$place/exhibition/spring/"* "$place/exhibition/"
rmdir "$place/exhibition/spring"
touch /proof/marked && sleep 1
start >/proof/shown 2>&1 &
holds "the exhibition beside it is what opens, in a window" shows portable-beside "Ж/kiosk-gallery/exhibition" "$place/data"
holds "it is ended" ended
holds "without a word" sh -c '! grep -E "Traceback|Error|WARNING" /proof/shown'
holds "what it remembers is in data" sh -c "[ -n \"\$(find '$place/data' -type f)\" ]"
holds "it has written nothing else on the stick" nothing beside
holds "and nothing on the computer" nothing elsewhere
told '' "data: $(find "$place/data" -type f | wc -l) files, $(du -sm --apparent-size "$place/data" | cut -f1) MiB"

# One that cannot: what is made is the account's

rm -rf "$place/data"
mounted ro
touch /proof/marked && sleep 1
start >/proof/shown 2>&1 &
holds "with its lock on the exhibition opens all the same" shows portable-locked "Ж/kiosk-gallery/exhibition" $home/.local/state
holds "it is ended" ended
elsewhere >/proof/written
told '' "in the account: $(sed "s,^$home/,,; s,\(kiosk-gallery\)/.*,\1," /proof/written | sort | uniq -c | tr -s ' \n' ' ')"
holds "nothing but its own folders in the account" sh -c "! grep -v '^$home/\.\(cache\|local/share\|local/state\)/\(kiosk-gallery\|mesa_shader_cache\)/' /proof/written"

# One from which nothing may be started

rm -rf $home/.cache $home/.local
mounted ro,noexec
touch /proof/marked && sleep 1
says "where nothing may be started it is copied" "Copying the program" start --version
start >/proof/shown 2>&1 &
holds "and shows the stick's exhibition" shows portable-copied "Ж/kiosk-gallery/exhibition" $home/.local/state
holds "it is ended" ended
says "once" "Kiosk Gallery" start --version
holds "without copying again" sh -c '! grep -q Copying /proof/last'
told '' "the copy: $(du -sm --apparent-size $home/.cache/kiosk-gallery/program | cut -f1) MiB"
exit $failed
