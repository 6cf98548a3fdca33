#!/usr/bin/env bash
# Compiles the assemblies of a folder to machine code: the hundred services that the tests start then begin in half the time.
#   tests/precompile.sh FROM TO
# Compiles nothing, and says so, where the compiler is not to be had: the tests then run as well, only longer.
set -euo pipefail
from="$1" to="$2"
home="$(dirname "$0")/Precompiler"

mkdir -p "$to"
[ "$(uname -sm)" = "Linux x86_64" ] || { echo "no compiler for $(uname -sm)"; exit 0; }
dotnet restore "$home" -v quiet || { echo "the compiler could not be fetched"; exit 0; }
property() { dotnet msbuild "$home" "-getProperty:$1"; }
version="$(property BundledNETCoreAppPackageVersion)"
compiler="$(property NuGetPackageRoot)/microsoft.netcore.app.crossgen2.linux-x64/$version/tools/crossgen2"
shared="$(property NetCoreRoot)/shared"
[ -d "$shared/Microsoft.AspNetCore.App/$version" ] || { echo "no runtime $version"; exit 0; }

compile() {
  "$compiler" "$from/$1" -o "$to/$1" -r "$from/*.dll" -r "$shared/Microsoft.NETCore.App/$version/*.dll" -r "$shared/Microsoft.AspNetCore.App/$version/*.dll" \
    --targetos linux --targetarch x64 -O >/dev/null || { rm -f "$to/$1"; echo "$1 stays as it is"; }
}
export -f compile
export compiler from to shared version
# The largest first, so that none is waited for alone. SQL Server's client and the parts for designers are never called.
names="$(cd "$from" && ls -S -- *.dll)"
grep -E '^(KneeLoad|Hangfire|Newtonsoft|NodaTime|Npgsql|MailKit|MimeKit|Dapper|System.CommandLine|SQLitePCLRaw|Microsoft.(Data.Sqlite|EntityFrameworkCore|AspNetCore))' <<<"$names" \
  | grep -v -e SqlServer -e Design | xargs -P "$(nproc)" -I{} bash -c 'compile {}'
echo "$(find "$to" -name '*.dll' | wc -l) assemblies compiled"
