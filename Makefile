PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.complete

.PHONY: run setup test check faults bench format package pictures clean system

run: $(STAMP)  ## set up what is missing and open the window on the samples
	@packaging/run-samples.sh

setup: $(STAMP)

system:
	@packaging/system-packages.sh

$(STAMP): pyproject.toml constraints.txt packaging/system-packages.sh
	@packaging/system-packages.sh
	@packaging/make-venv.sh "$(PYTHON)" "$(VENV)"
	@touch $(STAMP)

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

test: $(STAMP)
	$(BIN)/python -m pytest

faults: $(STAMP)  ## the long form of the tests that kill the program
	FILMOTEKA_KILLS=10 $(BIN)/python -m pytest tests/end_to_end/test_killed_program.py

bench: $(STAMP)
	$(BIN)/python -m tests.benchmarks.all

package: $(STAMP)
	$(BIN)/python packaging/build_bundle.py

pictures: $(STAMP)
	$(BIN)/python packaging/take_pictures.py

clean:
	rm -rf $(VENV) build dist out
