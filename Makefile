# A fresh machine needs Python 3.11 or newer and make; everything else is installed from here.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := list
.PHONY: list install install-dev browser run test coverage check format bench gazetteer fonts lock clean

list: ## Show what can be done
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1\t\2/' | expand -t 16

install: $(VENV)/installed ## Install what the bot needs into .venv

# The locks name every package, so pip has nothing to choose (--no-deps): it would refuse an extra that it resolves anew.
$(VENV)/installed: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

install-dev: $(VENV)/installed-dev

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	touch $@

browser: install-dev
	@$(BIN)/python -m tests.chromium
	@$(BIN)/python -m tests.promtool

run: install ## Start the bot: Telegram with TELEGRAM_BOT_TOKEN, and the browser page always
	$(BIN)/wegwijs run

test: install-dev browser check ## Check the content and the code, and run every test
	$(BIN)/python -m pytest -n 2 --dist loadfile

coverage: install-dev browser ## Run every test, and list lines that no test reaches
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered

check: install-dev ## Lint, types, import contracts, Dockerfile, content
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/hadolint Dockerfile
	$(BIN)/wegwijs check

format: install-dev ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: install-dev browser ## Measure speed
	$(BIN)/python -m benchmarks.answers
	$(BIN)/python -m benchmarks.places
	$(BIN)/python -m benchmarks.page_weight
	$(BIN)/python -m benchmarks.preview
	$(BIN)/python -m benchmarks.reload
	$(BIN)/python -m benchmarks.checking
	$(BIN)/python -m benchmarks.counting

gazetteer: install-dev ## Make content/gazetteer.tsv from the tables in tools/gazetteer
	$(BIN)/python -m tools.gazetteer

fonts: install-dev ## Make the fonts of printed sheets and charts from Debian's fonts-noto-core
	$(BIN)/python -m tools.fonts

lock: install-dev ## Choose and pin the newest allowed versions
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" --output-file requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--extra dev --constraint requirements.lock --custom-compile-command "make lock" --output-file requirements-dev.lock pyproject.toml

clean: ## Remove what was installed and made; content and data stay
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage build dist *.egg-info
