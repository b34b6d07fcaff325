#!/usr/bin/env bash
# Runs the tests, and ends on the line "N passed, N failed, N skipped". Installs and starts what they need, stops it again.
#   eng/test.sh                                           everything, on both databases and in the browser
#   eng/test.sh --fast                                    everything but the browser
#   eng/test.sh Connections.Web.Tests                     one project or several
#   eng/test.sh Connections.Web.Tests -- --filter-class '*RouteAccessTests'
# CONFIGURATION=Release builds that configuration; Debug otherwise.
set -uo pipefail
cd "$(dirname "$0")/.."

configuration=${CONFIGURATION:-Debug}
projects=()
runner=()
fast=
while [ $# -gt 0 ]; do
  case "$1" in
    --fast) fast=1 ;;
    --) shift; runner=("$@"); break ;;
    -h | --help) sed -n '2,7p' "$0"; exit 0 ;;
    -*) echo "Unknown option $1; see eng/test.sh --help" >&2; exit 2 ;;
    *) projects+=("${1%/}") ;;
  esac
  shift
done

for program in dotnet node npm; do
  if ! command -v "$program" >/dev/null; then
    echo "$program is not installed: the .NET 10 SDK and Node 20 are what this needs to begin with." >&2
    exit 1
  fi
done

if [ ${#projects[@]} -eq 0 ]; then
  for file in tests/*/*.Tests.csproj; do projects+=("$(basename "$file" .csproj)"); done
  if [ -n "$fast" ]; then projects=("${projects[@]/Connections.EndToEnd.Tests/}"); fi
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 MSBUILDDISABLENODEREUSE=1
results=$(mktemp -d "${TMPDIR:-/tmp}/connections-results.XXXXXX")
stop_all() {
  eng/postgresql.sh stop
  rm -rf "$results"
}
trap stop_all EXIT
trap 'exit 130' INT TERM

step() { printf '== %s (%ds)\n' "$1" "$SECONDS"; }
give_up() { echo "$1" >&2; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

# Installs from a lock file, unless what is there came from this very file.
npm_ci() {
  if [ ! -f "$1/package-lock.json" ]; then return 0; fi
  if [ -f "$1/node_modules/.package-lock.json" ] && [ ! "$1/package-lock.json" -nt "$1/node_modules/.package-lock.json" ]; then return 0; fi
  (cd "$1" && { npm ci --no-audit --no-fund --loglevel=error || npm ci --no-audit --no-fund --loglevel=error; } </dev/null &&
    touch node_modules/.package-lock.json)
}

step "tools"
eng/install-test-tools.sh || give_up "The tests' tools are missing."
npm_ci . || give_up "npm ci failed."
npm_ci eng/test-servers || give_up "npm ci in eng/test-servers failed."

step "build"
dotnet build Connections.sln --configuration "$configuration" --nologo -v q </dev/null || give_up "The build failed."

step "PostgreSQL"
variables=$(eng/postgresql.sh start) || give_up "PostgreSQL did not start."
eval "$variables"

crashed=()
times=()
for project in "${projects[@]}"; do
  if [ -z "$project" ]; then continue; fi
  step "$project"
  began=$SECONDS
  dotnet test --project "tests/$project" --no-build --configuration "$configuration" --no-progress \
    --results-directory "$results" --report-ctrf --report-ctrf-filename "$project.ctrf" "${runner[@]}" </dev/null
  code=$?
  times+=("$(printf '%5ds  %s' $((SECONDS - began)) "$project")")
  # 0 passed, 2 some failed; 8 found no test, which only a filter may do.
  case $code in
    0) ;;
    2) [ -f "$results/$project.ctrf" ] || crashed+=("$project") ;;
    8) [ ${#runner[@]} -gt 0 ] || crashed+=("$project") ;;
    *) crashed+=("$project") ;;
  esac
done

step "done"
printf '%s\n' "${times[@]}"
if [ -d TestResults ]; then :; else mkdir TestResults; fi
cp "$results"/*.ctrf TestResults/ 2>/dev/null
node eng/test-summary.mjs "$results" "${crashed[@]}"
