#!/bin/sh
# Makes the virtual environment: make-venv.sh PYTHON VENV
set -eu
python=$1
venv=$2
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Filmoteka needs Python 3.11 or newer; $python is $("$python" --version 2>&1)." >&2
    exit 1
}
echo "Setting up $venv (a few minutes the first time)"
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --upgrade 'pip>=25.1,<27'
"$venv/bin/python" -m pip install --quiet --constraint constraints.txt --editable '.[samples]' --group dev
