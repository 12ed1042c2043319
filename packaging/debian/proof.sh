# What prove.sh does inside of the bare Debian.
. /proof/inside.sh
runtime=/run/kiosk-gallery
home=/var/lib/kiosk-gallery
kiosk="setpriv --reuid=kiosk --regid=kiosk --init-groups"
cd /

process() { # the number of the process whose command line has these words
    for each in /proc/[0-9]*; do
        tr '\0' ' ' <"$each/cmdline" 2>/dev/null | grep -q -- "^[^ ]*$1" && basename "$each" && return 0
    done
    return 1
}
show() { process "kiosk-gallery watched"; }
shot() { $kiosk env XDG_RUNTIME_DIR=$runtime WAYLAND_DISPLAY=wayland-0 grim "/shots/$1.png"; }
shows_something() { shot "$1" && [ "$(stat -c %s "/shots/$1.png")" -gt 20000 ]; }

# Installing

told '' "$(cat /etc/debian_version): $(dpkg -l | grep -c '^ii') packages"
apt-get update -qq
before=$(df --output=used -k / | tail -n 1)
apt-get install -y -q --no-install-recommends --download-only /packages/*.deb >/proof/last 2>&1
began=$(date +%s%N)
holds "both are installed, and nothing else is asked for" apt-get install -y -q --no-install-recommends /packages/*.deb
took=$((($(date +%s%N) - began) / 100000000))
after=$(df --output=used -k / | tail -n 1)
told '' "installed in ${took%?}.${took: -1} s, without downloading; $(dpkg -l | grep -c '^ii') packages, $(((after - before) / 1024)) MiB in all"
told '' "of them ours: $(du -sm --apparent-size /usr/lib/kiosk-gallery | cut -f1) MiB"
dpkg --verify kiosk-gallery kiosk-gallery-session >/proof/changed 2>&1
holds "every file is as it was packed" test ! -s /proof/changed
says "it starts" "Kiosk Gallery" kiosk --version
says "the account is there, and nobody signs in to it" "$home:/usr/sbin/nologin" getent passwd kiosk
holds "the service starts with the computer" systemctl is-enabled kiosk-gallery-session.service
holds "systemd understands the units" systemd-analyze verify --man=no /usr/lib/systemd/system/kiosk-gallery-session.service
says "sysusers, tmpfiles, logind and sysctl have their parts" "NAutoVTs=0" systemd-analyze cat-config systemd/logind.conf
find /usr -xdev -newer /proof/last -type f >/proof/written

# Without a screen

mkdir -p /home/kiosk-visitor && chown nobody /home/kiosk-visitor
somebody="setpriv --reuid=nobody --regid=nogroup --clear-groups env HOME=/home/kiosk-visitor"
cd /home/kiosk-visitor
holds "it draws its screens offscreen, as anybody" $somebody kiosk tour -o /home/kiosk-visitor/tour --size 1920x1080 --lang en
cp /home/kiosk-visitor/tour/*-1-attract.png /shots/offscreen-attract.png 2>/dev/null
cp /home/kiosk-visitor/tour/*-3-*.png /shots/ 2>/dev/null
holds "it makes a new exhibition" kiosk new /proof/first
holds "and packs it" kiosk pack /proof/first -o /proof/first.kiosk
cd /

# In cage, as the kiosk's account, as its service starts it

apt-get install -y -q --no-install-recommends grim >/dev/null 2>&1
mkdir -p -m 700 $runtime && chown kiosk: $runtime
mkdir -p /tmp/.X11-unix && chmod 1777 /tmp /tmp/.X11-unix
grep '^Environment=' /usr/lib/systemd/system/kiosk-gallery-session.service | sed 's/^Environment=//' >/proof/environment
# cage hands what fills the screen straight to it, and grim then sees what was left from before; but not where the screen is turned.
mkdir -p /proof/turned && printf '#!/bin/sh\nexec /usr/bin/cage ${TURNED-} "$@"\n' >/proof/turned/cage && chmod -R a+rx /proof
begin() {
    (
        cd $home
        $kiosk env -i HOME=$home USER=kiosk PATH=/proof/turned:/usr/bin:/bin $(cat /proof/environment) \
            WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1 "$@" \
            /usr/libexec/kiosk-gallery/kiosk-session >>/proof/session.log 2>&1
        echo $? >/proof/left
    ) &
}
begin TURNED=-r
holds "the show begins in cage" until_true 60 show
sleep 20
holds "and is seen" shows_something cage-attract

was=$(show)
kill -SEGV "$was"
again() { now=$(show) && [ -n "$now" ] && [ "$now" != "$was" ]; }
holds "a show that crashes begins again" until_true 30 again
sleep 12
holds "and is seen again" shows_something cage-after-crash

# What staff do, as an administrator

printf '481927\n481927\n' >/proof/typed
says "root sets the PIN of the kiosk" "The PIN is set" sh -c 'kiosk pin </proof/typed'
holds "it is the kiosk's, and its secret" sh -c "[ \"\$(stat -c '%U %a' $home/.local/state/kiosk-gallery/pin.json)\" = 'kiosk 600' ]"
mkdir -p -m 700 /proof/private && mv /proof/first.kiosk /proof/private/
says "root installs a bundle from where the kiosk may not read" "is shown from now on" kiosk install /proof/private/first.kiosk
sleep 8
holds "the running show changes over" shows_something cage-installed
says "the doctor tells what hangs" "The first room" kiosk doctor
says "statistics are told" "" kiosk stats
says "and written where the administrator is" "The page is" sh -c "cd /proof/private && kiosk stats --html counts.html"
holds "there" test -s /proof/private/counts.html
says "somebody else sees what hangs in the kiosk" "The first room" $somebody kiosk check --quick
says "going back is refused where nothing was before" "no exhibition to go back to" kiosk rollback
says "somebody who is no administrator is told" "for an administrator" $somebody kiosk pin
holds "nothing was written below /usr" sh -c '[ -z "$(find /usr -xdev -newer /proof/environment -type f ! -path "*/grim*" | head)" ]'

