#!/bin/sh
# What the image lacks: a browser for the tests, Node.js and Java for the checkers of pages.
set -eu
apt-get update -qq
apt-get install -y -qq --no-install-recommends chromium-headless-shell default-jre-headless nodejs npm >/dev/null
git config --global --add safe.directory "$PWD"
make test-tools
