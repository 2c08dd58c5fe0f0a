//! Inflating up to a limit: nothing here grows beyond what was allowed.

use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_HAS_MORE_INPUT, TINFL_FLAG_PARSE_ZLIB_HEADER, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

/// Why data didn't inflate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InflateError {
    /// More than allowed came out of it.
    TooLarge,
    /// It is damaged or cut.
    Damaged,
}

/// Inflates what a ZIP archive holds (RFC 1951).
pub(crate) fn deflated(bytes: &[u8], limit: usize) -> Result<Vec<u8>, InflateError> {
    decompress_to_vec_with_limit(bytes, limit).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => InflateError::TooLarge,
        _ => InflateError::Damaged,
    })
}

/// Inflates what a PDF holds (RFC 1950), whatever follows its end; a wrong checksum is forgiven, as readers of PDF do.
pub(crate) fn zlib(bytes: &[u8], limit: usize) -> Result<Vec<u8>, InflateError> {
    /// The first room: most of what is read here fits.
    const ROOM: usize = 64 << 10;
    let mut state = DecompressorOxide::new();
    let mut out = vec![0; ROOM.min(limit)];
    let (mut read, mut written) = (0, 0);
    loop {
        let flags = TINFL_FLAG_PARSE_ZLIB_HEADER | TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        let (status, took, gave) = decompress(&mut state, &bytes[read..], &mut out, written, flags & !TINFL_FLAG_HAS_MORE_INPUT);
        read += took;
        written += gave;
        match status {
            TINFLStatus::Done | TINFLStatus::Adler32Mismatch => {
                out.truncate(written);
                return Ok(out);
            }
            TINFLStatus::HasMoreOutput if out.len() >= limit => return Err(InflateError::TooLarge),
            TINFLStatus::HasMoreOutput => {
                let room = out.len().saturating_mul(2).min(limit);
                out.resize(room, 0);
            }
            _ => return Err(InflateError::Damaged),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};

    #[test]
    fn inflates_up_to_the_limit() {
        let content = vec![b'x'; 1_000_000];
        assert_eq!(deflated(&compress_to_vec(&content, 6), 1_000_000), Ok(content.clone()));
        assert_eq!(deflated(&compress_to_vec(&content, 6), 999_999), Err(InflateError::TooLarge));
        let mut packed = compress_to_vec_zlib(&content, 6);
        assert_eq!(zlib(&packed, 1_000_000), Ok(content.clone()));
        assert_eq!(zlib(&packed, 999_999), Err(InflateError::TooLarge));
        packed.extend(b"\nendstream");
        assert_eq!(zlib(&packed, 1_000_000), Ok(content));
        assert_eq!(zlib(&packed[..20], 1_000_000), Err(InflateError::Damaged));
        assert_eq!(zlib(b"", 10), Err(InflateError::Damaged));
    }
}
