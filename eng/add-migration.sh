#!/usr/bin/env bash
# eng/add-migration.sh NAME: adds the same migration for both databases.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
dotnet build eng/EfDesign -v q --nologo
for provider in Sqlite PostgreSql; do
  dotnet ef migrations add "$1" --no-build --project src/Connections.Data --startup-project eng/EfDesign \
    --context "${provider}ConnectionsDbContext" --output-dir "Migrations/$provider"
done
