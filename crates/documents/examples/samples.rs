//! Writes the letters of the tests as files, to look at them: `cargo run --example samples -- some/folder`.

#[path = "../tests/samples/files.rs"]
mod files;
#[path = "../tests/samples/mod.rs"]
mod samples;

use dument_documents::{docx, eml, pdf, text};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).ok_or("which folder?")?);
    std::fs::create_dir_all(&folder)?;
    for (name, document) in files::all() {
        std::fs::write(folder.join(format!("{name}.pdf")), pdf(&document, None)?)?;
        std::fs::write(folder.join(format!("{name}.docx")), docx(&document)?)?;
        std::fs::write(folder.join(format!("{name}.txt")), text(&document))?;
        std::fs::write(folder.join(format!("{name}.eml")), eml(&document, None, &[])?)?;
    }
    std::fs::write(folder.join("attachment.pdf"), pdf(&samples::formal_notice(), Some(&files::case()))?)?;
    Ok(())
}
