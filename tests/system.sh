#!/bin/sh
# What is needed from the system: `venv`, Python's own module for environments, which Debian packs apart;
# `browser`, for the tests that open pages; `web`, for those that judge them with programs of Node and Java; `hosts`, for
# those that deploy to real servers and ask them; `readers`, for those that subscribe to our feeds with the readers that
# people use, and nginx to serve them. As root on
# Debian or Ubuntu it is installed; otherwise the one command is printed. Without these programs their tests are skipped
# with that reason; without venv nothing goes.
set -u

get() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "installing $*"
        DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null && return 0
    fi
    echo "To get it: sudo apt-get install $*"
    return 1
}

# The tests start servers themselves, on ports of their own: Debian is asked not to.
do_not_start() {
    policy=/usr/sbin/policy-rc.d
    if [ "$(id -u)" = 0 ] && [ ! -e $policy ]; then
        printf '#!/bin/sh\nexit 101\n' >$policy && chmod +x $policy
        trap 'rm -f $policy' EXIT
    fi
}

case "$1" in
venv)
    echo "Python cannot make an environment here."
    get python3-venv
    ;;
browser)
    for name in chromium chromium-browser google-chrome; do
        command -v "$name" >/dev/null 2>&1 && exit 0
    done
    get chromium fonts-noto-core || echo "The browser tests are skipped: no Chromium."
    ;;
web)
    set --
    command -v node >/dev/null 2>&1 || set -- "$@" nodejs
    command -v npm >/dev/null 2>&1 || set -- "$@" npm
    command -v java >/dev/null 2>&1 || set -- "$@" default-jre-headless
    [ $# = 0 ] && exit 0
    get "$@" || echo "The tests that need them are skipped: no $*."
    ;;
hosts)
    set --
    PATH=$PATH:/usr/sbin:/usr/local/sbin
    command -v rsync >/dev/null 2>&1 || set -- "$@" rsync
    command -v ssh >/dev/null 2>&1 || set -- "$@" openssh-client
    command -v sshd >/dev/null 2>&1 || set -- "$@" openssh-server
    command -v nginx >/dev/null 2>&1 || set -- "$@" nginx-light
    [ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || set -- "$@" libnginx-mod-http-brotli-static
    command -v caddy >/dev/null 2>&1 || set -- "$@" caddy
    [ $# = 0 ] && exit 0
    do_not_start
    get "$@" || echo "The tests that need them are skipped: no $*."
    ;;
readers)
    set --
    command -v newsboat >/dev/null 2>&1 || set -- "$@" newsboat
    command -v sfeed >/dev/null 2>&1 || set -- "$@" sfeed
    command -v r2e >/dev/null 2>&1 || set -- "$@" rss2email
    command -v xmllint >/dev/null 2>&1 || set -- "$@" libxml2-utils
    command -v curl >/dev/null 2>&1 || set -- "$@" curl
    [ -x /usr/sbin/nginx ] || command -v nginx >/dev/null 2>&1 || set -- "$@" nginx-light
    [ $# = 0 ] && exit 0
    do_not_start
    get "$@" || echo "The tests that need them are skipped: no $*."
    ;;
esac
