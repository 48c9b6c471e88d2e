# make serve · make test · make lint · make bench      (make help lists everything)
PYTHON ?= python3
PORT ?= 8000
JOBS ?= auto
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
TEMPLATES := $(wildcard */templates */*/templates)
export DATA_DIR ?= $(CURDIR)/var
export DJANGO_SETTINGS_MODULE ?= config.settings.dev

.DEFAULT_GOAL := help
.PHONY: help setup serve run test lint types migrations format bench messages train clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(VENV)/.ready $(VENV)/.messages ## make .venv, install pinned packages, compile messages

$(VENV)/.ready: requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one with PYTHON=")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.messages: $(VENV)/.ready $(wildcard site/locale/*/LC_MESSAGES/*.po)
	$(BIN)/python site/locale/compile.py
	@touch $@

STATIC_SOURCES := $(shell find site/static -type f 2>/dev/null)

$(DATA_DIR)/static/.collected: $(VENV)/.ready $(STATIC_SOURCES)
	DEBUG=0 $(MANAGE) collectstatic --noinput --verbosity 0
	@touch $@

serve: setup $(DATA_DIR)/static/.collected ## migrate, load the demo content, serve at http://127.0.0.1:$(PORT), with the worker beside it
	@$(MANAGE) migrate --noinput --verbosity 0
	@$(MANAGE) demo --if-empty --port $(PORT)
	@trap 'kill $$server $$worker 2>/dev/null; wait' EXIT; trap 'exit 130' INT TERM; export DEBUG=0 TASK_QUEUE=1; \
	$(BIN)/python manage.py worker & worker=$$!; \
	$(BIN)/gunicorn --config deploy/gunicorn.conf.py --bind 127.0.0.1:$(PORT) & server=$$!; \
	wait $$server

run: setup ## the same with the developers' reloading server and debug pages
	@$(MANAGE) migrate --noinput --verbosity 0
	@$(MANAGE) demo --if-empty --port $(PORT)
	$(MANAGE) runserver 127.0.0.1:$(PORT)

test: setup ## run the tests on all cores (ARGS="tests/home/news" narrows them, JOBS=0 keeps them in one process)
	DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python -m pytest -n $(JOBS) --dist loadfile $(ARGS)

lint: setup types migrations ## format, rules, templates, styles, types, migrations, messages
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djlint --quiet --lint --check $(TEMPLATES)
	$(BIN)/python -m tests.styles
	$(BIN)/python site/locale/check.py

types: setup
	$(BIN)/mypy site/russian site/documents site/core site/config home forums projects search

migrations: setup
	DJANGO_SETTINGS_MODULE=config.settings.test $(MANAGE) makemigrations --check --dry-run

format: setup ## let ruff and djlint format the sources
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	for turn in 1 2 3; do $(BIN)/djlint --reformat --quiet $(TEMPLATES) >/dev/null; $(BIN)/python -m tests.wrap_templates $(TEMPLATES); done
	-$(BIN)/djlint --reformat --quiet $(TEMPLATES) >/dev/null

train: setup ## make the model of the import anew from the samples and the generator
	$(MANAGE) train_import

messages: setup ## collect new interface strings into site/locale (needs GNU gettext)
	$(BIN)/python site/locale/collect.py

bench: setup ## speed and search quality, as ratios measured in one run
	DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python -m tests.bench --write $(ARGS)

clean: ## remove what make made, the demo's database and uploads included
	rm -rf $(VENV) var
