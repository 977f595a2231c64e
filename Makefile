# make start    install what is needed, and start the tutor (LESSON=name to start with a lesson)
# make test     install what tests need, and run lint, types, layer contracts and all tests
# make bench    first frame, echo, idle CPU and memory against a bare Textual app; replies a second
# make lint     lint, types and layer contracts only
# make docs     make the lesson's schema and docs/lesson-format.md from the models
# make format   put the code into its form
# make clean    remove the environment and all caches

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# The first Python that is new enough; name another with make PYTHON=...
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)

.PHONY: start test bench lint docs format clean
.DEFAULT_GOAL := start

start: $(VENV)/installed
	@$(BIN)/tutor start $(LESSON)

test: $(VENV)/installed-for-tests lint
	$(BIN)/pytest -n 2

bench: $(VENV)/installed-for-tests
	$(BIN)/python -m tests.benchmarks

lint: $(VENV)/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

docs: $(VENV)/installed
	$(BIN)/python -m tutor.lesson.documenting

format: $(VENV)/installed-for-tests
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .grimp_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/made:
	@test -n "$(PYTHON)" || { echo "tutor needs Python 3.11 or newer, and there is none here. \
	Install it (https://www.python.org/downloads/), or name yours: make start PYTHON=/path/to/python3"; exit 1; }
	@echo "Making $(VENV) with $(PYTHON) ..."
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python could not make a virtual environment. \
	On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }
	@touch $@

# Without the extra `llama`, which takes ten minutes to build: the tutor works without a model.
$(VENV)/installed: $(VENV)/made pyproject.toml
	@echo "Installing; this happens once ..."
	@$(PIP) install -e .
	@$(BIN)/python -m compileall -q tutor
	@touch $@

$(VENV)/installed-for-tests: $(VENV)/installed pyproject.toml
	@echo "Installing what tests need; the first time, llama-cpp-python is built, which takes some ten minutes ..."
	@$(PIP) install -e '.[llama,import,scale,test]'
	@touch $@
