#!/usr/bin/env bash
# needs: go
# Called by LanguageProof: run.sh <tasks> <results>; SPECS is the folder of the published specs, VENUES lists the venues.
set -euo pipefail

for venue in $VENUES; do
  package="${venue//-/}"
  mkdir -p "generated/$package"
  go tool oapi-codegen -config oapi-codegen.yaml -package "$package" -o "generated/$package/client.go" \
    "$SPECS/$venue/portable.yaml"
done
go run . "$1" "$2"
