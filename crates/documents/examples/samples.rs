//! Writes the letters of the tests as files, to look at them: `cargo run --example samples -- some/folder`.

#[path = "../tests/samples/mod.rs"]
mod samples;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).ok_or("which folder?")?);
    std::fs::create_dir_all(&folder)?;
    for (name, document) in
        [("notice", samples::formal_notice()), ("annex", samples::long_notice(40)), ("hostile", samples::hostile())]
    {
        std::fs::write(folder.join(format!("{name}.pdf")), dument_documents::pdf(&document, None)?)?;
        std::fs::write(folder.join(format!("{name}.docx")), dument_documents::docx(&document))?;
        std::fs::write(folder.join(format!("{name}.txt")), dument_documents::text(&document))?;
        std::fs::write(folder.join(format!("{name}.eml")), dument_documents::eml(&document, None, &[])?)?;
    }
    Ok(())
}
