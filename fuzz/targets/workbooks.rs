//! A sheet of a workbook, and a workbook, of any bytes: none panics nor goes on without end.

#![no_main]

mod intake;

use libfuzzer_sys::fuzz_target;

use dument_documents::Zip;

// A workbook whose parts are these bytes, parted by zeros: the sheet, the shared texts, the styles, the list of sheets. And the
// bytes themselves as an archive.
fuzz_target!(|bytes: &[u8]| {
    intake::read("factures.xlsx", [b"PK\x03\x04", bytes].concat());
    let mut parts = bytes.split(|byte| *byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    let mut zip = Zip::of_day(dument_law::Day::new(2026, 11, 22).expect("a day"));
    zip.add("xl/worksheets/sheet1.xml", part());
    zip.add("xl/sharedStrings.xml", part());
    zip.add("xl/styles.xml", part());
    let own = part();
    zip.add("xl/workbook.xml", if own.is_empty() { b"<workbook><sheet name='a' r:id='1'/></workbook>" } else { own });
    zip.add("xl/_rels/workbook.xml.rels", b"<Relationship Id='1' Target='worksheets/sheet1.xml'/>");
    intake::read("factures.xlsx", zip.finish());
});
