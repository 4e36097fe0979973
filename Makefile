# Two commands do everything from a bare clone: `make site` and `make test`.
# Python 3.11 or newer and make are all they need.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/installed

.PHONY: site test serve check lint bench bench-accuracy bench-reading bench-drafting bench-linking bench-searching bench-build bench-reader bench-scale torture test-remote peers words lock accept clean help

help:
	@echo "make site    draft what is new, check, build the site and the editors' preview"
	@echo "make test    run every test (a browser is found or installed)"
	@echo "make serve   look at the drafts, rebuilt as you type"
	@echo "make lint    ruff and mypy"
	@echo "make bench   seconds per article and per page, beside Material's blog"
	@echo "make bench-accuracy   names, quotes and briefs on labelled records, where they are"
	@echo "make bench-reading   every task of reading beside its peers, on labelled pages, where they are"
	@echo "make bench-drafting   briefs, names and quotes beside their peers, on labelled records, where they are"
	@echo "make bench-linking   nearest articles, threads and copies beside their peers, and the time of 10,000"
	@echo "make bench-searching   shards beside one Pagefind index: seconds, memory, a reader's bytes"
	@echo "make bench-build   a desk of 10,000 beside Hugo and Pagefind: cold, one changed, nothing changed"
	@echo "make bench-reader   what a reader gets: weight, requests, axe, valid HTML, first paint, Lighthouse"
	@echo "make torture   hostile texts, kills, failing writes, fuzzing, load: all of it, in one table"
	@echo "make bench-scale   drafting 100,000, a cluster with a worker killed, linking in windows"
	@echo "make test-remote   articles on object storage, against an S3 of this machine"
	@echo "make peers   install the peers of those into .briefings/peers"
	@echo "make words   bring the catalogues of other languages up to date with the words in the code"
	@echo "make accept  take what the drafter now writes as the golden cases; then read git diff"
	@echo "make lock    resolve the locked requirements anew"

site: $(STAMP)
	@$(BIN)/briefings draft
	@$(BIN)/briefings check || echo "the site is built without what is wrong above"
	@$(BIN)/briefings build --preview

serve: $(STAMP)
	@$(BIN)/briefings serve

check: $(STAMP)
	@$(BIN)/briefings check --strict

test: $(STAMP) lint
	@sh .ci/browser
	@$(BIN)/python -m pytest -n 2 --dist loadgroup --cov --cov-report=term

lint: $(STAMP)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy -p briefings

bench: $(STAMP)
	@$(BIN)/python -m benchmarks.speed

bench-accuracy: $(STAMP)
	@$(BIN)/python -m benchmarks.accuracy

# ARGS passes options: make bench-reading ARGS="--misses --quick".
bench-reading: $(STAMP)
	@$(BIN)/python -m benchmarks.reading $(ARGS)

# Unlocked and apart from the rest: nothing but a comparison needs them.
bench-drafting: $(STAMP)
	@$(BIN)/python -m benchmarks.drafting $(ARGS)

bench-linking: $(STAMP)
	@$(BIN)/python -m benchmarks.linking $(ARGS)

bench-searching: $(STAMP)
	@$(BIN)/python -m benchmarks.searching $(ARGS)

bench-build: $(STAMP)
	@$(BIN)/python -m benchmarks.building $(ARGS)

# Installs its judges with npm into .briefings/peers-node; needs Chromium, Java and node.
bench-reader: $(STAMP)
	@$(BIN)/python -m benchmarks.reader $(ARGS)

# make torture ARGS="--fuzz 3600 --soak 600" for the long run; ARGS="faults" for one part.
torture: $(STAMP)
	@sh .ci/browser
	@$(BIN)/python -m tests.torture $(ARGS)

bench-scale: $(STAMP)
	@$(BIN)/python -m benchmarks.scale $(ARGS)

# Apart from the rest: an S3 for tests weighs more than all that `make test` installs for them.
test-remote: .briefings/s3/installed
	@.briefings/s3/bin/python -m pytest -p no:cacheprovider tests/test_s3.py

.briefings/s3/installed: requirements/s3.txt pyproject.toml
	@$(PYTHON) -m venv .briefings/s3
	@.briefings/s3/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: -r requirements/s3.txt
	@.briefings/s3/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

peers:
	@$(PYTHON) -m venv .briefings/peers
	@.briefings/peers/bin/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	@.briefings/peers/bin/python -m pip install --quiet --disable-pip-version-check --group peers

accept: $(STAMP)
	@$(BIN)/python -m pytest tests/cases --accept -q

# The locked file names everything, so nothing is resolved: pip asks for a newer release of what
# another wants with an extra, which has no hash.
# The stamp is newer than what it was made from, so a second run installs nothing.
$(STAMP): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Briefings needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "setting up .venv (once)"
	@$(PYTHON) -m venv .venv || { echo "python3 -m venv failed: on Debian and Ubuntu run: apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

# Needs uv; everybody else installs from the locked files.
lock:
	uv pip compile --universal --generate-hashes --python-version 3.11 pyproject.toml --extra draft --extra model --extra cluster --group dev --quiet --no-header -o requirements/dev.txt
	uv pip compile --universal --generate-hashes --python-version 3.11 pyproject.toml --group build --quiet --no-header -o requirements/site.txt -c requirements/dev.txt
	uv pip compile --universal --generate-hashes --python-version 3.11 pyproject.toml --extra draft --extra remote --group s3 --quiet --no-header -o requirements/s3.txt

clean:
	rm -rf .venv .briefings site .coverage* .pytest_cache .mypy_cache .ruff_cache

# Words that changed lose their translation: a near one would be shown to readers unseen.
words: $(STAMP)
	@mkdir -p .briefings
	@$(BIN)/pybabel -q extract -F pyproject.toml -o .briefings/words.pot --no-default-keywords \
		-k _ -k ngettext:1,2 -k pgettext:1c,2 -k npgettext:1c,2,3 -k _desk -k _desk_as:1c,2 \
		-k phrase -k phrase_as:1c,2 -k counted:1,2 -c Translators: --strip-comment-tags \
		--add-location=file --sort-by-file --project=Briefings briefings theme
	@$(BIN)/pybabel -q update -D briefings -i .briefings/words.pot -d briefings/locales \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width=100
