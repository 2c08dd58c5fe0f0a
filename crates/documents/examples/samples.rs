//! Writes the letters of the tests as files, to look at them: `cargo run --example samples -- some/folder`.

#[path = "../tests/samples/files.rs"]
mod files;
#[path = "../tests/samples/mod.rs"]
mod samples;

use std::path::Path;

use dument_documents::{Deadline, File, Sms, archive, calendar, csv, docx, eml, exhibits, mailto, pdf, sms, text};
use dument_law::Day;

type Done = Result<(), Box<dyn std::error::Error>>;

fn main() -> Done {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).ok_or("which folder?")?);
    std::fs::create_dir_all(&folder)?;
    for (name, document) in files::all() {
        std::fs::write(folder.join(format!("{name}.pdf")), pdf(&document, None)?)?;
        std::fs::write(folder.join(format!("{name}.docx")), docx(&document)?)?;
        std::fs::write(folder.join(format!("{name}.txt")), text(&document))?;
        std::fs::write(folder.join(format!("{name}.eml")), eml(&document, None, &[])?)?;
        std::fs::write(folder.join(format!("{name}.csv")), csv(&document))?;
    }
    std::fs::write(folder.join("attachment.pdf"), pdf(&samples::formal_notice(), Some(&files::case()))?)?;
    std::fs::write(folder.join("case.json"), files::case().bytes)?;
    std::fs::write(folder.join("payment.txt"), samples::PAYMENT)?;
    messages(&folder)?;
    deadlines(&folder)
}

/// An e-mail with files attached, the same files in an archive, and links.
fn messages(folder: &Path) -> Done {
    let notice = samples::formal_notice();
    let attached = [
        File { name: "Mise en demeure.pdf".to_owned(), bytes: pdf(&notice, None)? },
        File {
            name: "Décompte détaillé des sommes dues par la société Brun & Fils au 10 juillet 2026.csv".to_owned(),
            bytes: csv(&notice),
        },
        File { name: "pièces: liste?.txt".to_owned(), bytes: exhibits(std::slice::from_ref(&notice)).into_bytes() },
        File { name: "CON.txt".to_owned(), bytes: Vec::new() },
        File { name: "../con.TXT".to_owned(), bytes: vec![0; 100_000] },
        File { name: "con.txt".to_owned(), bytes: b"x".to_vec() },
    ];
    std::fs::write(folder.join("attached.eml"), eml(&notice, Some("compta+dus@brun.example"), &attached)?)?;
    std::fs::write(folder.join("case.zip"), archive(&attached, notice.written_on)?)?;
    let body = "Bonjour,\n\nla facture F-2026-014 & l’acompte «\u{a0}à 50\u{a0}%\u{a0}» restent dus\u{a0}: 1\u{202f}850,00\u{202f}€ + frais.\nMerci\u{202f}?";
    let links = [mailto(Some("compta+dus@brun.example"), &notice.title, body)?, sms(Some("+33 6 12 34 56 78"), &Sms::new(body))?];
    Ok(std::fs::write(folder.join("links.txt"), links.join("\n"))?)
}

/// Deadlines, of which one has a hostile text.
fn deadlines(folder: &Path) -> Done {
    let deadline = |id: &str, day: &str, title: &str, reminders: &[u32]| -> Result<Deadline, Box<dyn std::error::Error>> {
        Ok(Deadline {
            id: id.to_owned(),
            day: day.parse()?,
            title: title.to_owned(),
            description: "Une relance ne prolonge pas ce délai.\nÀ vérifier, avec un professionnel\u{a0}; ou non.".to_owned(),
            reminders: reminders.to_vec(),
        })
    };
    let hostile = "A;B,C\\D \"E\" <b>\r\nEND:VCALENDAR\u{0}\u{202e} 😀 é".repeat(20);
    let deadlines = [
        deadline(
            "prescription-F-2026-014",
            "2031-05-16",
            "Facture F-2026-014\u{a0}: dernier jour ouvré pour agir en justice",
            &[90, 30, 7],
        )?,
        deadline("relance", "2026-07-31", "Relancer Brun & Fils", &[0])?,
        deadline("relance", "2028-02-29", "Relancer encore", &[])?,
        deadline(&hostile, "2026-12-31", &hostile, &[1])?,
    ];
    let as_of = Day::new(2026, 7, 10).ok_or("no such day")?;
    Ok(std::fs::write(folder.join("deadlines.ics"), calendar(&deadlines, as_of))?)
}
