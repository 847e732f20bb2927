#!/bin/sh
# Installs the style sheets and fonts of package-lock.json into node_modules; does nothing when
# they are newer than the lock file, so that a repeated build is quick and needs no npm.
set -eu
cd "$(dirname "$0")"
stamp=node_modules/.beleidsradar-installed
if [ -f "$stamp" ] && [ "$stamp" -nt package-lock.json ] && [ "$stamp" -nt package.json ]; then
    exit 0
fi
if ! command -v npm >/dev/null 2>&1; then
    echo "npm is missing: install Node.js 20 or newer with npm (Debian: apt-get install npm)" >&2
    exit 1
fi
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
touch "$stamp"
