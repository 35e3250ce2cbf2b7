# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# Every target works in a fresh clone: it makes .venv first when that is missing. The work is done in tools/.

.DEFAULT_GOAL := help
.PHONY: help environment demo test sanity units twins integration playbooks lint format docs build cores tools simulator bench clean

# PYTHON=python3.12 chooses the Python of .venv; otherwise the first one that is new enough.
BASE_PYTHON = $(or $(PYTHON),$(shell sh tools/find_python.sh))
RUN = @.venv/bin/python -m
PORT ?= 8470

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

environment: ## only make .venv
	@test -n "$(BASE_PYTHON)" && REQUESTED_PYTHON="$(PYTHON)" "$(BASE_PYTHON)" -m tools.environment

demo: environment ## provision the demo site on the simulator: check mode, for real, and again
	$(RUN) tools.demo

test: environment ## everything below up to `tools`, with a summary
	$(RUN) tools.suite $(STEPS)

sanity: environment ## ansible-test sanity [TEST="pep8 pylint"]
	$(RUN) tools.sanity $(TEST)

units: environment ## unit tests with coverage [TARGET=tests/unit/...]
	$(RUN) tools.units $(TARGET)

twins: environment ## tests of the simulator's twins [ARGS="-k name"]
	$(RUN) tools.pytest_folder tests/twins --import-mode=importlib $(ARGS)

integration: environment ## integration targets against the simulator [TARGET="a b"]
	$(RUN) tools.integration $(TARGET)

playbooks: environment ## tests of the roles and playbooks [ARGS="-k name"]
	$(RUN) tools.pytest_folder tests/playbooks $(ARGS)

lint: environment ## ansible-lint, yamllint, ruff, mypy, changelog, house rules
	$(RUN) tools.lint

format: environment ## put the Python code in order, and write anew what is made from it
	@.venv/bin/ruff check --quiet --fix-only . && .venv/bin/ruff format .
	$(RUN) tools.nested_options
	$(RUN) tools.role_arguments
	$(RUN) tools.endpoint_coverage

docs: environment ## documentation checks; leaves the site in build/docs
	$(RUN) tools.docs

build: environment ## collection, import check, execution environment context; leaves the tarball in build
	$(RUN) tools.build

cores: environment ## tests/cores with each supported ansible-core [CORE="2.16 2.19"]
	$(RUN) tools.cores $(CORE)

tools: environment ## tests of these tools
	$(RUN) tools.pytest_folder tests/tools $(ARGS)

simulator: environment ## the simulator in the foreground [PORT=8470 ARGS="--seed demo"]
	@cd tests && exec ../.venv/bin/python -m simulator --port $(PORT) $(ARGS)

bench: environment ## a whole site: loops, plural modules and a bare script side by side [BENCH_FULL=1 ARGS="--minutes 5"]
	@PYTHONPATH=tests .venv/bin/python -m benchmark $(ARGS)

clean: ## remove .venv, build and the workspace outside of the clone
	@sh tools/clean.sh
