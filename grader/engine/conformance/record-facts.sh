#!/usr/bin/env bash
# Records what real CPythons do into the engine's test resources. The tests read the files and need no Python.
#
# usage: record-facts.sh            needs pyenv with 3.6.15 (the aligned16 layout) and 3.9.18
#
# It has to be bash that starts each Python: a Python started by pyenv pins its version for its children.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
facts=$here/../src/test/resources/gradus/engine/facts
mkdir -p "$facts"

record() { # version, kind of fact
  PYENV_VERSION=$1 python3 "$here/facts.py" "$2" >"$facts/$2-${1%.*}.txt"
}

for version in 3.6.15 3.9.18; do
  record "$version" list-steps
  record "$version" list-makers
done
for kind in int-bytes list-bytes list-sizes types blocks block-moves; do
  record 3.6.15 "$kind"
done
