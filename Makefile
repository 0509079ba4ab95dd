# `make` builds the dataset, `make test` proves it; both make their own environment in .venv.
# Needs nothing but Python 3.11 or newer, git and make.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
EXTRAS := .venv/.extras
PROGRAMS := .venv/.programs
CATALOGUES := .venv/.catalogues

.DEFAULT_GOAL := build
.PHONY: build test extras test-extras test-catalogues explorer test-explorer screenshots lint format clean help

build: $(READY)  ## rebuild data/, datapackage.json and build/ from raw/ (the default)
	@$(BIN)/claims build

test: $(READY)  ## run every test
	@$(BIN)/python -m pytest

extras: $(EXTRAS)  ## install what only some commands and tests need (1.2 GB)

test-extras: $(EXTRAS)  ## run the tests that need it, none left out
	@$(BIN)/python -m pytest -m needs --none-left-out

test-catalogues: $(CATALOGUES) $(PROGRAMS)  ## run those of them that hold our exports against others' validators
	@$(BIN)/python -m pytest -m needs --none-left-out tests/release/test_catalogues.py

explorer: explorer/dist/index.html  ## build the page that `claims explore` shows (needs Node 20 or newer)

CHROMIUM ?= /usr/bin/chromium

test-explorer: $(READY) explorer  ## test that page in Debian's Chromium (CHROMIUM=/path/to/another)
	@test -x $(CHROMIUM) || { echo "Chromium is needed at $(CHROMIUM) (Debian: apt-get install chromium)" >&2; exit 1; }
	@cd explorer && npm run --silent lint && CHROMIUM=$(CHROMIUM) npx playwright test

screenshots: $(READY) explorer  ## take the README's pictures of that page into docs/images/
	@mkdir -p docs/images
	@$(BIN)/python -m pipeline.cli explore --port 8473 >/dev/null & server=$$!; trap "kill $$server" EXIT; \
		until node -e 'fetch("http://127.0.0.1:8473/").catch(() => process.exit(1))'; do kill -0 $$server || exit 1; sleep 1; done; \
		CHROMIUM=$(CHROMIUM) node explorer/tests/screenshots.mjs http://127.0.0.1:8473/ docs/images

lint: $(READY)  ## check format, style and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(READY)  ## put the code into the house format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:  ## remove what a build makes outside git (not .venv, not node_modules)
	rm -rf build explorer/dist .dvc/tmp .dvc/cache .mypy_cache .pytest_cache .ruff_cache .hypothesis

help:  ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

# The page: packages pinned with their hashes in package-lock.json, none of their scripts run.
PAGE_SOURCES := $(shell find explorer/src explorer/build -type f) explorer/index.html \
	explorer/vite.config.ts explorer/tsconfig.json

explorer/dist/index.html: explorer/node_modules/.ready $(PAGE_SOURCES)
	@cd explorer && npm run --silent build

explorer/node_modules/.ready: explorer/package-lock.json
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null && command -v npm >/dev/null \
		|| { echo "Node 20 or newer and npm are needed to build the explorer" >&2; exit 1; }
	@echo "Installing the explorer's packages into explorer/node_modules (once) ..."
	@cd explorer && npm ci --ignore-scripts --loglevel=error
	@touch $@

# Python compiles what it imports, and most of what is installed never is; where it may not keep what
# it compiled, pip compiles all at once.
COMPILE := $(if $(PYTHONDONTWRITEBYTECODE),,--no-compile)

# The pinned packages first, each checked against its hash; then this project itself, in place.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the pinned packages into .venv (once; a few minutes) ..."
	@$(BIN)/python -m pip install $(COMPILE) -qq --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install $(COMPILE) -qq --no-deps --no-build-isolation --editable .
	@touch $(READY)

# Packages that the pipeline imports where they are there; and programs, which have their own environment.
$(EXTRAS): $(READY) $(PROGRAMS) requirements-extras.lock
	@echo "Installing the optional packages into .venv (once; some minutes) ..."
	@$(BIN)/python -m pip install $(COMPILE) -qq --no-deps --require-hashes --requirement requirements-extras.lock
	@touch $(EXTRAS)

$(CATALOGUES): $(READY) requirements-catalogues.lock
	@echo "Installing what writes and reads other catalogues into .venv (once) ..."
	@$(BIN)/python -m pip install $(COMPILE) -qq --no-deps --require-hashes --requirement requirements-catalogues.lock
	@touch $(CATALOGUES)

$(PROGRAMS): $(READY) requirements-programs.lock
	@echo "Installing others' programs into .venv/programs (once) ..."
	@test -x .venv/programs/bin/python || $(PYTHON) -m venv .venv/programs
	@.venv/programs/bin/python -m pip install $(COMPILE) -qq --no-deps --require-hashes \
		--requirement requirements-programs.lock
	@touch $(PROGRAMS)
