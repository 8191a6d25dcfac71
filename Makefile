# Two commands: `make run` opens the dashboard, `make test` passes the tests. Both make what they need.
PORT ?= 8050
DATA := $(sort $(wildcard data/*.xlsx data/*.ods data/*.csv))
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)

.PHONY: run test check docs pictures bench backtest clean

run: $(VENV)/.installed
	@$(BIN)/milepost load $(DATA)
	@$(BIN)/milepost serve --port $(PORT)

test: $(VENV)/.installed-test
	@$(BIN)/python tests/programs.py
	@$(BIN)/pytest -n logical --maxprocesses 4 --dist worksteal

check: $(VENV)/.installed-test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/python -m docs.write --check
	@$(MAKE) --no-print-directory test

docs: $(VENV)/.installed-test
	@$(BIN)/python -m docs.write

pictures: $(VENV)/.installed-test
	@PYTHONPATH=tests $(BIN)/python -m docs.pictures

bench: $(VENV)/.installed-test
	@$(BIN)/python -W "ignore:XDG_RUNTIME_DIR is not set" -m bench.as_of
	@$(BIN)/python -m bench.verdicts
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]'
	@PYTHONPATH=tests $(BIN)/python -m bench.pages

backtest: $(VENV)/.installed-test
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -W "ignore:XDG_RUNTIME_DIR is not set" -m bench.backtest

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Milepost needs Python 3.11 or newer; none was found. Install it, or say: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is not Python 3.11 or newer. Say: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "The virtual environment could not be made. On Debian: apt install python3-venv"; exit 1; }

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing what Milepost needs …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-test: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) .venv-rivals data/milepost.db* build *.egg-info
