#!/bin/sh
# The tests as on other days: test/any-day.sh [DAY,DAY…] [what vitest run takes]; without days on all of DAYS, without names the whole suite.
# Every process of the run sees the day but Postgres, Redis and Chromium, see docs/decisions/0022-any-day.md; timers go by the monotonic clock, as it is.
set -u
cd "$(dirname "$0")/.." || exit
DAYS=2026-12-12,2027-02-10,2027-06-15,2028-02-28,2029-12-31

command -v faketime >/dev/null || { echo 'faketime is missing: apt-get install faketime' >&2; exit 1; }
days=$DAYS
case ${1:-} in
20[0-9][0-9]-*)
  days=$1
  shift
  ;;
esac
failed=''
for day in $(echo "$days" | tr , ' '); do
  echo "== $day"
  FAKETIME_DONT_FAKE_MONOTONIC=1 faketime "$day 10:00:00" node node_modules/vitest/vitest.mjs run "$@" || failed="$failed $day"
done
[ -z "$failed" ] || { echo "failed on:$failed" >&2; exit 1; }
