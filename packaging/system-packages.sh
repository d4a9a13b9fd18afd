#!/bin/sh
# Installs the Debian packages that Qt, libvlc and the tests need, where root or sudo allows;
# otherwise prints the one line to run. Does nothing when all are there, or off Debian.
set -eu
wanted="libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libdbus-1-3 libpulse0 \
fontconfig fonts-dejavu-core libvlc5 vlc-plugin-base vlc-plugin-video-output xvfb xauth python3-venv"
command -v dpkg-query >/dev/null 2>&1 || { echo "Not Debian: please see that Qt 6 and libvlc can run here."; exit 0; }

missing=""
for name in $wanted; do
    # A Python from elsewhere (pyenv, conda) brings its own venv.
    [ "$name" != python3-venv ] || ! python3 -c 'import ensurepip' 2>/dev/null || continue
    status=$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $name"
done
[ -n "$missing" ] || exit 0

install="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo"
else
    echo "Filmoteka needs some Debian packages. Please run this once, then the same command again:"
    echo "    sudo apt-get update && sudo $install"
    exit 1
fi
echo "Installing Debian packages:$missing"
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root $install >/dev/null
