#!/bin/sh
# Makes .venv and installs one lock and this package into it: `install.sh build|test`. The locks
# `fuzz` and `mutate` come on top of `test`.
# A stamp in .venv tells what was installed, so a second run has nothing to do.
set -eu
cd "$(dirname "$0")/.."
lock=$1
extra=
case $lock in
    fuzz | mutate)
        extra=$lock
        sh requirements/install.sh test
        ;;
esac

stamp() { # the contents of the locks up to $1, the package's settings, this Python, this folder
    files="requirements/build.txt pyproject.toml"
    if [ "$1" != build ]; then files="$files requirements/test.txt"; fi
    if [ -n "$extra" ]; then files="$files requirements/$extra.txt"; fi
    # shellcheck disable=SC2086
    cat $files | cksum
    .venv/bin/python -V 2>&1 || true
    pwd
}

fail() {
    echo "$1" >&2
    exit 1
}

usable() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

has_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

find_python() { # the first that can make a venv, else the first that is new enough
    enough=
    for candidate in ${PYTHON3:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if usable "$candidate"; then
            if has_venv "$candidate"; then
                echo "$candidate"
                return
            fi
            enough=${enough:-$candidate}
        fi
    done
    echo "$enough"
}

make_venv() {
    python=$(find_python)
    if [ -z "$python" ]; then
        fail "Pasang Python 3.11 atau yang lebih baru. / Install Python 3.11 or newer."
    fi
    case $python in
        python3.*) package=$python-venv ;;
        *) package=python3-venv ;;
    esac
    if ! has_venv "$python" && [ "$(id -u)" = 0 ] && [ -e /etc/debian_version ]; then
        echo "Memasang $package / installing $package" >&2
        export DEBIAN_FRONTEND=noninteractive
        { apt-get update -qq && apt-get install -y -qq "$package"; } >/dev/null || true
    fi
    if ! has_venv "$python"; then
        fail "Python ini tanpa venv: pasang dengan 'apt install $package'. / This Python has no venv: install it with 'apt install $package'."
    fi
    "$python" -m venv --clear .venv
}

if [ "$(cat ".venv/stamp-$lock" 2>/dev/null)" = "$(stamp "$lock")" ]; then
    exit 0
fi

pip() { .venv/bin/python -m pip --quiet --disable-pip-version-check "$@"; }
announce() { echo "Memasang dari requirements/$lock.txt / installing from requirements/$lock.txt" >&2; }

if [ -n "$extra" ]; then
    announce
    if ! pip install --require-hashes --only-binary :all: -r "requirements/$extra.txt"; then
        fail "Alat ini belum ada untuk Python dan sistem ini; pakai Python 3.11 sampai 3.14 di Linux. / There is no such tool for this Python and system yet; use Python 3.11 to 3.14 on Linux."
    fi
    stamp "$lock" >".venv/stamp-$lock"
    exit 0
fi

if ! usable .venv/bin/python || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    make_venv
fi
rm -f .venv/stamp-*
announce
pip install --require-hashes -r "requirements/$lock.txt"
pip install --no-deps --no-build-isolation -e .
stamp build >.venv/stamp-build
if [ "$lock" = test ]; then stamp test >.venv/stamp-test; fi
