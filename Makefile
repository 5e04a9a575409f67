# Two commands do most of it: `make build` and `make test`. Each sets up .venv from the lock when needed.
.PHONY: build serve check test test-all tools pictures lint golden lock clean help

# The system's own Python if it is new enough: distributions optimise theirs, a Python that was built at home seldom is.
PYTHON ?= $(or $(shell for one in /usr/bin/python3 python3; do \
	$$one -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$one && break; done),python3)
VENV := .venv
RUN := $(VENV)/bin
WEB := tests/web/node_modules
TO := .pictures

help:            ## show this list
	@grep -E '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | expand -t 14

build: $(VENV)/run.done  ## check the copy and build the site into output/
	$(RUN)/invoke build

serve: $(VENV)/run.done  ## preview on this machine: pages follow every change
	$(RUN)/invoke serve

check: $(VENV)/run.done  ## list every problem of the copy; build nothing
	$(RUN)/invoke check

test: $(VENV)/dev.done tools  ## everything that proves the press: lint, tests, the demonstration publication
	$(RUN)/invoke lint
	$(RUN)/invoke test

test-all: $(VENV)/dev.done tools  ## the same with the long forms
	$(RUN)/invoke lint
	$(RUN)/invoke test --all

tools:           ## what judges the built site: Chromium, Node and Java, the packages of tests/web, web servers, readers of feeds
	sh tests/system.sh browser
	sh tests/system.sh web
	sh tests/system.sh hosts
	sh tests/system.sh readers
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory -s $(WEB)/.done; fi

pictures: $(VENV)/dev.done build tools  ## PNGs of every kind of page as readers see it, in the folder $(TO)
	PYTHONPATH=.:tests $(RUN)/python -m web.pictures output $(TO)

lint: $(VENV)/dev.done   ## format, lint, types, floors
	$(RUN)/invoke lint

golden: $(VENV)/dev.done ## refresh the golden output of the toy publication; read the diff
	$(RUN)/invoke golden

lock: $(VENV)/dev.done   ## renew the locks from pyproject.toml
	$(RUN)/invoke lock

clean:           ## remove what was made; .venv and the packages of tests/web stay
	rm -rf output .releases .cache .pictures .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/made.done:
	$(PYTHON) -c 'import sys; sys.exit("Plumbline needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 build") if sys.version_info < (3, 11) else None'
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV) || { sh tests/system.sh venv && rm -rf $(VENV) && $(PYTHON) -m venv $(VENV); }
	touch $@

$(VENV)/run.done: $(VENV)/made.done requirements.lock
	$(RUN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	touch $@

$(VENV)/dev.done: $(VENV)/run.done requirements-dev.lock
	$(RUN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
	touch $@

$(WEB)/.done: tests/web/package-lock.json tests/web/.npmrc
	cd tests/web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@
