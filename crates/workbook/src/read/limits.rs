//! How much is read. What lies beyond is refused with a message that names the limit: a file must never take all of the
//! memory, or minutes without a word.

use super::refusal::Trouble;

/// The largest file, in bytes: 300 MB.
pub const LARGEST_FILE: u64 = 300_000_000;

/// The most cells of all files that are read together, empty ones between others included. A cell takes 24 bytes; a list
/// that has grown to 2²⁴ of them, which is a little more, is not made larger.
pub const MOST_CELLS: u64 = 16_000_000;

/// The most bytes of text in the cells of all files that are read together. A workbook keeps a text once and may show
/// it in a million cells.
pub const MOST_TEXT: u64 = 500_000_000;

/// The columns of a sheet: as many as Excel has.
pub const MOST_COLUMNS: u32 = 16_384;

/// The rows of a sheet: as many as Excel has.
pub const MOST_ROWS: u32 = 1_048_576;

/// The most sheets of a workbook.
pub const MOST_SHEETS: usize = 2_000;

/// The most merged areas of a sheet that are kept.
pub const MOST_MERGED: usize = 100_000;

/// The most entries of an archive, which a workbook is too.
pub const MOST_ENTRIES: usize = 20_000;

/// The most bytes that the archives of all files expand to: 2 GB.
pub const MOST_EXPANDED: u64 = 2_000_000_000;

/// An entry of an archive may expand to so many bytes, however small it is.
pub const ALWAYS_EXPANDED: u64 = 100_000_000;

/// Beyond that it may be so many times as large as it is in the archive. What spreadsheet programs write is 5 to 100
/// times as large; files made to do harm are 1,000 times.
pub const GREATEST_RATIO: u64 = 400;

/// The most bytes of a part of a workbook that is not a sheet or the texts, such as its styles: 50 MB.
pub const LARGEST_SMALL_PART: u64 = 50_000_000;

/// The longest piece of XML between two angle brackets, and the longest record of a binary workbook. A cell of Excel
/// holds 32,767 letters.
pub const LONGEST_PIECE: usize = 4_000_000;

/// How deep elements of XML may lie within each other.
pub const DEEPEST_ELEMENT: usize = 256;

/// After so many rows it is told how far the reading is, and asked whether to go on.
pub const ROWS_BETWEEN_PROGRESS: u64 = 2_048;

/// The same after so many pieces of XML or cells, where rows are long.
pub const STEPS_BETWEEN_PROGRESS: u64 = 1 << 18;

/// What is said of a workbook with more sheets.
pub(super) fn too_many_sheets() -> Trouble {
    Trouble::too_much(format!("a workbook of at most {MOST_SHEETS} sheets"), "This one has more.")
}
