#!/usr/bin/env bash
# needs: java python3
# Called by LanguageProof: run.sh <tasks> <results>; SPECS is the folder of the published specs, VENUES lists the venues,
# OPENAPI_GENERATOR is the jar of OpenAPI Generator's command line.
set -euo pipefail

[ -d .venv ] || python3 -m venv .venv
.venv/bin/pip install --quiet --requirement requirements.txt
rm -rf generated
for venue in $VENUES; do
  package="${venue//-/_}"
  java -jar "$OPENAPI_GENERATOR" generate --generator-name python --input-spec "$SPECS/$venue/portable.yaml" \
    --package-name "$package" --output "generated/$venue" \
    --global-property apis,models,supportingFiles,apiDocs=false,modelDocs=false,apiTests=false,modelTests=false
  export PYTHONPATH="${PYTHONPATH:+$PYTHONPATH:}$PWD/generated/$venue"
done
.venv/bin/python main.py "$1" "$2"
