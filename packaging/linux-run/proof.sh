# What prove.sh does inside of the bare Debian. Root installs what the file names, and nothing of ours.
. /proof/inside.sh
file=/stick/kiosk-gallery.run
older=/stick/older/kiosk-gallery.run
data=$home/.local/share
app=$data/kiosk-gallery/app
cd /

run() { somebody sh "$file" "$@"; }
of_theirs() { find / -xdev \( -path /proc -o -path /proof -o -path /shots -o -path $home -o -path "/tmp/.X*" \) -prune -o ! -type d -user guest -print; }
untouched() { [ -z "$(of_theirs)" ] || { of_theirs; return 1; }; }
# But for the system's list of its fonts, which any program with letters makes.
files() { find $home \( -name .run -o -path $home/.cache/fontconfig \) -prune -o ! -type d -print | sort; }

told '' "$(cat /etc/debian_version): $(dpkg -l | grep -c '^ii') packages"
useradd --create-home --home-dir $home guest && mkdir -m 700 $home/.run && chown guest: $home/.run
apt-get update -qq

# A system that lacks nearly everything

files >/proof/before
somebody sh "$file" >/proof/lacking 2>&1
says "a system that lacks something is told so" "^1$" echo $?
says "with the line that installs it" "sudo apt-get install -y --no-install-recommends .*libegl1" cat /proof/lacking
files >/proof/after
holds "and nothing is placed" cmp /proof/before /proof/after
line=$(sed -n 's/^ *sudo apt-get/apt-get/p' /proof/lacking)
told '' "$line"
holds "root types that line" $line
holds "after which nothing is missing" run how

# Without root and without a screen

if [ -f "$older" ]; then
    says "an older one was there" "Kiosk Gallery" somebody sh "$older" -- --version
    build=$(cat $app/build.txt)
fi
began=$(date +%s%N)
says "it is placed in the account and starts" "Kiosk Gallery" run -- --version
took=$((($(date +%s%N) - began) / 100000000))
told '' "unpacked and started in ${took%?}.${took: -1} s; $(du -sm --apparent-size $app | cut -f1) MiB"
began=$(date +%s%N)
run -- --version >/dev/null 2>&1
took=$((($(date +%s%N) - began) / 100000000))
told '' "the second time in ${took%?}.${took: -1} s"
[ -z "${build-}" ] || holds "in the place of the older one" sh -c "[ \"\$(cat $app/build.txt)\" != $build ]"
holds "nothing is left of unpacking" sh -c "[ ! -e $app.new ]"
holds "it draws its screens" run tour -o tour --size 1920x1080 --lang en
cp $home/tour/*-1-attract.png /shots/run-offscreen.png 2>/dev/null
rm -rf $home/tour
holds "it makes a new exhibition" run new spring
holds "checks it" run check spring
holds "and packs it" run pack spring -o spring.kiosk
holds "it installs that" run install spring.kiosk
says "the doctor tells how it is" "Kiosk Gallery" run doctor
holds "nothing is written but in the home folder" untouched

# With a screen

a_screen
run >/proof/shown 2>&1 &
holds "the demo is shown in a window" seen run-window
holds "it is ended" ended
holds "without a word" sh -c '! grep -E "Traceback|Error|WARNING" /proof/shown'

# In the menu, and by double click

add desktop-file-utils shared-mime-info libglib2.0-bin >/dev/null 2>&1
says "it goes into the menu" "is in the menu" run menu
entry=$data/applications/kiosk-gallery.desktop
holds "the entry is as it should be" desktop-file-validate $entry
says "there is a command, too" "Kiosk Gallery" somebody $home/.local/bin/kiosk-gallery --version
says "a .kiosk file is known by its type" "application/vnd.kiosk-gallery.bundle+zip" somebody gio info -a standard::content-type spring.kiosk
says "which opens with it" "kiosk-gallery.desktop" somebody gio mime application/vnd.kiosk-gallery.bundle+zip
somebody gio open spring.kiosk >/proof/opened 2>&1 &
holds "a double click shows the exhibition" seen run-double-click
holds "it is ended" ended
holds "nothing is written but in the home folder" untouched

# Beside the account, and away again

says "it runs from where it is told to be" "Kiosk Gallery" somebody sh "$file" --target "$home/a target" -- --version
says "and from there, later" "Kiosk Gallery" somebody "$home/a target/kiosk-gallery" --version
rm -rf "$home/a target"
mkdir -p $home/.config/kiosk-gallery && echo "slideshow: {dwell_s: 33}" >$home/.config/kiosk-gallery/config.yaml && chown -R guest: $home/.config
says "it is removed" "is removed" somebody sh "$app/setup.sh" remove
files | grep -v "^$home/\(spring/\|spring.kiosk\|\.[^/]*$\)" >/proof/stays
told '' "what stays: $(sed "s,^$home/,,; s,/[^/]*$,," /proof/stays | sort | uniq -c | tr -s ' \n' ' ')"
holds "settings stay" grep -q dwell_s $home/.config/kiosk-gallery/config.yaml
holds "and what was installed" grep -q "kiosk-gallery/content/" /proof/stays
holds "nothing else of it" sh -c "! grep -v '/kiosk-gallery/' /proof/stays"
says "all of it is removed" "is removed" run remove all
files | grep -v "^$home/\.[^/]*$" >/proof/stays
holds "the exhibition is there as it was" test -s $home/spring/manifest.yaml
holds "and nothing beside it" sh -c "! grep -v '^$home/spring\(/\|.kiosk\)' /proof/stays"
holds "nor a folder" sh -c "[ -z \"\$(find $home -mindepth 1 -type d -name '*kiosk*')\" ]"
exit $failed
