# The only entry points. `make` alone explains them.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory

LISTEN ?= 0.0.0.0:8080
DATA ?= ./data
# Where the fresh seeds of `make proof` begin; a failure prints the one that plays it again.
PAD_SEED ?= $(shell date +%s)
FUZZ_SEED ?= $(shell date +%s)
# The machine of `make attack-memory`.
SIEGE_MIB ?= 512
# For some of the measures: make bench BENCH='--only typing,bare --seconds 5'
BENCH ?=
BINARY := target/release/atelier
WEB_SOURCES := $(shell find web/src web/public web/build -type f 2>/dev/null) web/index.html web/package-lock.json \
  $(wildcard web/*.ts web/*.json)
RUST_SOURCES := $(shell find crdt server -name '*.rs' -o -name 'Cargo.toml' -o -name '*.sql' 2>/dev/null) Cargo.toml Cargo.lock

.PHONY: help run build test dev check bench proof format types need-rust need-node chromium firefox poppler \
  attack-kills attack-damage attack-clocks attack-rights attack-frames attack-memory attack-heavy

help: ## explain these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: build ## build everything and serve Atelier on http://localhost:8080, data in ./data
	@exec $(BINARY) serve --listen $(LISTEN) --data $(DATA)

build: $(BINARY) ## build target/release/atelier, web app included, without starting it

test: $(BINARY) tests/node_modules/.ready chromium firefox poppler ## every test: Rust, web, stock clients, kill -9, browsers
	cargo test --workspace --exclude end_to_end
	npm --prefix web test
	cargo test -p end_to_end
	npm --prefix tests run clients
	npm --prefix tests run browser
	npm --prefix tests run firefox

dev: need-rust web/node_modules/.ready ## server and web app with reload, on http://localhost:5173
	@cargo build -p atelier
	target/debug/atelier serve --listen 127.0.0.1:8080 --data $(DATA) & server=$$!
	trap 'kill $$server 2>/dev/null || true' EXIT
	npm --prefix web run dev

check: need-rust web/node_modules/.ready tests/node_modules/.ready ## lints, formats, generated types up to date
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	npm --prefix web run check
	npm --prefix tests run check
	before=$$(cat web/src/generated/*.ts | sha256sum)
	$(MAKE) types
	after=$$(cat web/src/generated/*.ts | sha256sum)
	if [ "$$before" != "$$after" ]; then
	  echo "web/src/generated differs from the Rust types: run 'make types' and commit the result." >&2; exit 1
	fi

format: need-rust web/node_modules/.ready tests/node_modules/.ready ## rewrite every file in the project's format
	cargo fmt --all
	npm --prefix web run format
	npm --prefix tests run format

types: need-rust ## write web/src/generated from the Rust types
	@cargo test -q -p atelier --lib export_bindings

proof: attack-kills attack-damage attack-clocks attack-rights attack-frames attack-memory web/node_modules/.ready ## the slow proofs: every attack below, long fuzzing and simulation
	HUB_SEEDS=5000 cargo test --release -p hub
	PROPTEST_RNG_SEED=$(FUZZ_SEED) PROPTEST_CASES=5000 cargo test --release -p crdt
	PAD_FUZZ_SEED=$(PAD_SEED) PAD_FUZZ_ROUNDS=50000 npm --prefix web run fuzz

attack-kills: $(BINARY) ## kill -9 at 300 moments while people write
	KILLS=300 cargo test -p end_to_end --test kill -- --nocapture

attack-damage: need-rust ## damage 2,100 databases in one place each
	CORRUPTIONS=2100 cargo test --release -p store a_damaged_page

attack-clocks: need-rust ## a thousand stories of starts and clocks that are wrong
	CLOCK_STORIES=1000 cargo test --release -p atelier --test api clock

attack-rights: need-rust ## every deed as every role, and one tenant at another's doors
	cargo test --release -p atelier --test api -- rights:: twins:: doors:: origins:: tokens:: creators:: quotas:: deletions::

attack-frames: tests/node_modules/.ready ## a million damaged frames; what is kept loads in Rust and JavaScript
	FUZZ_SEED=$(FUZZ_SEED) FUZZ_FRAMES=1000000 cargo test --release -p fuzz -- --nocapture

attack-memory: $(BINARY) ## 1,280 imports, 30,000 half requests and sockets, beside somebody who writes, in 512 MB (as root)
	SIEGE_ROUNDS=20 SIEGE_MIB=$(SIEGE_MIB) cargo test -p end_to_end --test siege -- --nocapture

attack-heavy: $(BINARY) ## typing beside 32 attackers on imports, exports and archives, on one core; a measure
	cargo run --release -p load -- --only besieged

bench: $(BINARY) tests/node_modules/.ready chromium ## measure the release binary under load; writes docs/benchmarks.md
	cargo run --release -p load -- $(BENCH)
	cargo bench -p load
	npm --prefix tests run -s first-contribution
	npm --prefix tests run -s long-paste

$(BINARY): $(RUST_SOURCES) web/dist/index.html | need-rust
	@touch server/src/page/embedded.rs
	cargo build --release -p atelier

web/dist/index.html: $(WEB_SOURCES) web/node_modules/.ready
	npm --prefix web run build

%/node_modules/.ready: %/package-lock.json | need-node
	npm --prefix $* ci
	touch $@

chromium: ## install Chromium when it is missing (Debian package, as root)
	@if [ -n "$${ATELIER_CHROMIUM:-}" ] || command -v chromium >/dev/null; then exit 0; fi
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium
	else
	  echo "The browser tests need Chromium: install it (Debian: 'sudo apt install chromium') or set ATELIER_CHROMIUM to its path." >&2; exit 1
	fi

firefox: ## install Firefox when it is missing (Debian package, as root)
	@if [ -n "$${ATELIER_FIREFOX:-}" ] || [ -x /usr/bin/firefox-esr ]; then exit 0; fi
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends firefox-esr
	else
	  echo "The browser tests need Firefox: install it (Debian: 'sudo apt install firefox-esr') or set ATELIER_FIREFOX to its path." >&2; exit 1
	fi

poppler: ## install what reads PDFs back when it is missing (Debian package, as root)
	@if command -v pdfinfo >/dev/null; then exit 0; fi
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends poppler-utils
	else
	  echo "The tests of PDFs need poppler: install it (Debian: 'sudo apt install poppler-utils')." >&2; exit 1
	fi

need-rust:
	@command -v cargo >/dev/null || { echo "Atelier needs Rust 1.95 or later: install it from https://rustup.rs, then run this again." >&2; exit 1; }

need-node:
	@node -e 'const [a,b]=process.versions.node.split(".").map(Number); process.exit(a>20||(a===20&&b>=19)?0:1)' 2>/dev/null \
	  || { echo "Atelier needs Node 20.19 or later (with npm): install it from https://nodejs.org or your distribution, then run this again." >&2; exit 1; }
