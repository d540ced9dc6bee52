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

# Licences, bans and sources of what we depend on; known holes where a copy of RustSec's list is at hand.
deny:
    scripts/deny

# The menu entry and the description for software centres.
desktop:
    scripts/desktop-check

# assets/notices.txt anew, after a dependency came, went or changed.
notices:
    cargo run --example notices

# assets/icons.ttf anew, after an icon came or went; needs `pip install fonttools`.
icons:
    scripts/icon-font

# The program with its menu entry and icon, for you alone.
install:
    scripts/install-for-me

# The window, or a command: `just run example`.
run *arguments:
    cargo run --release -- {{arguments}}

# Measurements; benches/README.md has the figures.
bench *filter:
    cargo bench --bench diary -- {{filter}}

# The pictures of the documentation.
pictures:
    scripts/pictures
