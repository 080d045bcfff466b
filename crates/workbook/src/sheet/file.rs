use super::Sheet;

/// A file that was read.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its name, as the person knows it; within an archive with the name of the archive before it: `plan.zip/schemes.csv`.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// Its sheets in their order; one for a file of comma-separated values.
    pub sheets: Vec<Sheet>,
    /// What a person should know of how it was read: "2 hidden rows were read too".
    pub remarks: Vec<String>,
}

/// The kinds of files that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A workbook of Excel since 2007, without or with macros (which are never run).
    Xlsx,
    /// A binary workbook of Excel.
    Xlsb,
    /// A workbook of Excel up to 2003.
    Xls,
    /// An OpenDocument spreadsheet.
    Ods,
    /// Values set apart by commas, semicolons or tabs.
    Csv,
}
