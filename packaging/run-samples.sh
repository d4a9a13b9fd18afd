#!/bin/sh
# Shows Filmoteka on its samples: in a window where there is a screen; else the same program runs on a virtual
# screen (Xvfb), or on none, and leaves a picture of its window and the tags it found in out/.
# FILMOTEKA overrides the program, OUT the folder.
set -u
cd "$(dirname "$0")/.." || exit 1
program=${FILMOTEKA:-.venv/bin/filmoteka}
out=${OUT:-out}

[ -x "$program" ] || {
    echo "$program is not there: run 'make setup' first." >&2
    exit 2
}
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$program" samples "$@"
fi

xvfb=""
number=""
running=""
clean_up() {
    [ -z "$running" ] || kill "$running" 2>/dev/null
    [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null
    [ -z "$number" ] || rm -f "$number"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Starts Xvfb on the first free display and waits until it tells which; 1 where that does not come about.
start_xvfb() {
    command -v Xvfb >/dev/null 2>&1 || return 1
    number=$(mktemp) || return 1
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$number" >/dev/null 2>&1 &
    xvfb=$!
    tries=0
    until [ -s "$number" ]; do
        tries=$((tries + 1))
        if [ "$tries" -gt 100 ] || ! kill -0 "$xvfb" 2>/dev/null; then
            return 1
        fi
        sleep 0.1
    done
    DISPLAY=":$(tr -d '[:space:]' <"$number")"
}

if start_xvfb; then
    echo "There is no screen: the window opens on a virtual one and is saved as a picture."
    export DISPLAY
    export QT_QPA_PLATFORM=xcb
else
    echo "There is no screen and no Xvfb: the window is drawn in memory and saved as a picture."
    unset DISPLAY
    export QT_QPA_PLATFORM=offscreen
fi
# In the background, because a shell that waits for a foreground program hears no signal meanwhile.
"$program" samples --report "$out" "$@" &
running=$!
wait "$running"
code=$?
running=""
exit "$code"
