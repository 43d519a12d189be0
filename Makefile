# `make demo` runs the main job, `make test` the tests; each installs what it needs into .venv.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
CLIENTS ?= .clients
# pip 22.3 and newer can install into another interpreter, so the environment needs no pip of its own.
PIP    := $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check --quiet

.PHONY: help demo test test-clients check docs format clients clean
.DEFAULT_GOAL := help

help:
	@echo "make demo    roll the bundled work plan over and write it as DOCX, HTML, ICS and JSON"
	@echo "make test    run the tests"
	@echo "make check   ruff, mypy, pyright and the test of the layers"
	@echo "make docs    build the documentation into build/docs"
	@echo "make format  put the code into its form"
	@echo "make clients install the calendar programs with which tests/clients looks at calendars"
	@echo "make test-clients  run the tests that start programs of users, such as these, LibreOffice and Chromium"
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
	$(BIN)/python -m pytest -q -n auto --dist worksteal -m 'not client'

# To collect only the files with such tests takes a quarter of the time. Each file stays with one
# worker, as what LibreOffice makes for one of its tests serves the others.
CLIENT_TESTS = $(shell grep -rl --include='test_*.py' 'mark\.client' tests)

test-clients: $(VENV)/.test
	$(BIN)/python -m pytest -q -n auto --dist loadfile -m client tests/clients $(CLIENT_TESTS)

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

# Programs that users have. Some want older libraries than the package, so they live by themselves.
clients: $(CLIENTS)/.installed

$(CLIENTS)/.installed: Makefile
	$(PYTHON) -m venv --without-pip $(CLIENTS)
	$(PYTHON) -m pip --python $(CLIENTS)/bin/python --disable-pip-version-check --quiet install \
	  'caldav>=3.6,<4' 'icalendar>=7.2,<8' 'khal>=0.14.1' 'radicale>=3.9,<4' 'recurring-ical-events>=3.8.2,<4' \
	  'todoman>=4.7,<5' 'vdirsyncer>=0.21' 'vobject>=0.9.9'
	@touch $@

clean:
	rm -rf build dist $(VENV) $(CLIENTS)
