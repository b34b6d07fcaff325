#!/usr/bin/env bash
# A throw-away PostgreSQL server for tests: its own folder, a free loopback port, nothing kept.
#   eval "$(eng/postgresql.sh start)"   starts one and sets CONNECTIONS_TEST_POSTGRESQL, which the tests read
#   eng/postgresql.sh stop              stops it and deletes its folder
set -euo pipefail

# initdb and the server refuse to run as root; Debian's package brings the user postgres.
as_owner() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

programs() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  if [ -z "$found" ] && command -v initdb >/dev/null; then found=$(dirname "$(command -v initdb)"); fi
  if [ -z "$found" ]; then
    echo "PostgreSQL's server programs are not installed (Debian: apt-get install postgresql)." >&2
    exit 1
  fi
  echo "$found"
}

start() {
  local bin folder port password
  bin=$(programs)
  folder=$(mktemp -d "${TMPDIR:-/tmp}/connections-postgresql.XXXXXX")
  port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s' "$password" > "$folder/password"
  if [ "$(id -u)" = 0 ]; then chown -R postgres "$folder"; fi
  as_owner "$bin/initdb" -D "$folder/data" -U connections -A scram-sha-256 --pwfile="$folder/password" \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync > "$folder/setup" 2>&1 || { cat "$folder/setup" >&2; exit 1; }
  as_owner "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 -o "-p $port -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories=$folder -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
    -c max_connections=300 -c shared_buffers=256MB" start > /dev/null || { cat "$folder/log" >&2; exit 1; }
  echo "export CONNECTIONS_TEST_POSTGRESQL='Host=127.0.0.1;Port=$port;Username=connections;Password=$password;Database=postgres'"
  echo "export CONNECTIONS_TEST_POSTGRESQL_FOLDER='$folder'"
}

stop() {
  local folder=${CONNECTIONS_TEST_POSTGRESQL_FOLDER:-}
  if [ -z "$folder" ] || [ ! -d "$folder/data" ]; then return 0; fi
  as_owner "$(programs)/pg_ctl" -D "$folder/data" -m immediate -w stop > /dev/null || true
  rm -rf "$folder"
}

case "${1:-}" in
  start) start ;;
  stop) stop ;;
  *) sed -n '2,4p' "$0" >&2; exit 2 ;;
esac
