#!/bin/sh
# Makes sure that what lies outside Python is there: system.sh window [tests] [java] [truth]
#
# Looks first and installs only what is missing, on Debian and its kin, as root. Anywhere else it says what is
# missing and goes on: the program may have another way, and a person may not be allowed to install anything.
set -eu

# A library, command or Python module that must be found, and the Debian package that brings it
window='
python:ensurepip       python3-venv
libEGL.so.1            libegl1
libGL.so.1             libgl1
libdbus-1.so.3         libdbus-1-3
libfontconfig.so.1     libfontconfig1
libglib-2.0.so.0       libglib2.0-0
libpulse.so.0          libpulse0
libxkbcommon.so.0      libxkbcommon0
libxkbcommon-x11.so.0  libxkbcommon-x11-0
libxcb-cursor.so.0     libxcb-cursor0
libxcb-icccm.so.4      libxcb-icccm4
libxcb-image.so.0      libxcb-image0
libxcb-keysyms.so.1    libxcb-keysyms1
libxcb-randr.so.0      libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0      libxcb-shape0
libxcb-xinerama.so.0   libxcb-xinerama0
libxcb-xkb.so.1        libxcb-xkb1
'
# For judging PDF/A only (tools/verapdf.sh), and large: nobody has to have it; without it those tests say so
java='
jdeps            default-jdk-headless
'
tests='
faketime         faketime
qpdf             qpdf
strace           strace
pdftotext        poppler-utils
Xvfb             xvfb
xauth            xauth
mkfs.exfat       exfatprogs
mount.exfat-fuse exfat-fuse
xdotool          xdotool
openbox          openbox
pcmanfm          pcmanfm
desktop-file-validate desktop-file-utils
xprop            x11-utils
openssl          openssl
file:/usr/share/java/jaxb-runtime.jar libjaxb-java
'
# For drawing the truth set (make bench-reading) only: a browser, and fonts like those of phones
fonts=/usr/share/fonts
truth="
file:/usr/bin/chromium-headless-shell                        chromium-headless-shell
file:$fonts/opentype/noto/NotoSansCJK-Regular.ttc            fonts-noto-cjk
file:$fonts/opentype/noto/NotoSansCJK-DemiLight.ttc          fonts-noto-cjk-extra
file:$fonts/truetype/noto/NotoColorEmoji.ttf                 fonts-noto-color-emoji
file:$fonts/truetype/wqy/wqy-zenhei.ttc                      fonts-wqy-zenhei
file:$fonts/truetype/wqy/wqy-microhei.ttc                    fonts-wqy-microhei
file:$fonts/truetype/droid/DroidSansFallbackFull.ttf         fonts-droid-fallback
file:$fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf      fonts-lxgw-wenkai
file:$fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf fonts-roboto-unhinted
file:$fonts/opentype/inter/Inter-Regular.otf                 fonts-inter
file:$fonts/truetype/lato/Lato-Regular.ttf                   fonts-lato
file:$fonts/truetype/open-sans/OpenSans-Regular.ttf          fonts-open-sans
"

[ "$(uname -s)" = Linux ] || exit 0
PATH=$PATH:/usr/sbin:/sbin
libraries=$(ldconfig -p 2>/dev/null || true)

present() {
    case $1 in
        file:*) [ -f "${1#file:}" ] ;;
        python:*) python3 -c "import ${1#python:}" >/dev/null 2>&1 ;;
        *.so.*) case $libraries in *"$1"*) return 0 ;; *) return 1 ;; esac ;;
        *) command -v "$1" >/dev/null 2>&1 ;;
    esac
}

missing=
for group in "$@"; do
    case $group in window) wanted=$window ;; tests) wanted=$tests ;; java) wanted=$java ;; truth) wanted=$truth ;; *) echo "unknown group: $group" >&2; exit 2 ;; esac
    missing="$missing $(echo "$wanted" | while read -r thing package; do
        [ -z "$thing" ] || present "$thing" || printf '%s ' "$package"
    done)"
done
missing=$(echo $missing)
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing: $missing"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing >/dev/null; } && exit 0
fi
echo "Missing system packages (Debian's names): $missing" >&2
echo "Install them with: sudo apt-get install $missing" >&2
