# Every task; CI runs `.ci/run`, which is `just check` and the real window.

# Lists the tasks.
default:
    @just --list

# Everything that must hold before a commit.
check: fmt clippy test doc deny

# Formatting.
fmt:
    cargo fmt --check

# Lints, for the program, its tests and its measurements.
clippy:
    cargo clippy --all-targets -- -D warnings

# All tests, with the examples in the documentation.
test:
    cargo test

# The tests without the slowest ones, which have `slow::` in their names: while working. `just check` and CI run them all.
fast:
    cargo test -- --skip slow::

# Documentation, without a broken link.
doc:
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --document-private-items

# Licences, bans and sources of what we depend on.
deny:
    cargo deny --offline check licenses bans sources

# The window, or a command: `just run example`.
run *arguments:
    cargo run --release -- {{arguments}}

# Measurements; benches/README.md has the figures.
bench *filter:
    cargo bench --bench diary -- {{filter}}

# The pictures of the documentation.
pictures:
    scripts/pictures
