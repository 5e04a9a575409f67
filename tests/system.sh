#!/bin/sh
# What the tests need from the system: a browser. As root on Debian or Ubuntu it is installed; otherwise
# the one command is printed, and the tests that need it are skipped with that reason.
set -u
PACKAGES="chromium fonts-noto-core"
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing $PACKAGES for the browser tests"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >/dev/null && apt-get install -y -qq --no-install-recommends $PACKAGES >/dev/null && exit 0
fi
echo "The browser tests are skipped: no Chromium. To run them: sudo apt-get install $PACKAGES"
