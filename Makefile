# What can be done here. Each target calls a short script, the same by hand and in CI.
.DEFAULT_GOAL := help
.PHONY: help setup run test check bench bench-split bench-words bench-check pins clean

help: ## Say what each command does
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

setup: ## Prepare .venv, with foi-tracker in .venv/bin
	@scripts/setup.sh runtime

run: ## Install what is missing, make the database and the sample cases, and serve them (PORT=5000)
	@scripts/together.sh "scripts/setup.sh runtime" scripts/system_libraries.sh
	@scripts/run.sh

test: ## Install what the tests need and run every check and test
	@scripts/together.sh "scripts/setup.sh test" "scripts/system_libraries.sh --tests"
	@scripts/together.sh scripts/test.sh scripts/check.sh

check: ## The quick checks alone: ruff, mypy, the layer rule
	@scripts/setup.sh test
	@scripts/check.sh

bench: ## Measure letters and pages, and print a table
	@scripts/setup.sh test
	@scripts/system_libraries.sh
	@.venv/bin/python -m benchmarks

bench-split: ## Measure the splitter against labelled requests (CORPUS=folder; without it the shared corpus)
	@scripts/setup.sh test
	@.venv/bin/python -m benchmarks.split $(if $(CORPUS),"$(CORPUS)")

bench-words: ## Measure how plainly the letters are written, and print a table
	@scripts/setup.sh test
	@.venv/bin/python -m benchmarks.words

bench-check: ## Measure the check of strangers' letters against labelled replies (CORPUS=folder; without it the shared ones)
	@scripts/setup.sh test
	@.venv/bin/python -m benchmarks.check $(if $(CORPUS)$(CHECK),"$(or $(CORPUS),$(CHECK))")

pins: ## Compile requirements/*.in to pinned, hashed requirements/*.txt
	@scripts/pins.sh

clean: ## Remove .venv and the caches; the database under instance/ stays
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build *.egg-info
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
