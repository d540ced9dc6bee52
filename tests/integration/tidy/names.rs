//! In which file of `src/` each name is defined that another file uses, followed through `use` and `pub use`.

use super::tokens::{Token, behind_bracket, reads, text, tokens};
use crate::sources::Source;
use std::collections::{BTreeMap, BTreeSet};

/// The words of a path: `crate`, `domain`, `Night`.
type Words = Vec<String>;

/// Through so many `use` a name is followed; two files may bring in each other's names.
const DEEPEST: usize = 8;

/// A name that a `use` brings into a file.
#[derive(Debug)]
struct Import {
    /// What it is called here: `*` for everything, `_` for a trait without a name.
    alias: String,
    path: Words,
    line: usize,
}

/// A file, read for its names.
#[derive(Debug)]
struct File {
    path: String,
    /// What it defines itself.
    defined: BTreeSet<String>,
    imports: Vec<Import>,
    /// Words outside of `use` that do not follow a `.`, each with its path and the line where it stands first.
    used: BTreeMap<Words, usize>,
}

/// All files, by the path of their module from the top.
#[derive(Debug)]
pub(super) struct Names {
    modules: BTreeMap<Words, File>,
}

/// That a file uses what another one defines.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Edge {
    pub(super) from: String,
    pub(super) to: String,
    /// Where in `from`, and what it uses.
    pub(super) line: usize,
    pub(super) name: String,
}

/// What a path leads to.
enum Found {
    Module(Words),
    /// The module whose file defines it.
    Item(Words),
}

impl Names {
    pub(super) fn read(sources: &[Source]) -> Self {
        let modules = sources.iter().map(|source| (module_of(&source.path), File::read(source)));
        Self { modules: modules.collect() }
    }

    /// Which file uses which, once for each name.
    pub(super) fn edges(&self) -> BTreeSet<Edge> {
        self.modules.keys().flat_map(|module| self.edges_of(module)).collect()
    }

    fn edges_of(&self, module: &Words) -> Vec<Edge> {
        let file = &self.modules[module];
        let mut edges = Vec::new();
        let mut add = |found: Option<Found>, line: usize, name: &str| {
            let Some(Found::Item(at)) = found else { return };
            let to = &self.modules[&at].path;
            if *to != file.path {
                edges.push(Edge { from: file.path.clone(), to: to.clone(), line, name: name.to_owned() });
            }
        };
        // A `pub use` alone does not need what it hands on: the name has to be used as well.
        for import in file.imports.iter().filter(|import| import.alias == "_") {
            add(self.follow(module, &import.path, 0), import.line, &import.path.join("::"));
        }
        for (path, line) in &file.used {
            if !file.defined.contains(&path[0]) {
                add(self.follow(module, path, 0), *line, &path.join("::"));
            }
        }
        edges
    }

    /// Where a path leads that stands in a module; `None` outside of the package.
    fn follow(&self, from: &Words, path: &[String], depth: usize) -> Option<Found> {
        let (mut module, rest) = match path[0].as_str() {
            "crate" | "cramp_diary" => (Vec::new(), &path[1..]),
            "self" => (from.clone(), &path[1..]),
            "super" => (from[..from.len().checked_sub(1)?].to_vec(), &path[1..]),
            name if self.knows(from, name, depth) => (from.clone(), path),
            _ => return None,
        };
        for (index, name) in rest.iter().enumerate() {
            let below: Words = module.iter().chain([name]).cloned().collect();
            let last = index + 1 == rest.len();
            let file = self.modules.get(&module)?;
            if name == "super" {
                module.pop();
            } else if self.modules.contains_key(&below) && !(last && self.has_item(&module, name, depth)) {
                module = below;
            } else if file.defined.contains(name) {
                return Some(Found::Item(module));
            } else if let Some(import) = self.import(&module, name, depth) {
                let mut whole = import.path.clone();
                if import.alias == "*" {
                    whole.pop();
                    whole.push(name.clone());
                }
                whole.extend_from_slice(&rest[index + 1..]);
                return self.follow(&module, &whole, depth + 1);
            } else {
                // What a macro defines.
                return Some(Found::Item(module));
            }
        }
        Some(Found::Module(module))
    }

