# Everything that a developer or an operator runs. `make help` lists it.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
QUANZE_HOME ?= .quanze
ROOMS := corpus ingest index answers duties ui eval

.DEFAULT_GOAL := help
.PHONY: help run demo test lint eval reading bench clean

help: ## This list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-8s %s\n", $$1, $$2}'

run: $(VENV)/.installed ## Environment, sample corpus, one cited answer, findings, the app on 127.0.0.1:8501
	$(BIN)/quanze demo --home $(QUANZE_HOME)

demo: $(VENV)/.installed ## The same without the app
	$(BIN)/quanze demo --home $(QUANZE_HOME) --no-ui

test: $(VENV)/.installed-test lint ## Environment with test tools, then lint and the whole suite
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-test ## ruff, mypy --strict, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(ROOMS) tests
	$(BIN)/lint-imports

eval: demo ## Quality on the gold: duties and findings (annotated texts, sample), answers (sample)
	$(BIN)/python -m eval duties
	$(BIN)/python -m eval duties --sample
	$(BIN)/python -m eval answers --home $(QUANZE_HOME) --queries corpus/sample/gold/questions.jsonl

reading: $(VENV)/.installed ## How faithfully files are read: real texts, crawled ones, references, round trips through Word, PDF and scans
	$(BIN)/python -m eval reading counts
	$(BIN)/python -m eval reading description
	$(BIN)/python -m eval reading seeds
	$(BIN)/python -m eval reading references --home $(QUANZE_HOME)/reading
	$(BIN)/python -m eval reading roundtrip

bench: $(VENV)/.installed ## Speed and memory, as ratios against baselines in the same run
	$(BIN)/python -m eval speed

clean: ## Remove the environment (never the data)
	rm -rf $(VENV) *.egg-info

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Quanze needs Python 3.11 or newer: make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@
