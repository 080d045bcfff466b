use std::fmt;

/// A file that is not read, and what would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The name of the file; within an archive with the name of the archive before it.
    pub file: String,
    /// What the file must be, to follow "The selected file must be".
    pub expected: String,
    /// What it is, as a sentence: "This is a PDF."
    pub found: String,
    /// What to do, as a sentence; empty where nothing need be said.
    pub advice: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(text, "The selected file must be {}. {}", self.expected, self.found)?;
        if self.advice.is_empty() { Ok(()) } else { write!(text, " {}", self.advice) }
    }
}

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// It cannot be, or must not be.
    Refused(Reason),
    /// The person does not want it any more.
    Stopped,
}

/// A refusal without the name of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reason {
    pub(super) expected: String,
    pub(super) found: String,
    pub(super) advice: String,
}

impl Reason {
    /// The refusal of a file.
    pub(super) fn of(self, file: &str) -> Refusal {
        let Self { expected, found, advice } = self;
        Refusal { file: file.to_owned(), expected, found, advice }
    }
}

/// The kinds of files that are read.
pub(super) const ACCEPTED: &str = "a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods), a CSV file or a plan file";

impl Trouble {
    /// It is of another kind: "a PDF".
    pub(super) fn is(kind: &str) -> Self {
        Self::refused(ACCEPTED, format!("This is {kind}."), "")
    }

    /// It is of a kind that another program turns into one that is read.
    pub(super) fn is_but(kind: &str, advice: &str) -> Self {
        Self::refused(ACCEPTED, format!("This is {kind}."), advice)
    }

    /// It begins as what it should be and does not go on so.
    pub(super) fn damaged(what: impl fmt::Display) -> Self {
        Self::refused(
            "whole",
            format!("This one is damaged or was cut off: {what}."),
            "Open it in the program that it comes from and save it again, or get it anew.",
        )
    }

    /// It goes beyond a limit: "at most 20 million cells".
    pub(super) fn too_much(expected: impl Into<String>, found: impl Into<String>) -> Self {
        Self::refused(expected, found, "Divide it, or leave out the sheets, rows and columns that are not needed.")
    }

    pub(super) fn refused(expected: impl Into<String>, found: impl Into<String>, advice: impl Into<String>) -> Self {
        Self::Refused(Reason { expected: expected.into(), found: found.into(), advice: advice.into() })
    }

    pub(super) fn password() -> Self {
        Self::refused(
            "a workbook without a password",
            "This one is protected by a password.",
            "Open it, remove the password (in Excel: File, Info, Protect Workbook, Encrypt with Password) and save it.",
        )
    }
}

/// What a reader of bytes says where a limit is reached: it has only errors of input and output.
#[derive(Debug)]
pub(super) struct Limit(pub(super) Trouble);

impl fmt::Display for Limit {
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("a limit of what is read")
    }
}

impl std::error::Error for Limit {}

impl From<Trouble> for std::io::Error {
    fn from(trouble: Trouble) -> Self {
        Self::other(Limit(trouble))
    }
}

impl From<&std::io::Error> for Trouble {
    fn from(error: &std::io::Error) -> Self {
        match error.get_ref().and_then(|inner| inner.downcast_ref::<Limit>()) {
            Some(Limit(trouble)) => trouble.clone(),
            None if error.kind() == std::io::ErrorKind::UnexpectedEof => Self::damaged("it ends too early"),
            None => Self::damaged(format_args!("what it holds cannot be unpacked ({error})")),
        }
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        Self::from(&error)
    }
}

impl From<quick_xml::Error> for Trouble {
    fn from(error: quick_xml::Error) -> Self {
        match error {
            quick_xml::Error::Io(error) => Self::from(&*error),
            other => Self::damaged(format_args!("the XML in it is not well formed ({other})")),
        }
    }
}

impl From<quick_xml::events::attributes::AttrError> for Trouble {
    fn from(error: quick_xml::events::attributes::AttrError) -> Self {
        Self::from(quick_xml::Error::from(error))
    }
}

impl From<zip::result::ZipError> for Trouble {
    fn from(error: zip::result::ZipError) -> Self {
        use zip::result::ZipError;
        match error {
            ZipError::Io(error) => Self::from(&error),
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Self::password(),
            ZipError::CompressionMethodNotSupported(_) => Self::refused(
                "packed in the usual way (deflate)",
                "This one is packed in another way.",
                "Unpack it and choose the files that were in it.",
            ),
            other => Self::damaged(format_args!("what it holds cannot be unpacked ({other})")),
        }
    }
}
