#!/usr/bin/env bash
# Builds everything, brings what the tests need, runs them all, and ends with "N passed, N failed".
#   ./test.sh           the whole suite
#   ./test.sh --long    also the long fuzzing and kill cycles
#   ./test.sh --mutate  nothing but mutants of score, diary, loads and plausibility: how many of them the quick tests find
#   ./test.sh --ci      a skipped test counts as failed unless .ci/may-skip names it
# Tests on real files need KNEELOAD_CORPUS to name their folder.
set -euo pipefail
cd "$(dirname "$0")"

ci="" mutate=""
for argument in "$@"; do
  case "$argument" in
    --long) export KNEELOAD_LONG=1 ;;
    --mutate) mutate=1 ;;
    --ci) ci="--ci" ;;
    *) echo "usage: ./test.sh [--long] [--ci] | --mutate" >&2; exit 2 ;;
  esac
done

# Compilers, tests and the services that they start are over before a profile of each method is earned back.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_TieredPGO=0
# Packages are those of the lock files. Each command that builds must hear so: restored otherwise, everything is compiled once more.
export RestoreLockedMode=true

# Mutants of the folders of one project, met by the quick tests of the same rooms; the report lies in artifacts/mutation.
mutants() {
  local project="$1" folders=()
  for folder in "${@:2}"; do folders+=(-m "$folder/**/*.cs"); done
  (cd "tests/$project.Tests" && dotnet stryker -f ../stryker-config.json -p "$project.csproj" "${folders[@]}" -O "../../artifacts/mutation/$project")
}

if [ -n "$mutate" ]; then
  # Real files say nothing of a mutant that made ones do not, and the variable leaves the slow tests out of the build.
  unset KNEELOAD_CORPUS KNEELOAD_LONG
  export KNEELOAD_MUTATE=1
  dotnet tool restore >/dev/null
  code=0
  mutants Analysis Risk Diary Loads || code=1
  mutants Ingest Plausibility || code=1
  exit "$code"
fi

missing=()
command -v chromium >/dev/null || missing+=(chromium)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing ${missing[*]}"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >/tmp/kneeload-apt.log 2>&1 \
      || { tail -5 /tmp/kneeload-apt.log >&2; echo "could not install ${missing[*]}: the tests that need them will be skipped" >&2; }
  else
    echo "missing: ${missing[*]}. The tests that need them will be skipped; install them from your system's packages." >&2
  fi
fi

results=artifacts/tests
rm -rf "$results"
mkdir -p "$results"

# Folders of tests lie on a disk in memory where there is one with room: no test can show what a power cut leaves, and each commit waits for the disk.
scratch="${TMPDIR:-/tmp}"
if [ -d /dev/shm ] && [ "$(df -k --output=avail /dev/shm | tail -1)" -gt 4000000 ]; then
  scratch="$(mktemp -d /dev/shm/kneeload-tests.XXXXXX)"
  trap 'rm -rf "$scratch"' EXIT
  # The database server's own user must come in.
  chmod 755 "$scratch"
fi

# Runs one step and keeps what it said, how long it took and how it ended.
timed() {
  local name="$1" begun="$EPOCHREALTIME" code=0
  shift
  "$@" >"$results/$name.log" 2>&1 || code=$?
  echo "$name $(((${EPOCHREALTIME/./} - ${begun/./}) / 1000000)) $code" >>"$results/steps"
  return "$code"
}

# A failing project does not hide the others; the summary counts them all.
run_tests() {
  TMPDIR="$scratch" timed "$1.Tests" "tests/$1.Tests/bin/Release/net10.0/KneeLoad.$1.Tests" "${@:2}" -noColor -noLogo -ctrf "$results/$1.json" || true
}

must() {
  timed "$@" || { cat "$results/$1.log"; exit 1; }
}

timed whitespace dotnet format whitespace --folder . --verify-no-changes || true &
must restore dotnet restore KneeLoad.sln -v quiet
must libraries dotnet build tests/libraries.slnf -c Release --no-restore -v quiet

# The compiler of Web leaves a core idle: the tests that do not need Web fill it.
for project in Ingest Analysis; do
  run_tests "$project"
done &
must web dotnet build src/Web -c Release --no-restore -v quiet

# While the tests of Web are compiled, so is the service to machine code, as they start it some hundred times.
machine_code=artifacts/machine-code
rm -rf "$machine_code"
timed precompile tests/precompile.sh src/Web/bin/Release/net10.0 "$machine_code" &
precompiling=$!
must build dotnet build KneeLoad.sln -c Release --no-restore -v quiet
wait "$precompiling" && cp "$machine_code"/*.dll tests/Web.Tests/bin/Release/net10.0/ || cat "$results/precompile.log"

# Much of the Web tests' time is waiting for processes and browsers.
run_tests Web -maxThreads 5x &
run_tests Architecture
wait
cat "$results"/*.Tests.log
node tests/summary.mjs "$results" $ci
