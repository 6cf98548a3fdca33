#!/usr/bin/env bash
# Builds everything, brings what the tests need, runs them all, and ends with "N passed, N failed".
#   ./test.sh           the whole suite
#   ./test.sh --long    also the long fuzzing and kill cycles
#   ./test.sh --ci      a skipped test counts as failed unless .ci/may-skip names it
set -euo pipefail
cd "$(dirname "$0")"

ci=""
for argument in "$@"; do
  case "$argument" in
    --long) export KNEELOAD_LONG=1 ;;
    --ci) ci="--ci" ;;
    *) echo "usage: ./test.sh [--long] [--ci]" >&2; exit 2 ;;
  esac
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
if [ -z "${KNEELOAD_CORPUS:-}" ] && [ -d ../shared/data/watch ]; then
  KNEELOAD_CORPUS="$(cd ../shared/data && pwd)"
  export KNEELOAD_CORPUS
fi

missing=()
command -v chromium >/dev/null || missing+=(chromium)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
/usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || missing+=(python3-aiosmtpd)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing ${missing[*]}"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >/tmp/kneeload-apt.log 2>&1 \
      || { tail -5 /tmp/kneeload-apt.log >&2; echo "could not install ${missing[*]}: the tests that need them will be skipped" >&2; }
  else
    echo "missing: ${missing[*]}. The tests that need them will be skipped; install them from your system's packages." >&2
  fi
fi

dotnet restore KneeLoad.sln --locked-mode -v quiet
dotnet build KneeLoad.sln -c Release --no-restore -v quiet

results=artifacts/tests
rm -rf "$results"
mkdir -p "$results"
for project in Architecture Ingest Analysis Web; do
  # A failing project does not hide the others; the summary counts them all.
  "tests/$project.Tests/bin/Release/net10.0/KneeLoad.$project.Tests" -noColor -noLogo -ctrf "$results/$project.json" || true
done
node tests/summary.mjs "$results" $ci
