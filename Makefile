# Two commands are enough: `make serve` starts the product, `make test` proves it.
.PHONY: help setup serve test check bench screenshots lock

help: ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: ## Install what the product needs
	@scripts/setup.sh run

serve: ## Start the product on http://127.0.0.1:8000/
	@scripts/setup.sh run
	@.venv/bin/tpm serve

test: ## Run the tests
	@scripts/setup.sh dev
	@.venv/bin/python -m pytest -n 2 --dist worksteal

check: ## Check types, style, the house's contracts and the data files
	@scripts/setup.sh dev
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@.venv/bin/tpm data check

bench: ## Measure the figures that the product promises
	@scripts/setup.sh dev
	@.venv/bin/python -m benchmarks

screenshots: ## Write a picture of every page to build/screenshots/, and of every document to build/documents/
	@scripts/setup.sh dev
	@.venv/bin/python -m tests.browser.screenshots
	@.venv/bin/python -m tests.documents.pictures

lock: ## Pin all dependencies anew (for maintainers)
	@scripts/setup.sh dev
	@.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --upgrade --extra build pyproject.toml -o requirements/run.txt
	@.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --extra build --extra postgres -c requirements/run.txt pyproject.toml -o requirements/postgres.txt
	@.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --extra build --extra oidc -c requirements/run.txt pyproject.toml -o requirements/oidc.txt
	@.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --extra build --extra postgres --extra oidc --extra train --extra dev -c requirements/run.txt -c requirements/postgres.txt -c requirements/oidc.txt pyproject.toml -o requirements/dev.txt
