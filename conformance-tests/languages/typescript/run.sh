#!/usr/bin/env bash
# needs: node npm npx
# Called by LanguageProof: run.sh <tasks> <results>; SPECS is the folder of the published specs, VENUES lists the venues.
set -euo pipefail

npm ci --no-audit --no-fund
for venue in $VENUES; do
  npx openapi-typescript "$SPECS/$venue/portable.yaml" --output "src/generated/$venue.ts"
done
node write-calls.mjs "$1"
npx tsc
node dist/main.js "$1" "$2"
