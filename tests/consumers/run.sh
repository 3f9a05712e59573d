#!/usr/bin/env bash
# What a stranger does with the packages in artifacts/packages: restores them, runs on both frameworks, publishes a trimmed program.
set -euo pipefail
cd "$(dirname "$0")"
packages=../../artifacts/packages
version=$(basename "$packages"/SmsGateway.Testing.*.nupkg .nupkg)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Packages of the same version as yesterday's must not come from yesterday.
common=(-p:SmsGatewayVersion="${version#SmsGateway.Testing.}" -p:RestorePackagesPath="$work/packages" -p:UseArtifactsOutput=true -p:ArtifactsPath="$work/artifacts")

for project in Console Web; do
  for framework in net8.0 net10.0; do
    echo "-- $project, $framework"
    dotnet run --project "$project" --framework "$framework" -c Release "${common[@]}"
  done
done

echo '-- Web, trimmed and self-contained'
dotnet publish Web --framework net10.0 -c Release --self-contained --use-current-runtime -p:PublishSingleFile=true "${common[@]}" -o "$work/trimmed"
du -h "$work/trimmed/Web"
"$work/trimmed/Web"
