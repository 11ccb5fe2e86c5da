# make demo   the whole way, from a plan's text to an answer and a picture, in demo/
# make test   everything that CI runs: lint, types, tests on both stores, in the browser and with LibreOffice
# make check  lint, types and the tests that need no server, no browser and no LibreOffice: about a minute
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEV := $(VENV)/.installed-dev
# so that modules are compiled once, not again by every process that a test starts
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test check lint serverless servers on-neo4j elsewhere interrupted slow clean

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed: make PYTHON=python3.12 …" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(STAMP): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(DEV): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $(STAMP) $@

demo: $(STAMP)
	@$(BIN)/python -m policygraph.demo demo

test: lint serverless servers

check: lint serverless

lint: $(DEV)
	$(BIN)/ruff check src tests benchmarks loaders
	$(BIN)/ruff format --check src tests benchmarks loaders
	$(BIN)/mypy

serverless: $(DEV)
	$(BIN)/python -m pytest -q -n auto --dist worksteal -m 'not server and not browser and not office and not slow'

# three processes at a time, each with servers of its own; those that kill or starve theirs wait more than they work
INTERRUPTED := $(addprefix tests/stores/test_,interrupted.py full_disk.py embedded.py)
servers: $(DEV)
	$(MAKE) -j 3 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target) on-neo4j elsewhere interrupted

on-neo4j: $(DEV)
	$(BIN)/python -m pytest -q -m 'neo4j and not slow' $(addprefix --ignore ,$(INTERRUPTED))

elsewhere: $(DEV)
	$(BIN)/python -m pytest -q -m '(server or browser or office) and not neo4j and not slow' $(addprefix --ignore ,$(INTERRUPTED))

interrupted: $(DEV)
	$(BIN)/python -m pytest -q -m 'not slow' $(INTERRUPTED)

# the fuzzers' 2,000 files per kind, 50 kills on each store, all examples of the tests of properties: about an hour
slow: $(DEV)
	$(BIN)/python -m pytest -q -m slow
	POLICYGRAPH_EXAMPLES=all $(BIN)/python -m pytest -q -n auto -m 'hypothesis and not server'
	POLICYGRAPH_EXAMPLES=all $(BIN)/python -m pytest -q tests/find/test_area_names.py tests/reading/test_same_facts.py -m 'not office'

clean:
	-$(BIN)/policygraph store stop --store demo/store
	rm -rf demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
