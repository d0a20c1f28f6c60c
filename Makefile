# Error Desk: everything a developer runs. `make` or `make help` lists it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CODE := desk index resources tests
SEEDS ?= $(ERROR_DESK_EVALUATION)/seeds
# Libraries that Qt loads from the system, and a font with Chinese; the README names the same line.
DEBIAN := python3-venv libegl1 libgl1 libglib2.0-0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 \
  libxcb-shape0 libdbus-1-3 libfontconfig1 fonts-noto-cjk

.DEFAULT_GOAL := help
.PHONY: help run test lint types contracts tests format soak bench packs screenshots keys lock system clean

help:  ## list these targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/' | expand -t 22

run: system $(READY)  ## install into a virtual environment of its own and open the window
	@$(BIN)/error-desk window

test: system $(READY) lint types contracts tests  ## install, then lint, types, contracts and all tests

lint: $(READY)  ## style and formatting (ruff)
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)

types: $(READY)  ## types (mypy, strict)
	$(BIN)/mypy

contracts: $(READY)  ## which layer may import which (import-linter)
	$(BIN)/lint-imports

tests: $(READY)  ## the test suite; ERROR_DESK_EVALUATION names the folder of the evaluation kit, if there is one
	$(BIN)/pytest

format: $(READY)  ## format the code and mend what can be mended by itself
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

soak: $(READY)  ## the long campaigns in full: fuzz, kill loops, starts and stops
	ERROR_DESK_SOAK=1 $(BIN)/pytest -m soak

bench: $(READY)  ## search speed and build times beside SQLite FTS5, at 690, 10,000 and 100,000 entries
	$(BIN)/python tests/bench/bench.py

packs: $(READY)  ## remake the bundled packs from the source documents in SEEDS
	$(BIN)/python -m index.importing.bundle "$(SEEDS)" resources/catalogues

screenshots: $(READY)  ## make the pictures in docs/ from the real window
	$(BIN)/python tests/shots.py docs
	$(BIN)/python tests/rich_text_shot.py docs

keys: $(READY)  ## write the README's list of keys from the table of actions
	$(BIN)/python tests/readme_keys.py README.md

lock: $(READY)  ## make constraints.txt anew from pyproject.toml (needs pip-tools on the PATH)
	pip-compile --quiet --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --no-annotate \
	  --strip-extras --allow-unsafe --all-build-deps --extra test --output-file constraints.txt pyproject.toml

clean:  ## remove the virtual environment and everything that was derived
	rm -rf $(VENV) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

# On Debian and its kin: name the system packages that are missing, before Qt fails with a riddle.
system:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Error Desk needs Python 3.11 or newer; $(PYTHON) is older or missing (make PYTHON=... names another)" >&2; exit 1; }
	@if command -v dpkg-query >/dev/null; then missing=; for name in $(filter-out python3-venv,$(DEBIAN)); do \
	  dpkg-query -W -f '$${Status}\n' $$name $${name}t64 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$name"; done; \
	  $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || missing="$$missing python3-venv"; \
	  if [ -n "$$missing" ]; then echo "These system packages are missing; install them with: sudo apt-get install$$missing" >&2; exit 1; fi; fi

$(READY): constraints.txt pyproject.toml
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q desk index resources  # so that the first start is as quick as any other
	@touch $@
