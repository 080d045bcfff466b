//! An archive (zip) of files: each of them is read as if it had been chosen by itself, but for archives within it.

use super::archive::Archive;
use super::names;
use super::progress::Work;
use super::reading::Reading;
use super::refusal::Trouble;

/// Reads every file of an archive. Their names, whatever folders they name, are only shown.
pub(super) fn read(
    reading: &mut Reading,
    name: &str,
    mut archive: Archive<'_>,
    work: &mut Work<'_>,
) -> Result<(), Trouble> {
    let names = archive.names().to_vec();
    let files = (0..).zip(&names).filter(|(_, name)| is_file(name));
    let mut count = 0;
    for (index, file) in files {
        count += 1;
        let shown = format!("{name}/{}", names::shown(file));
        archive.expanded = archive.expanded.max(work.expanded);
        let bytes = archive.part_at(index).and_then(|part| part.whole());
        work.expanded = archive.expanded;
        match bytes {
            Ok(bytes) => reading.add(&shown, &bytes, work, &within),
            Err(trouble) => reading.take(&shown, Err(trouble)),
        }
        if reading.was_stopped {
            return Ok(());
        }
    }
    if count == 0 {
        return Err(Trouble::is("an archive (zip) without files"));
    }
    Ok(())
}

/// An archive within an archive is not opened.
fn within(_: &mut Reading, _: &str, _: Archive<'_>, _: &mut Work<'_>) -> Result<(), Trouble> {
    Err(Trouble::is_but("an archive within an archive", "Unpack it, and choose the files that are in it."))
}

/// Whether an entry is a file of a person: not a folder, nor what systems add by themselves.
fn is_file(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or_default();
    !file.is_empty()
        && !file.starts_with('.')
        && !name.starts_with("__MACOSX/")
        && file != "Thumbs.db"
        && file != "desktop.ini"
}
