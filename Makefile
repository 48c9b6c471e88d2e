# make serve · make test · make lint · make bench      (make help lists everything)
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
export DATA_DIR ?= $(CURDIR)/var
export DJANGO_SETTINGS_MODULE ?= config.settings.dev

.DEFAULT_GOAL := help
.PHONY: help setup serve run test lint format bench messages train clean

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

serve: setup $(DATA_DIR)/static/.collected ## migrate, load the demo content, serve at http://127.0.0.1:$(PORT)
	@$(MANAGE) migrate --noinput --verbosity 0
	@$(MANAGE) demo --if-empty --port $(PORT)
	@DEBUG=0 $(BIN)/gunicorn --chdir site config.wsgi --bind 127.0.0.1:$(PORT) --workers 2 --threads 4 --log-level warning

run: setup ## the same with the developers' reloading server and debug pages
	@$(MANAGE) migrate --noinput --verbosity 0
	@$(MANAGE) demo --if-empty --port $(PORT)
	$(MANAGE) runserver 127.0.0.1:$(PORT)

test: setup ## run the tests (ARGS="-k import" narrows them)
	DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python -m pytest $(ARGS)

lint: setup ## format, rules, templates, types, migrations, messages
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djlint --quiet --lint site/templates */templates
	$(BIN)/mypy site/core site/config home forums projects search
	$(MANAGE) makemigrations --check --dry-run
	$(BIN)/python site/locale/check.py

format: setup ## let ruff and djlint format the sources
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/djlint --reformat --quiet site/templates */templates

train: setup ## make the model of the import anew from the samples and the generator
	$(MANAGE) train_import

messages: setup ## collect new interface strings into site/locale (needs GNU gettext)
	$(BIN)/python site/locale/collect.py

bench: setup ## speed and search quality, as ratios measured in one run
	DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python -m tests.bench $(ARGS)

clean: ## remove what make made, the demo's database and uploads included
	rm -rf $(VENV) var
