#!/usr/bin/env bash
# Installs, on Debian, the programs that the tests run and that are not there yet: a browser, PostgreSQL, libvips' tool.
set -euo pipefail

missing=()
command -v chromium >/dev/null || missing+=(chromium)
ls -d /usr/lib/postgresql/*/bin >/dev/null 2>&1 || command -v initdb >/dev/null || missing+=(postgresql)
command -v vips >/dev/null || missing+=(libvips-tools)
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

if ! command -v apt-get >/dev/null; then
  echo "The tests need ${missing[*]}. Install them with this system's package manager and run this again." >&2
  exit 1
fi

root=()
if [ "$(id -u)" != 0 ]; then
  if ! sudo -n true 2>/dev/null; then
    echo "The tests need ${missing[*]}. Run: sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
  root=(sudo -n)
fi

install_all() {
  "${root[@]}" apt-get update -qq &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

echo "Installing ${missing[*]}"
# A package index can be renewed while it is being read: one more try after putting half-done work in order.
if ! install_all </dev/null >/tmp/connections-apt.$$ 2>&1; then
  sleep 10
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -qq --no-install-recommends -f install </dev/null >>/tmp/connections-apt.$$ 2>&1 || true
  install_all </dev/null >>/tmp/connections-apt.$$ 2>&1 || { cat /tmp/connections-apt.$$ >&2; echo "Could not install ${missing[*]}." >&2; exit 1; }
fi
rm -f /tmp/connections-apt.$$
