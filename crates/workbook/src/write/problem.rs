use std::fmt;

/// Why something cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteProblem {
    /// What is wrong, and what to do.
    pub what: String,
}

impl WriteProblem {
    /// A problem in words.
    pub(super) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into() }
    }
}

impl fmt::Display for WriteProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.what)
    }
}

impl std::error::Error for WriteProblem {}

impl From<rust_xlsxwriter::XlsxError> for WriteProblem {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self::new(format!("the workbook cannot be written: {error}"))
    }
}

impl From<zip::result::ZipError> for WriteProblem {
    fn from(error: zip::result::ZipError) -> Self {
        Self::new(format!("the archive cannot be written: {error}"))
    }
}

impl From<std::io::Error> for WriteProblem {
    fn from(error: std::io::Error) -> Self {
        Self::new(format!("the archive cannot be written: {error}"))
    }
}

impl From<crate::read::Refusal> for WriteProblem {
    fn from(refusal: crate::read::Refusal) -> Self {
        Self::new(format!("{}: {refusal}", refusal.file))
    }
}

impl From<quick_xml::Error> for WriteProblem {
    fn from(error: quick_xml::Error) -> Self {
        Self::new(format!(
            "a part of the workbook is damaged ({error}); open it in a spreadsheet program, save it and choose it again"
        ))
    }
}
