//! The TypeScript types of the npm package, `pkg/types.d.ts`, are those of the Rust types behind its functions.

use std::any::TypeId;
use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use dument_law::{Problem, Reference, limitation, payment_terms, penalties, procedures};
use dument_letters::Letter;
use ts_rs::{Config, TS, TypeVisitor};

const UPDATE: &str = "UPDATE_DECLARATIONS";
const COMMAND: &str = "UPDATE_DECLARATIONS=1 cargo test -p dument-js --test declarations";

#[test]
fn the_committed_types_are_those_of_rust() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg/types.d.ts");
    let current = declarations();
    if env::var_os(UPDATE).is_some() {
        fs::write(&path, &current).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == current, "crates/js/pkg/types.d.ts isn’t what the Rust types say. To write it anew: {COMMAND}");
}

#[test]
fn no_path_of_rust_is_left_in_the_documentation() {
    for line in declarations().lines() {
        assert!(!line.contains("::") && !line.contains("[`"), "{line}");
    }
}

#[test]
fn every_field_is_documented() {
    let declarations = declarations();
    let mut documented = false;
    for line in declarations.lines().map(str::trim) {
        let is_field = line
            .split_once(':')
            .is_some_and(|(name, _)| name.trim_end_matches('?').chars().all(char::is_alphanumeric) && !name.is_empty());
        assert!(!is_field || documented, "{line}");
        documented = line.ends_with("*/");
    }
}

/// Every type that a call to the package takes, gives or throws, by name.
fn declarations() -> String {
    let mut types = Types::default();
    types.visit::<penalties::Input>();
    types.visit::<penalties::Statement>();
    types.visit::<limitation::Input>();
    types.visit::<limitation::Limitation>();
    types.visit::<procedures::Input>();
    types.visit::<procedures::Guidance>();
    types.visit::<payment_terms::Input>();
    types.visit::<payment_terms::PaymentTerms>();
    types.visit::<dument_letters::Input>();
    types.visit::<Letter>();
    types.visit::<Reference>();
    types.visit::<Problem>();

    let mut text = format!("// Made from the Rust types by `{COMMAND}`.\n");
    for (_, declaration) in types.0.values() {
        text.push('\n');
        text.push_str(declaration);
    }
    text
}

/// The declaration of each type by its name in TypeScript, where all share one module.
#[derive(Default)]
struct Types(BTreeMap<String, (TypeId, String)>);

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Lists, options and what JavaScript has itself are declared nowhere.
        if T::output_path().is_none() {
            return;
        }
        // JavaScript’s numbers hold every count of days.
        let config = Config::new().with_large_int("number");
        let name = T::ident(&config);
        if let Some((known, _)) = self.0.get(&name) {
            assert_eq!(*known, TypeId::of::<T>(), "two Rust types are called {name}: rename one with #[ts(rename = …)]");
            return;
        }
        let documentation = T::docs().map(|docs| laid_out_comment(&docs, 0) + "\n").unwrap_or_default();
        let declaration = documentation + &laid_out(&format!("export {}", T::decl(&config)));
        self.0.insert(name, (TypeId::of::<T>(), declaration));
        T::visit_dependencies(self);
    }
}

/// The longest line a union stays on.
const WIDTH: usize = 120;

/// A declaration as a person would write it: a field a line, and a member of a union a line where one can’t hold them all.
fn laid_out(declaration: &str) -> String {
    let tokens = tokens(declaration);
    let broken = declaration.len() > WIDTH || tokens.contains(&"{");
    let union = broken && tokens.contains(&"|");
    let mut text = String::new();
    let mut depth = usize::from(union);
    let mut fresh = false;
    for (at, token) in tokens.iter().copied().enumerate() {
        if fresh && token.trim().is_empty() {
            continue;
        }
        if token == "}" {
            depth -= 1;
        }
        if fresh || token == "}" || token == "|" && broken {
            text.truncate(text.trim_end().len());
            if token == "}" && !text.ends_with(';') {
                text.push(';');
            }
            text.push('\n');
            text.push_str(&"  ".repeat(depth));
        }
        match token {
            "," => text.push(';'),
            "=" if union => text.push_str("=\n  |"),
            key if key.starts_with('"') && tokens.get(at + 1) == Some(&":") => {
                // What tells the forms of a union apart has no documentation of its own in Rust.
                if key == "\"kind\"" && !text.trim_end().ends_with("*/") {
                    text.push_str("/** Which of them it is. */\n");
                    text.push_str(&"  ".repeat(depth));
                }
                text.push_str(key.trim_matches('"'));
            }
            comment if comment.starts_with("/**") => text.push_str(&laid_out_comment(comment, depth)),
            other => text.push_str(other),
        }
        if token == "{" {
            depth += 1;
        }
        fresh = matches!(token, "{" | ",") || token.starts_with("/**");
    }
    text.push('\n');
    text
}

/// A comment on one line where it has only one.
fn laid_out_comment(comment: &str, depth: usize) -> String {
    let inner = comment.trim().trim_start_matches("/**").trim_end_matches("*/").trim();
    let lines: Vec<&str> = inner.lines().map(|line| line.trim().trim_start_matches('*').trim()).collect();
    if let [line] = lines.as_slice() {
        return format!("/** {line} */");
    }
    let margin = format!("\n{} *", "  ".repeat(depth));
    let body: String = lines.iter().map(|line| format!("{margin} {line}").trim_end().to_owned()).collect();
    format!("/**{body}{margin}/")
}

/// Cuts a declaration into comments, literals, words, signs and spaces.
fn tokens(declaration: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = declaration;
    while let Some(first) = rest.chars().next() {
        let end = |close: &str| rest[1..].find(close).map_or(rest.len(), |at| 1 + at + close.len());
        let length = match first {
            '/' => end("*/"),
            '"' => end("\""),
            '`' => end("`"),
            _ if first.is_alphanumeric() => rest.find(|character: char| !character.is_alphanumeric()).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token);
        rest = after;
    }
    tokens
}
