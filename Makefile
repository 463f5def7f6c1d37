# Every target makes the environment it needs. `uv` is used when it is there; plain pip is enough.
.DEFAULT_GOAL := help
SHELL := bash
PYTHON ?= $(shell for v in python3.11 python3.12 python3.13 python3; do \
	$$v -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$v; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
PORT ?= 8000
HOST ?= 127.0.0.1
UV := $(shell command -v uv 2>/dev/null)
SHARED ?= $(or $(PRECEDENT_SHARED),../shared)
SOURCES := api graph ingest ontology tests

.PHONY: help serve web test test-browser test-all lint format bench accuracy coverage facts build lock clean

help: ## show the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# $(1): name of the lock. The project itself is installed last, editable, without touching the pins.
define install
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed, and none was found" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing $(1) (first time only)" >&2
	@if [ -n "$(UV)" ]; then \
		$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/$(1).txt && \
		$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/$(1).txt && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . ; \
	fi
	@touch $@
endef

$(VENV)/.run: requirements/run.txt pyproject.toml
	$(call install,run)

$(VENV)/.dev: requirements/dev.txt pyproject.toml
	$(call install,dev)

# $(1): a version. A name on PATH may be a shim of pyenv that answers for no version, or for another;
# then what pyenv has installed counts, where it says, where its shims stand, or where it is at home.
define find_python
v=$(1); found=$$(command -v python$$v || true); \
if [ -n "$$found" ] && $$found -c '' 2>/dev/null; then echo $$found; else \
	for root in "$${PYENV_ROOT:-}" "$$(pyenv root 2>/dev/null || true)" "$${found%/shims/*}" "$$HOME/.pyenv"; do \
		python=$$(ls -d "$$root"/versions/$$v.*/bin/python 2>/dev/null | tail -1); \
		if [ -n "$$root" ] && [ -n "$$python" ]; then echo "$$python"; break; fi; \
	done; \
fi
endef

serve: $(VENV)/.run ## set everything up, fill the graph and serve it (PORT=8000 HOST=127.0.0.1)
	@$(MAKE) --no-print-directory web || echo "the query editor could not be fetched: /sparql stays a plain form" >&2
	@$(BIN)/precedent serve --host $(HOST) --port $(PORT)

# The generator of clients holds typer back, so it gets an environment of its own.
.venv-client/.ready: requirements/client.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed, and none was found" >&2; exit 1; }
	@test -x .venv-client/bin/python || $(PYTHON) -m venv .venv-client
	@echo "installing the generator of clients (first time only)" >&2
	@.venv-client/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/client.txt
	@touch $@

# What the pages use where it is there (the query editor) and what the tests check pages with (axe).
# npm comes from PyPI where the machine has none. The lock names every package by its hash.
WEB := api/pages/web
BUILT := api/pages/static/built

.venv-web/.ready: requirements/web.txt
	@test -x .venv-web/bin/python || $(PYTHON) -m venv .venv-web
	@echo "installing npm (first time only)" >&2
	@.venv-web/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/web.txt
	@touch $@

$(BUILT)/.ready: $(WEB)/package-lock.json
	@npm=$$(command -v npm || true); \
	if [ -z "$$npm" ]; then $(MAKE) --no-print-directory .venv-web/.ready && npm=$(CURDIR)/.venv-web/bin/npm; fi; \
	echo "installing the front-end packages (first time only)" >&2; \
	"$$npm" ci --prefix $(WEB) --ignore-scripts --no-audit --no-fund --loglevel=error >&2
	@mkdir -p $(BUILT)
	@cp $(WEB)/node_modules/@zazuko/yasgui/build/yasgui.min.js $(WEB)/node_modules/@zazuko/yasgui/build/yasgui.min.css $(BUILT)/
	@touch $@

web: $(BUILT)/.ready ## fetch the front-end packages: the query editor, and the tests' accessibility checker

test: $(VENV)/.dev .venv-client/.ready $(BUILT)/.ready ## set everything up; lint, types and all tests
	@$(MAKE) --no-print-directory -j2 --output-sync=target lint test-browser
	$(BIN)/python -m pytest -q -n 2

# Types and the browser each keep one core busy, so that they go side by side.
test-browser: $(VENV)/.dev $(BUILT)/.ready ## the tests of the pages in a real browser
	$(BIN)/python -m pytest -q tests/browser

test-all: ## the tests on every Python of 3.11, 3.12, 3.13 that is installed
	@ran=0; for v in 3.11 3.12 3.13; do \
		python=$$($(call find_python,$$v)); \
		if [ -n "$$python" ]; then echo "== Python $$v"; ran=1; \
			$(MAKE) --no-print-directory test PYTHON=$$python VENV=.venv-$$v || exit 1; \
		else echo "== Python $$v is not installed: skipped"; fi; done; test $$ran = 1

lint: $(VENV)/.dev ## ruff and mypy --strict
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy

format: $(VENV)/.dev ## put the sources in their standard form
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/ruff check --fix $(SOURCES)

# eyecite's wheel installs a top-level package `tests`; the peers never share our environment. Its
# source distribution holds its own test cases; it is fetched with the pinned hash and not committed.
.venv-bench/.ready: requirements/bench.txt
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	@echo "installing the peers (first time only)" >&2
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@sed -n '/^eyecite==/,/# via/p' requirements/bench.txt > .venv-bench/eyecite.txt
	@.venv-bench/bin/python -m pip download --quiet --disable-pip-version-check --no-deps --no-binary eyecite \
		--require-hashes -r .venv-bench/eyecite.txt -d .venv-bench/cases
	@touch $@

bench: $(VENV)/.run .venv-bench/.ready ## measure answering and reading, beside peers in the same run
	@$(BIN)/precedent bench answers
	@$(if $(wildcard $(SHARED)/networks/fowler_allcites.txt),$(BIN)/precedent bench answers --network $(SHARED)/networks)
	@$(BIN)/precedent bench http
	@$(BIN)/precedent bench sparql
	@$(BIN)/precedent bench extract $(if $(wildcard $(SHARED)/opinions),--texts $(SHARED)/opinions)
	@$(BIN)/precedent bench cases --write docs/eyecite-cases.json

accuracy: $(VENV)/.run ## measure extraction on the annotated references; write the published figures
	$(BIN)/precedent evaluate $(SHARED)/gold/dev.jsonl --texts $(SHARED)/opinions \
		--write ingest/evaluation/accuracy.json
	$(BIN)/python -m ingest.evaluation.generate

coverage: $(VENV)/.run ## write what share of the facts is verified into README.md and docs/coverage.md
	$(BIN)/python -m graph.coverage.generate

facts: $(VENV)/.run ## read the citation facts that are shipped anew from the opinions (SHARED=folder)
	$(BIN)/precedent facts citations --texts $(SHARED)/opinions
	$(BIN)/python -m graph.citation_counts

build: $(VENV)/.dev ## the wheel and the source distribution, in dist/
	$(BIN)/python -m build --no-isolation

lock: ## renew the pinned, hashed locks (needs uv)
	uv pip compile -q pyproject.toml requirements/build.in --universal --python-version 3.11 --generate-hashes --no-header -o requirements/run.txt
	uv pip compile -q pyproject.toml requirements/build.in --group dev -c requirements/run.txt --universal --python-version 3.11 --generate-hashes --no-header -o requirements/dev.txt
	uv pip compile -q requirements/bench.in --universal --python-version 3.11 --generate-hashes --no-header -o requirements/bench.txt
	uv pip compile -q requirements/client.in --universal --python-version 3.11 --generate-hashes --no-header -o requirements/client.txt
	uv pip compile -q requirements/web.in --universal --python-version 3.11 --generate-hashes --no-header -o requirements/web.txt

clean: ## remove the environments and everything built
	rm -rf $(BUILT) $(WEB)/node_modules .venv .venv-* dist .mypy_cache .ruff_cache .pytest_cache
