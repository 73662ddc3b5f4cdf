# Every door to the project. `make run` starts it, `make test` is what CI runs. Nothing has to be installed before.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3; do \
    $$python -c '$(NEW_ENOUGH)' 2>/dev/null && { echo $$python; break; }; done)
PY := .venv/bin/python
READY := .venv/.ready
UV := build/uv/bin/uv
PACKAGER := build/package/venv/.ready
PACKAGER_PY := build/package/venv/bin/python
SOURCES := evidence_app ui tests benchmarks tools main.py
WORDS := $(wildcard resources/translations/*.ts)
COMPILED := $(WORDS:.ts=.qm)

export PYTHONPATH := $(CURDIR)
# Where Python is told to keep no compiled modules, each of the many processes would compile all of them again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help run install uninstall demo package test check lint types layers translations unit test-units-a-to-i test-units-rest test-journeys \
        test-window-a-to-e test-window-f-to-l test-window-m-to-s test-window-rest \
        bench bench-reading soak format lock system system-test pictures words clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

run: $(READY) $(COMPILED) ## start the program
	$(PY) main.py

install: $(READY) $(COMPILED) ## put the program into the applications menu and on the desktop
	$(PY) tools/install.py

uninstall: $(READY) ## take it out of the menu and off the desktop again; vaults stay
	$(PY) tools/install.py --uninstall

demo: $(READY) $(COMPILED) ## make the sample dispute, export its dossier, check both and show them
	$(PY) tools/demo.py build/demo

package: $(READY) $(COMPILED) $(PACKAGER) ## build the program for people without Python, in dist, and try it
	$(PACKAGER_PY) -m tools.package.build
	$(PY) -m tools.package.trial

# Three beside each other, also on two cores: each waits for windows and processes half of its time. The longest first.
# Those of a kind are parted so that no core has nothing to do at the end.
PARTS := test-journeys test-units-a-to-i test-window-a-to-e test-window-m-to-s test-units-rest test-window-rest test-window-f-to-l \
         types lint layers translations

test: system-test $(READY) $(COMPILED) ## everything CI runs
	$(MAKE) --no-print-directory --jobs=3 --output-sync=target $(PARTS)

check: lint types layers translations

lint: $(READY)
	$(PY) -m pip check --quiet --disable-pip-version-check
	$(PY) -m ruff format --check $(SOURCES)
	$(PY) -m ruff check $(SOURCES)

types: $(READY)
	$(PY) -m mypy

layers: $(READY)
	.venv/bin/lint-imports

translations: $(READY) $(COMPILED)
	$(PY) tools/check_translations.py

unit: system-test $(READY) $(COMPILED)
	$(MAKE) --no-print-directory --jobs=3 --output-sync=target $(filter test-%,$(PARTS))

test-units-a-to-i:
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest tests/unit/[a-i]*

test-units-rest:
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest tests/unit/[j-z]*

test-journeys:
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest tests --ignore=tests/unit --ignore=tests/ui

test-window-a-to-e:
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest tests/ui/test_[a-e]*

test-window-f-to-l:
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest tests/ui/test_[f-l]*

test-window-m-to-s:
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest tests/ui/test_[m-s]*

test-window-rest:
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest tests/ui/test_[!a-s]* tests/ui/[!_]*/

bench: $(READY) $(COMPILED) ## measure speed against plain baselines, as ratios
	set -e; for bench in benchmarks/*.py; do echo "== $$bench"; QT_QPA_PLATFORM=offscreen $(PY) "$$bench"; done

bench-reading: system-test $(READY) $(COMPILED) ## draw the truth set, read it through the command line, print what is right
	@sh tools/system.sh truth
	QT_QPA_PLATFORM=offscreen $(PY) -m benchmarks.truth.measure $(READING)

soak: system-test $(READY) $(COMPILED) ## the long campaigns: kills, faults, hostile files, with large counts
	JUZHENG_SOAK=1 QT_QPA_PLATFORM=offscreen $(PY) -m pytest tests/unit tests/faults tests/hostile tests/acceptance/test_same_bytes.py \
	    tests/acceptance/test_independent_check.py tests/acceptance/test_reading_screens.py tests/ui/test_accessibility.py \
	    tests/ui/test_nothing_is_cut.py tests/ui/test_phone_folder.py \
	    --timeout=0 -o faulthandler_timeout=0

format: $(READY) ## put the source text in order
	$(PY) -m ruff check --fix $(SOURCES)
	$(PY) -m ruff format $(SOURCES)

words: $(READY) ## collect the window's texts into resources/translations for translating
	.venv/bin/pyside6-lupdate -no-obsolete -locations none main.py $$(find ui -name '*.py' | sort) -ts $(WORDS)

pictures: $(READY) $(COMPILED) system-test ## draw every state of the window in build/pictures, and the README's pictures
	$(PY) tools/pictures.py build/pictures $(PICTURES)
	$(PY) tools/pictures.py build/pictures/readme --readme docs/pictures

lock: $(UV) ## choose the newest allowed versions and write them down with their hashes
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade \
	    --extra dev -o requirements.lock pyproject.toml
	echo 'pyinstaller>=6.22,<7' | $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-header --upgrade -o tools/package/requirements.txt -

clean: ## remove everything that was built
	rm -rf build dist .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache $(COMPILED)

# What the doors need. Each is made once and again only when what it depends on changes.

# The lock names all there is to install (`make lint` asks whether it does). Modules are compiled when they are first
# used: most never are.
$(READY): requirements.lock | system
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, as python3 or PYTHON=…" >&2; exit 1; }
	@echo "Fetching the Python packages into .venv, once: this takes a minute or two."
	$(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --no-compile -r requirements.lock
	@touch $@

# What builds sees the very packages that are tested, and has its own beside them.
$(PACKAGER): tools/package/requirements.txt $(READY)
	$(PY) -m venv build/package/venv
	$(PACKAGER_PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r tools/package/requirements.txt
	$(PY) -c 'import sysconfig; print(sysconfig.get_path("purelib"))' > build/package/program.pth
	cp build/package/program.pth "$$($(PACKAGER_PY) -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"
	@touch $@

%.qm: %.ts $(READY)
	.venv/bin/pyside6-lrelease -silent $< -qm $@

$(UV):
	$(PYTHON) -m venv build/uv
	build/uv/bin/pip install --quiet --disable-pip-version-check uv

system: ## (Debian) install the libraries a window needs, if any is missing
	@sh tools/system.sh window

system-test:
	@sh tools/system.sh window tests
