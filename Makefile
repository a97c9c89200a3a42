# make lab    opens the notebooks, in a folder of your own: my_textkit (or FOLDER=…)
# make test   proves everything                  make lint    style and types
# make lowest proves the library on the lowest versions that pyproject.toml allows
# make lock   chooses the versions anew          make notebooks   builds the notebooks from their chapters
# make site   all of it as pages to read, in site/ (and site-instructor/)
# make lite   all of it to work in, in a browser alone, in lite/ (VENDOR=yes: for a room without a network)
# make publish   site and lite together in publish/, for any server of plain files
# make wheel  builds what can be installed without the project's folder, in dist/
# make course FOLDER=…   sets up a folder for nbgrader, with the chapters as assignments
# make pictures   takes the pictures of the README anew
# make bench  measures speed beside the peers, as ratios; make growth   how time grows with the text
# make mutants   breaks the code here and there and tells which breaks no test notices (ROOMS=…, SAMPLE=…)
.PHONY: lab test lint lowest bench growth mutants course lock notebooks site lite publish wheel pictures clean
.DELETE_ON_ERROR:

BIN := .venv/bin
READY := .venv/.ready# what a student needs
DEV := .venv/.ready-dev# and what tests, grading and the site need besides
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check

# The first Python that is new enough and can make an environment. The newest ones come last:
# a Python that came out after the lock may have no built packages yet.
PYTHON = $(firstword $(foreach python,python3.13 python3.12 python3.11 python3.14 python3 python,\
	$(shell $(python) -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' \
	>/dev/null 2>&1 && echo $(python))))

lab: $(READY)
	@$(BIN)/python -m textkit lab $(if $(FOLDER),"$(FOLDER)")

test: $(DEV)
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: $(DEV)
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy

course: $(DEV)
	@test -n "$(FOLDER)" || { echo "Name the folder: make course FOLDER=../my_course" >&2; exit 2; }
	$(BIN)/python notebooks/course.py "$(FOLDER)"

bench: $(DEV)
	$(BIN)/python -m pytest bench/bench_speed.py --benchmark-columns=median,ops --benchmark-sort=mean

growth: $(DEV)
	$(BIN)/python bench/growth.py

mutants: $(DEV)
	@$(PIP) -r bench/mutants.txt
	$(BIN)/python bench/mutants.py --sample $(or $(SAMPLE),60) $(ROOMS)

notebooks: $(DEV)
	$(BIN)/python notebooks/build.py

site: $(DEV)
	$(BIN)/python docs/make_site.py

lite: $(DEV)
	$(BIN)/python docs/make_lite.py $(if $(VENDOR),--vendor)

publish: $(DEV)
	$(BIN)/python docs/make_site.py publish
	$(BIN)/python docs/make_lite.py $(if $(VENDOR),--vendor) publish/lite

wheel: $(DEV)
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

pictures: $(DEV)
	$(BIN)/python docs/make_pictures.py

# Needs uv. The locks hold versions and hashes for every system, and no addresses.
LOCK = uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header
lock:
	$(LOCK) --upgrade --extra course --extra build pyproject.toml --output-file requirements.lock
	$(LOCK) --upgrade --all-extras --constraint requirements.lock pyproject.toml --output-file requirements-dev.lock
	@# The wheels of the browser's Python are chosen by Pyodide's own lock file.
	$(BIN)/python docs/make_lite.py --wheels | \
		$(LOCK) --no-deps --no-annotate --python-version 3.14 - --output-file docs/lite/wheels.lock
	@# Only what textkit runs and is built with is at its lowest; the tools of the tests stay as they are.
	sed -n -E 's/^((hypothesis|pytest|pytest-xdist)==[^ ]+).*/\1/p' requirements-dev.lock | \
		$(LOCK) --upgrade --resolution lowest-direct --python-version 3.11 \
		--extra build --extra course --extra corpus pyproject.toml - --output-file requirements-lowest.lock

# Old packages warn of new ones below them, and wordcloud left a file open: here these are no errors.
LOWEST := .venv-lowest/bin/python
LIBRARY := architecture article charts cleaning cli concordance corpus documents evaluation explorers frequency quotes \
	report speakers tokens views writing
lowest:
	python3.11 -m venv --clear .venv-lowest
	$(LOWEST) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-lowest.lock
	$(LOWEST) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(LOWEST) -m pytest --numprocesses auto --dist loadfile \
		-W default::DeprecationWarning -W default::ResourceWarning $(LIBRARY:%=tests/test_%.py) textkit

clean:
	rm -rf .venv .venv-lowest

# A project that has been moved is set up again: its environment knows the old place.
ifneq ($(strip $(shell cat $(READY) 2>/dev/null)),$(strip $(CURDIR)))
.PHONY: $(READY)
endif

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { \
		echo "textkit needs Python 3.11 or newer, with venv, and found none on this machine." >&2; \
		echo "Install it from python.org (on Debian and Ubuntu also the package python3-venv)," >&2; \
		echo "or name one: make lab PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Setting up .venv with $(PYTHON): once, about a minute."
	@$(PYTHON) -m venv .venv
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@echo '$(CURDIR)' > $@

$(DEV): $(READY) requirements-dev.lock
	@echo "Adding to .venv what the tests, the grading and the site need: once, about a minute."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@
