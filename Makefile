# Run `make help` for the list.
PYTHON ?= python3
PORT ?= 8000
HOST ?= 127.0.0.1
export PORT HOST URL
BIN := .venv/bin
# One more than there are cores: browsers, workers and mail servers are waited for.
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)

.PHONY: help run dev test suite instruments prove attack bench search-table bench-inbox audit screenshots lint lock messages preflight python

help: ## This list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 13

run: python ## Set up and run the site with demo content (PORT, HOST)
	@$(PYTHON) deploy/preflight.py --port
	@$(MAKE) --no-print-directory .venv/runtime
	@exec $(BIN)/python deploy/run.py

dev: python ## The same, for developers: DEBUG and reload
	@$(PYTHON) deploy/preflight.py --port
	@$(MAKE) --no-print-directory .venv/runtime
	@exec $(BIN)/python deploy/run.py --develop

test: python ## Everything that CI runs (DATABASE_URL for PostgreSQL, ARGS="-k word" for a part)
	@$(PYTHON) deploy/preflight.py
	@$(MAKE) --no-print-directory .venv/tests
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(MAKE) --no-print-directory suite

suite: instruments
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

instruments: .venv/tests
	@$(BIN)/python tests/browser/install.py
	@$(BIN)/python tests/edge/install.py

prove: .venv/tests ## 200 due pages, 10,000 requests, 500 changes, outages, faults of the machine: none lost, none wrong (DATABASE_URL)
	@$(BIN)/python -m tests.load.scheduling
	@$(BIN)/python -m tests.load.intake
	@$(BIN)/python -m tests.load.changes
	@$(BIN)/python -m tests.load.changes --changes 150 --slow
	@$(BIN)/python -m tests.load.outage
	@$(BIN)/python -m tests.load.machine

attack: .venv/tests ## 20,000 requests that nobody should send: none breaks the site (ARGS="--seed 1")
	@$(BIN)/python -m tests.attack $(ARGS)

bench: .venv/tests ## Speed beside floors made on the spot (ARGS=--quick: three minutes)
	@$(BIN)/python -m tests.bench $(ARGS)

search-table: .venv/tests ## How many searches of a table find what was meant (DATABASE_URL: on PostgreSQL, too; ARGS=--failing)
	@$(BIN)/python -m tests.search.table.measure $(ARGS)

bench-inbox: .venv/tests ## The inbox with 1,000,000 requests (DATABASE_URL of PostgreSQL)
	@$(BIN)/python -m tests.load.inbox

audit: .venv/tests tests/audit/node_modules ## axe, HTML, weight, Lighthouse on the demo site (URL of a running one)
	@$(BIN)/python tests/browser/install.py
	@$(BIN)/python -m tests.audit

screenshots: .venv/tests ## Every kind of page in var/screenshots/ (URL of a running one)
	@$(BIN)/python tests/browser/install.py
	@$(BIN)/python -m tests.audit.screenshots

lint: .venv/tests ## Mend what the linter can mend
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

lock: ## Compile requirements.txt from pyproject.toml
	$(PYTHON) -m venv .venv/lock && .venv/lock/bin/pip install --quiet uv
	.venv/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --python-version 3.11 pyproject.toml -o requirements.txt
	.venv/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --python-version 3.11 --group test -c requirements.txt -o tests/requirements.txt

messages: .venv/runtime ## Collect the interface's strings, then compile the catalogue
	SECRET_KEY=- SITE_URL=http://localhost $(BIN)/python manage.py makemessages --locale fr --no-location --no-obsolete --ignore .venv --ignore var --ignore tests
	SECRET_KEY=- SITE_URL=http://localhost $(BIN)/python manage.py compilemessages --locale fr --ignore .venv

python:
	@command -v $(PYTHON) >/dev/null || { echo "Cyberworkers needs Python 3.11 or later, and $(PYTHON) is not on this machine." >&2; exit 1; }

.venv/runtime: requirements.txt
	@echo "· packages"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

tests/audit/node_modules: tests/audit/package-lock.json
	@command -v npm >/dev/null || { echo "make audit needs Node 20 or later with npm." >&2; exit 1; }
	@cd tests/audit && npm ci --silent
	@touch $@

.venv/tests: .venv/runtime tests/requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	@touch $@
