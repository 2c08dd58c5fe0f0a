//! Archives that hold nothing of the machine: names in their order, one time, one mode, no owner.

use std::io::{Cursor, Write as _};

use anyhow::{Context, Result};
use chrono::DateTime;
use flate2::{Compression, write::GzEncoder};
use zip::write::{SimpleFileOptions, ZipWriter};

use super::Files;

/// May be read by all and written by the owner.
const MODE: u32 = 0o644;

/// A compressed tar, for hosts and for npm.
pub(super) fn tar_gz(files: &Files, made: i64) -> Result<Vec<u8>> {
    let mut archive = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::best()));
    for (path, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.set_mode(MODE);
        header.set_uid(0);
        header.set_gid(0);
        header.set_mtime(made.try_into().context("made before 1970")?);
        header.set_size(bytes.len().try_into()?);
        archive.append_data(&mut header, path, bytes.as_slice()).with_context(|| path.clone())?;
    }
    Ok(archive.into_inner()?.finish()?)
}

/// A ZIP, for WordPress.
pub(super) fn zip(files: &Files, made: i64) -> Result<Vec<u8>> {
    let time = DateTime::from_timestamp(made, 0).context("made at no time that has a date")?.naive_utc();
    let options =
        SimpleFileOptions::default().compression_level(Some(9)).unix_permissions(MODE).last_modified_time(time.try_into()?);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        archive.start_file(path, options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::GzDecoder;

    use super::*;

    /// 22 November 2026, 12:30:08 in Greenwich.
    const MADE: i64 = 1_795_350_608;

    fn files() -> Files {
        [("b/2.txt", "two"), ("a.txt", "one")].map(|(path, text)| (path.to_owned(), text.into())).into()
    }

    #[test]
    fn a_tar_holds_the_files_in_order_and_nothing_of_the_machine() {
        let packed = tar_gz(&files(), MADE).unwrap();
        // No name, no time, no system in the head of the compressed file.
        assert_eq!(packed[..10], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
        let mut archive = tar::Archive::new(GzDecoder::new(&packed[..]));
        let mut found = Vec::new();
        for entry in archive.entries().unwrap() {
            let mut entry = entry.unwrap();
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            let header = entry.header();
            assert_eq!((header.mode().unwrap(), header.uid().unwrap(), header.gid().unwrap()), (MODE, 0, 0));
            assert_eq!(header.mtime().unwrap(), 1_795_350_608);
            found.push(format!("{}: {text}", entry.path().unwrap().display()));
        }
        assert_eq!(found, ["a.txt: one", "b/2.txt: two"]);
    }

    #[test]
    fn a_zip_holds_the_files_in_order_at_their_time() {
        let packed = zip(&files(), MADE).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(packed)).unwrap();
        let mut found = Vec::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            let time = file.last_modified().unwrap();
            assert_eq!((time.year(), time.month(), time.day(), time.hour()), (2026, 11, 22, 12));
            assert_eq!(file.unix_mode().map(|mode| mode & 0o777), Some(MODE));
            found.push(format!("{}: {text}", file.name().unwrap()));
        }
        assert_eq!(found, ["a.txt: one", "b/2.txt: two"]);
    }
}
