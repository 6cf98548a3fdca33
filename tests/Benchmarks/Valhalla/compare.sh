#!/usr/bin/env bash
# Metres in the right surface class, ours and Valhalla's, over the labelled tracks of KNEELOAD_CORPUS.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
[ -d "$here/node_modules/@valhallajs" ] || npm ci --prefix "$here" --no-audit --no-fund
dotnet run --project "$here/.." -c Release -- valhalla