    /// Whether a path may begin with the name in this module.
    fn knows(&self, module: &Words, name: &str, depth: usize) -> bool {
        let below: Words = module.iter().cloned().chain([name.to_owned()]).collect();
        self.modules.contains_key(&below) || self.has_item(module, name, depth)
    }

    fn has_item(&self, module: &Words, name: &str, depth: usize) -> bool {
        self.modules.get(module).is_some_and(|file| file.defined.contains(name)) || self.import(module, name, depth).is_some()
    }

    /// The `use` that brings the name into a module, by its name or with everything else. `None` after [`DEEPEST`] steps.
    fn import(&self, module: &Words, name: &str, depth: usize) -> Option<&Import> {
        let imports = &self.modules.get(module)?.imports;
        let with_everything = |import: &&Import| {
            import.alias == "*"
                && depth < DEEPEST
                && match self.follow(module, &import.path[..import.path.len() - 1], depth + 1) {
                    Some(Found::Module(from)) => from != *module && self.has_item(&from, name, depth + 1),
                    _ => false,
                }
        };
        let named = imports.iter().find(|import| import.alias == name).filter(|_| depth < DEEPEST);
        named.or_else(|| imports.iter().find(with_everything))
    }
}

impl File {
    fn read(source: &Source) -> Self {
        let code: Vec<&str> = source.code().map(|(_, line)| line).collect();
        let tokens = tokens(&code.join("\n"));
        let mut file = Self { path: source.path.clone(), defined: defined(&tokens), imports: Vec::new(), used: BTreeMap::new() };
        let mut at = 0;
        while at < tokens.len() {
            let token = &tokens[at];
            if token.is("use") {
                at = read_use(&tokens, at + 1, &[], &mut file.imports);
            } else if token.is_word() && !tokens[..at].last().is_some_and(|before| [".", "fn", "mod"].iter().any(|word| before.is(word))) {
                let mut path = vec![token.text.clone()];
                while reads(&tokens, at + 1, &["::"]) && tokens.get(at + 2).is_some_and(Token::is_word) {
                    path.push(tokens[at + 2].text.clone());
                    at += 2;
                }
                file.used.entry(path).or_insert(token.line);
                at += 1;
            } else {
                at += 1;
            }
        }
        file
    }
}

/// `crate` is the empty path; `store/mod.rs` and `store.rs` are `store`.
fn module_of(path: &str) -> Words {
    let path = path.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if path == "lib" { Vec::new() } else { path.split('/').map(str::to_owned).collect() }
}

/// The names that are defined outside of all braces, by a keyword or by `keyed_enum!`.
fn defined(tokens: &[Token]) -> BTreeSet<String> {
    let (mut names, mut at) = (BTreeSet::new(), 0);
    while at < tokens.len() {
        let next = text(tokens, at + 1);
        match tokens[at].text.as_str() {
            "struct" | "enum" | "trait" | "type" | "fn" | "static" | "union" => _ = names.insert(next.to_owned()),
            "const" if next != "fn" => _ = names.insert(next.to_owned()),
            "macro_rules" => _ = names.insert(text(tokens, at + 2).to_owned()),
            "keyed_enum" if reads(tokens, at + 1, &["!", "{"]) => _ = names.insert(text(tokens, at + 3).to_owned()),
            _ => {}
        }
        at = if tokens[at].is("{") { behind_bracket(tokens, at) } else { at + 1 };
        if at > 3 && reads(tokens, at - 3, &["keyed_enum", "!", "{"]) {
            at = behind_bracket(tokens, at - 1);
        }
    }
    names
}

