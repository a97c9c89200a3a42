# make lab    opens the notebooks        make test   proves everything
# make lint   style and types            make lock   chooses the versions anew
# make notebooks   builds the notebooks from notebooks/source
# make site   all of it as pages to read, in site/ (and site-instructor/)
# make pictures   takes the pictures of the README anew
# make fresh CHAPTER=03   writes an untouched copy of a chapter beside the one you have worked in
# make course FOLDER=…   sets up a folder for nbgrader, with the chapters as assignments
# make bench  measures speed beside the peers, as ratios
.PHONY: lab test lint bench fresh course lock notebooks site pictures clean
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

# JupyterLab refuses to run as root unless told, and without a screen it may start a text browser.
LAB_FLAGS = $(if $(filter 0,$(shell id -u)),--allow-root) \
	$(if $(filter Linux,$(shell uname)),$(if $(DISPLAY)$(WAYLAND_DISPLAY),,--no-browser))

lab: $(READY)
	$(BIN)/python -m jupyterlab --log-level=WARN $(LAB_FLAGS) notebooks

test: $(DEV)
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: $(DEV)
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy

fresh: $(READY)
	@test -n "$(CHAPTER)" || { echo "Name the chapter: make fresh CHAPTER=03" >&2; exit 2; }
	@$(BIN)/python notebooks/build.py --fresh "$(CHAPTER)"

course: $(DEV)
	@test -n "$(FOLDER)" || { echo "Name the folder: make course FOLDER=../my_course" >&2; exit 2; }
	$(BIN)/python notebooks/course.py "$(FOLDER)"

bench: $(DEV)
	$(BIN)/python -m pytest bench/bench_speed.py --benchmark-columns=median,ops --benchmark-sort=mean

notebooks: $(DEV)
	$(BIN)/python notebooks/build.py

site: $(DEV)
	$(BIN)/python docs/make_site.py

pictures: $(DEV)
	$(BIN)/python docs/make_pictures.py

# Needs uv. The locks hold versions and hashes for every system, and no addresses.
LOCK = uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header
lock:
	$(LOCK) --upgrade --extra build pyproject.toml --output-file requirements.lock
	$(LOCK) --upgrade --all-extras --constraint requirements.lock pyproject.toml --output-file requirements-dev.lock

clean:
	rm -rf .venv

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { \
		echo "textkit needs Python 3.11 or newer, with venv, and found none on this machine." >&2; \
		echo "Install it from python.org (on Debian and Ubuntu also the package python3-venv)," >&2; \
		echo "or name one: make lab PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Setting up .venv with $(PYTHON): once, about a minute."
	@$(PYTHON) -m venv .venv
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@# No pop-up about news in the first minute of class, and no look-up on the network.
	@$(BIN)/python -m jupyter labextension disable --level=sys_prefix \
		"@jupyterlab/apputils-extension:announcements" >/dev/null 2>&1
	@touch $@

$(DEV): $(READY) requirements-dev.lock
	@echo "Adding to .venv what the tests, the grading and the site need: once, about a minute."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@# No second way to open a notebook: jupytext is for build.py.
	@$(BIN)/python -m jupyter labextension disable --level=sys_prefix jupyterlab-jupytext >/dev/null 2>&1
	@$(BIN)/python -m jupyter server extension disable --sys-prefix jupyterlab_jupytext >/dev/null 2>&1
	@touch $@