# Ending

MAINPID=$(process "sh /usr/libexec/kiosk-gallery/kiosk-session\( \|$\)" || process ".*kiosk-gallery/kiosk-session")
holds "stopping ends the show first" $kiosk env XDG_RUNTIME_DIR=$runtime MAINPID="$MAINPID" timeout 20 /usr/libexec/kiosk-gallery/kiosk-session --end
until_true 5 test -s /proof/left
says "in order" "^0$" cat /proof/left
holds "nothing of it is left" sh -c '! ls -l /proc/[0-9]*/exe 2>/dev/null | grep -q /usr/lib/kiosk-gallery/'
printf '#!/bin/sh\nexit 10\n' >/usr/local/bin/kiosk && chmod +x /usr/local/bin/kiosk
rm -f /proof/left && begin PATH=/usr/local/bin:/usr/bin:/bin
until_true 20 test -s /proof/left
says "the session is left as staff have left the show" "^10$" cat /proof/left
rm /usr/local/bin/kiosk

# Upgrading, removing

sed -i 's/^  dwell_s: auto$/  dwell_s: 33/' /etc/kiosk-gallery/config.yaml
if ls /newer/*.deb >/dev/null 2>&1; then
    # dpkg asks where the package's own settings have changed, too; whoever only presses Enter keeps theirs.
    holds "a newer version is installed" sh -c 'yes "" | apt-get install -y -q --no-install-recommends /newer/*.deb'
    holds "what was set is kept" grep -q 'dwell_s: 33' /etc/kiosk-gallery/config.yaml
    holds "what was installed is kept" test -d $home/.local/share/kiosk-gallery/content/generations
    told '' "$(dpkg-query -W kiosk-gallery)"
fi
left() { find / -xdev \( -path /proc -o -path /packages -o -path /newer -o -path /proof -o -path /root -o -path /tmp -o -path /shots -o -path /home \) -prune -o -iname '*kiosk*' -print; }
holds "both are removed" apt-get remove -y -q kiosk-gallery kiosk-gallery-session
left | grep -v "^$home/\|^/var/lib/dpkg/\|^/var/lib/systemd/\|^/var/cache/apt" >/proof/stays
told '' "after removing: $(tr '\n' ' ' </proof/stays)"
holds "of the computer's own only the settings stay" sh -c "! grep -v '^/etc/kiosk-gallery\$\|^$home\$\|^/etc/systemd/system/.*kiosk-gallery-session.service\$' /proof/stays"
holds "what was set is still there" grep -q 'dwell_s: 33' /etc/kiosk-gallery/config.yaml
holds "both are purged" apt-get purge -y -q kiosk-gallery kiosk-gallery-session
find $home -type f >/proof/stays
told '' "after purging: $(grep -c . /proof/stays) files of the exhibition that was installed"
holds "what staff have installed stays, and nothing else" sh -c "! grep -v '^$home/.local/share/kiosk-gallery/content/' /proof/stays"
rm -rf $home
left >/proof/stays
holds "and nothing at all beside it" test ! -s /proof/stays
sed 's/^/       /' /proof/stays
holds "not even its account" sh -c '! getent passwd kiosk'

# Once more, without anything of staff's

holds "it can be installed again" apt-get install -y -q --no-install-recommends /packages/*.deb
apt-get purge -y -q kiosk-gallery kiosk-gallery-session >/dev/null 2>&1
left >/proof/stays
holds "a kiosk that nobody used leaves nothing" test ! -s /proof/stays
sed 's/^/       /' /proof/stays
grep -E 'Traceback|Error|WARNING' /proof/session.log | sort | uniq -c | sed 's/^/       log: /'
cp /proof/session.log /shots/session.log
exit $failed
