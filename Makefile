# `make demo` runs the main job, `make test` the tests; each installs what it needs into .venv.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
# pip 22.3 and newer can install into another interpreter, so the environment needs no pip of its own.
PIP    := $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check --quiet

.PHONY: help demo test check docs format clean
.DEFAULT_GOAL := help

help:
	@echo "make demo    roll the bundled work plan over and write it as DOCX, HTML, ICS and JSON"
	@echo "make test    run the tests"
	@echo "make check   ruff, mypy, pyright and the test of the layers"
	@echo "make docs    build the documentation into build/docs"
	@echo "make format  put the code into its form"
	@echo "make clean   remove what these commands made"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed; try: make PYTHON=python3.11 $(MAKECMDGOALS)")'
	$(PYTHON) -m venv --without-pip $(VENV)

# A stamp per extra: what is installed already is not asked for again.
$(VENV)/.run: pyproject.toml | $(BIN)/python
	$(PIP) install --editable .
	@touch $@

$(VENV)/.test: pyproject.toml | $(BIN)/python
	$(PIP) install --editable '.[test]'
	@touch $@ $(VENV)/.run

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(PIP) install --editable '.[dev]'
	@touch $@ $(VENV)/.run

$(VENV)/.docs: pyproject.toml | $(BIN)/python
	$(PIP) install --editable '.[docs]'
	@touch $@ $(VENV)/.run

demo: $(VENV)/.run
	@$(BIN)/customs-coop demo --out build/demo --force

test: $(VENV)/.test
	$(BIN)/python -m pytest -q -n auto --dist worksteal

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	PYRIGHT_PYTHON_IGNORE_WARNINGS=1 $(BIN)/pyright
	$(BIN)/python -m pytest -q tests/test_architecture.py

docs: $(VENV)/.docs
	$(BIN)/sphinx-build -n -W --keep-going -q -b html docs build/docs

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf build dist $(VENV)
