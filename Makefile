# `make` builds the dataset, `make test` proves it; both make their own environment in .venv.
# Needs nothing but Python 3.11 or newer, git and make.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
EXTRAS := .venv/.extras

.DEFAULT_GOAL := build
.PHONY: build test extras test-extras lint format clean help

build: $(READY)  ## rebuild data/, datapackage.json and build/ from raw/ (the default)
	@$(BIN)/claims build

test: $(READY)  ## run every test
	@$(BIN)/python -m pytest

extras: $(EXTRAS)  ## install what only some commands and tests need (1.2 GB)

test-extras: $(EXTRAS)  ## run the tests that need it, none left out
	@$(BIN)/python -m pytest -m needs --none-left-out

lint: $(READY)  ## check format, style and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(READY)  ## put the code into the house format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:  ## remove what a build makes outside git (not .venv)
	rm -rf build .dvc/tmp .dvc/cache .mypy_cache .pytest_cache .ruff_cache .hypothesis

help:  ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

# The pinned packages first, each checked against its hash; then this project itself, in place.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the pinned packages into .venv (once; a few minutes) ..."
	@$(BIN)/python -m pip install -qq --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@touch $(READY)

# Packages that the pipeline imports where they are there; and programs, which have their own environment.
$(EXTRAS): $(READY) requirements-extras.lock requirements-programs.lock
	@echo "Installing the optional packages into .venv (once; some minutes) ..."
	@$(BIN)/python -m pip install -qq --no-deps --require-hashes --requirement requirements-extras.lock
	@test -x .venv/programs/bin/python || $(PYTHON) -m venv .venv/programs
	@.venv/programs/bin/python -m pip install -qq --no-deps --require-hashes \
		--requirement requirements-programs.lock
	@touch $(EXTRAS)