/// Reads what a `use` names from `at` on, below `before`; returns the index behind it.
fn read_use(tokens: &[Token], mut at: usize, before: &[String], imports: &mut Vec<Import>) -> usize {
    let mut path = before.to_vec();
    loop {
        let Some(token) = tokens.get(at) else { return at };
        let line = token.line;
        match token.text.as_str() {
            "{" => {
                let end = behind_bracket(tokens, at);
                at += 1;
                while at < end - 1 {
                    at = read_use(tokens, at, &path, imports);
                }
                return if reads(tokens, end, &[","]) { end + 1 } else { end };
            }
            "::" => at += 1,
            "as" => {
                imports.push(Import { alias: text(tokens, at + 1).to_owned(), path, line });
                return at + 3;
            }
            "," | ";" | "}" => {
                // `self` in braces is the module itself.
                path.pop_if(|last| last == "self" && !before.is_empty());
                let alias = path.last().cloned().unwrap_or_default();
                imports.push(Import { alias, path, line });
                return if token.is("}") { at } else { at + 1 };
            }
            word => {
                path.push(word.to_owned());
                at += 1;
            }
        }
    }
}

#[test]
fn names_lead_to_the_file_that_defines_them() {
    let source = |(path, text): &(&str, &str)| Source { path: (*path).to_owned(), text: (*text).to_owned() };
    let edges = |files: &[(&str, &str)]| {
        let sources: Vec<_> = files.iter().map(source).collect();
        let edges = Names::read(&sources).edges();
        edges.into_iter().map(|Edge { from, to, line, name }| format!("{from}:{line} {name} {to}")).collect::<Vec<_>>()
    };
    let shop = ("shop/mod.rs", "mod cake;\npub use cake::{Cake, bake as make};\nmod oven;");
    let cake = ("shop/cake.rs", "pub struct Cake;\npub fn bake() {}\nkeyed_enum! { Taste, \"taste\" { Sweet; } }");
    let use_of = |text: &'static str| edges(&[shop, cake, ("lib.rs", "mod shop; mod home;"), ("home.rs", text), ("shop/oven.rs", "")]);
    for (text, expected) in [
        ("use crate::shop::Cake;\nfn f(_: Cake) {}", "home.rs:2 Cake shop/cake.rs"),
        ("use crate::{a::b, shop::{self, Cake as Pie}};\nfn f(_: Pie) {}", "home.rs:2 Pie shop/cake.rs"),
        ("use super::shop;\nfn f() { shop::make(); }", "home.rs:2 shop::make shop/cake.rs"),
        ("use super::shop::*;\nfn f() { make(); }", "home.rs:2 make shop/cake.rs"),
        ("fn f() { crate::shop::cake::Cake::new() }", "home.rs:1 crate::shop::cake::Cake::new shop/cake.rs"),
        ("use crate::shop::cake::Taste as _;", "home.rs:1 crate::shop::cake::Taste shop/cake.rs"),
        ("pub use crate::shop::Cake;", ""),
        ("use std::fmt;\nfn f() { fmt::write(); x.Cake(); }", ""),
        ("// crate::shop::Cake\nfn f() { \"crate::shop::Cake\" }", ""),
    ] {
        assert_eq!(use_of(text).join("; "), expected, "{text}");
    }
    let hidden = edges(&[shop, ("shop/cake.rs", "pub struct Cake;"), ("shop/oven.rs", "use super::Cake;\nfn f(_: Cake) {}")]);
    assert_eq!(hidden, ["shop/oven.rs:2 Cake shop/cake.rs"], "through its mod.rs, which is no part of it");
    let parent =
        edges(&[("shop/mod.rs", "mod cake;\nstruct Shop;\nfn f() { cake::g() }"), ("shop/cake.rs", "use super::Shop;\nfn g(_: Shop) {}")]);
    assert_eq!(parent, ["shop/cake.rs:2 Shop shop/mod.rs", "shop/mod.rs:3 cake::g shop/cake.rs"]);
}
