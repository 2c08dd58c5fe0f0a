//! What a module asks of JavaScript, by shorter names: wasm-bindgen ends them with a digest, which no compressor shortens, and
//! every visitor would download each of three hundred twice.

use anyhow::{Result, anyhow};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// As many digits of a digest end a name.
const DIGITS: usize = 16;

/// A module and its JavaScript, the names that end with a digest replaced by their rank in both.
pub(super) fn shorten(wasm: &[u8], js: &str) -> Result<(Vec<u8>, String)> {
    let mut module = Module::new();
    let mut js = js.to_owned();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Payload::ImportSection(section) = payload {
            let mut imports = ImportSection::new();
            for (rank, import) in section.into_imports().enumerate() {
                let import = import?;
                let kind = RoundtripReencoder
                    .entity_type(import.ty)
                    .map_err(|error| anyhow!("the import {} can't be renamed: {error}", import.name))?;
                if ends_with_digest(import.name) {
                    let name = format!("i{rank}");
                    js = js.replace(import.name, &name);
                    imports.import(import.module, &name, kind);
                } else {
                    imports.import(import.module, import.name, kind);
                }
            }
            module.section(&imports);
        } else if let Some((id, range)) = payload.as_section() {
            module.section(&RawSection { id, data: &wasm[range] });
        }
    }
    Ok((module.finish(), js))
}

fn ends_with_digest(name: &str) -> bool {
    name.rsplit_once('_').is_some_and(|(_, last)| last.len() == DIGITS && last.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, TypeSection};

    use super::*;

    #[test]
    fn a_name_is_shorter_on_both_sides() {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        for name in ["__wbg_close_70d38255291ae4c8", "__wbindgen_init", "__wbg_close_bf94aa7e38b9a94b"] {
            imports.import("./a_bg.js", name, EntityType::Function(0));
        }
        let mut module = Module::new();
        module.section(&types).section(&imports);
        let js = "{ __wbg_close_bf94aa7e38b9a94b: one, __wbindgen_init: two, __wbg_close_70d38255291ae4c8: three }";

        let (wasm, js) = shorten(&module.finish(), js).unwrap();
        assert_eq!(js, "{ i2: one, __wbindgen_init: two, i0: three }");
        let mut asked = Vec::new();
        for payload in Parser::new(0).parse_all(&wasm) {
            if let Payload::ImportSection(section) = payload.unwrap() {
                asked.extend(section.into_imports().map(|import| import.unwrap().name.to_owned()));
            }
        }
        assert_eq!(asked, ["i0", "__wbindgen_init", "i2"]);
    }
}
