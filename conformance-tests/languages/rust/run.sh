#!/usr/bin/env bash
# needs: java cargo cc
# Called by LanguageProof: run.sh <tasks> <results>; SPECS is the folder of the published specs, VENUES lists the venues,
# OPENAPI_GENERATOR is the jar of OpenAPI Generator's command line.
set -euo pipefail

rm -rf generated
for venue in $VENUES; do
  package="${venue//-/_}"
  java -jar "$OPENAPI_GENERATOR" generate --generator-name rust --input-spec "$SPECS/$venue/portable.yaml" \
    --package-name "$package" --output "generated/$package" --additional-properties supportMiddleware=true \
    --type-mappings double=serde_json::Value \
    --global-property apis,models,supportingFiles,apiDocs=false,modelDocs=false
done
cargo run --quiet -- "$1" "$2"
