use super::archive::{Archive, too_large};
use super::detect::{self, Detected};
use super::progress::Work;
use super::refusal::{Refusal, Trouble};
use super::{csv, limits, names, ods, remarks, xls, xlsb, xlsx};
use crate::sheet::{FileKind, SourceFile};

/// What came of reading files.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The files that were read, in their order; those within an archive in the order that they have in it.
    pub files: Vec<SourceFile>,
    /// The files that were not, each with what it should have been.
    pub refusals: Vec<Refusal>,
    /// Whether the person did not want to wait for the rest.
    pub was_stopped: bool,
}

/// What is done with an archive of other files.
pub(super) type OnBundle = dyn Fn(&mut Reading, &str, Archive<'_>, &mut Work<'_>) -> Result<(), Trouble>;

impl Reading {
    /// Reads a file and keeps what came of it.
    pub(super) fn add(&mut self, name: &str, bytes: &[u8], work: &mut Work<'_>, on_bundle: &OnBundle) {
        work.begin_file(name);
        let result = self.read(name, bytes, work, on_bundle);
        match result {
            Ok(Some(file)) => self.files.push(file),
            Ok(None) => {}
            Err(trouble) => self.take(name, Err(trouble)),
        }
    }

    pub(super) fn take(&mut self, name: &str, result: Result<SourceFile, Trouble>) {
        match result {
            Ok(file) => self.files.push(file),
            Err(Trouble::Stopped) => self.was_stopped = true,
            Err(Trouble::Refused(reason)) => self.refusals.push(reason.of(name)),
        }
    }

    /// Reads a file; an archive of files yields more of them by itself.
    fn read(
        &mut self,
        name: &str,
        bytes: &[u8],
        work: &mut Work<'_>,
        on_bundle: &OnBundle,
    ) -> Result<Option<SourceFile>, Trouble> {
        if bytes.len() as u64 > limits::LARGEST_FILE {
            return Err(too_large(Some(bytes.len() as u64)));
        }
        let (kind, sheets, mut remarks) = match detect::detect(bytes, work.expanded)? {
            Detected::Xlsx(mut archive, main) => {
                let sheets = xlsx::read(&mut archive, &main, work);
                work.expanded = archive.expanded;
                (FileKind::Xlsx, sheets?, Vec::new())
            }
            Detected::Xlsb(mut archive, main) => {
                let sheets = xlsb::read(&mut archive, &main, work);
                work.expanded = archive.expanded;
                (FileKind::Xlsb, sheets?, Vec::new())
            }
            Detected::Xls(stream) => (FileKind::Xls, xls::read(&stream, work)?, Vec::new()),
            Detected::Ods(mut archive) => {
                let sheets = ods::read(&mut archive, work);
                work.expanded = archive.expanded;
                (FileKind::Ods, sheets?, Vec::new())
            }
            Detected::Text => {
                let (sheet, remarks) = csv::read(names::stem(name), bytes, work)?;
                (FileKind::Csv, vec![sheet], remarks)
            }
            Detected::Bundle(archive) => return on_bundle(self, name, archive, work).map(|()| None),
        };
        remarks.extend(remarks::of(&sheets));
        Ok(Some(SourceFile { name: name.to_owned(), kind, sheets, remarks }))
    }
}
