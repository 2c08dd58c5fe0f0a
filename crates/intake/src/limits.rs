//! What a file may hold at most: more is refused with a sentence that says so, for no ledger needs it.

/// The bytes of a file, as given.
pub const FILE_BYTES: usize = 1 << 30;
/// The bytes of a file that is read whole: a PDF, a workbook, an e-invoice.
pub const WHOLE_FILE_BYTES: usize = 256 << 20;
/// The bytes of one e-invoice in XML.
pub const XML_BYTES: usize = 64 << 20;
/// How deep elements of an e-invoice may lie in each other.
pub const XML_DEPTH: usize = 64;
/// The elements of an e-invoice, its lines and attachments left out.
pub const XML_ELEMENTS: usize = 100_000;
/// The bytes of one text in an e-invoice.
pub const XML_TEXT_BYTES: usize = 100_000;
/// The objects of a PDF.
pub const PDF_OBJECTS: usize = 1_000_000;
/// The bytes of all that is inflated from a PDF.
pub const PDF_INFLATED_BYTES: usize = 128 << 20;
/// How deep the values of a PDF may lie in each other.
pub const PDF_DEPTH: usize = 64;
/// The bytes inflated from one part of a workbook.
pub const SHEET_BYTES: usize = 256 << 20;
/// The files within a workbook.
pub const WORKBOOK_FILES: usize = 10_000;
/// The bytes of all texts that the cells of a workbook share.
pub const SHARED_TEXT_BYTES: usize = 128 << 20;
/// The rows of a table.
pub const TABLE_ROWS: usize = 2_000_000;
/// The columns of a table.
pub const TABLE_COLUMNS: usize = 1_000;
/// The bytes of one cell.
pub const CELL_BYTES: usize = 32_768;
/// The bytes of one line of a FEC.
pub const FEC_LINE_BYTES: usize = 65_536;
