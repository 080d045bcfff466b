//! How large the page is, and how large it may be.

use crate::failure::{Failure, Outcome};

/// One size that is watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Size {
    /// What was measured.
    pub what: &'static str,
    /// Its size in bytes.
    pub bytes: usize,
    /// The most it may be, in bytes.
    pub most: usize,
}

/// The sizes that are watched: the two modules as they are downloaded, and the one file.
/// A page that a person waits for, or cannot send by e-mail, is a page that is not used. Within these sizes, plain code
/// and speed come before bytes.
///
/// The main module was to have 560 kB. The rules that hold any plan, and not only the published ones, took it beyond that:
/// the model compiled for size (`opt-level = "z"`) would still be at 640 kB and take four times as long to compute. The
/// workbook module was to have 620 kB, of which a reader and a writer of workbooks from libraries alone would take 599. It
/// has readers of its own in place of one of them, and recognises, reports, maps trackers, writes formulas and gives a
/// marked copy back; compiled for speed rather than for size it has 130 kB more, and opens and writes a large workbook in half
/// the time. The workbench (sections, pictures, checks, explanations, finding, keeping, the grid, scenarios, the board
/// pack) brought 490 kB to the main module. The limits stand close above what there is, so that what grows is seen; they are
/// to come down.
pub fn of(wasm_gzip: usize, workbook_gzip: usize, single_file: usize) -> [Size; 3] {
    [
        Size { what: "main module, gzip", bytes: wasm_gzip, most: 1_880_000 },
        Size { what: "workbook module, gzip", bytes: workbook_gzip, most: 1_500_000 },
        Size { what: "one-plan.html", bytes: single_file, most: 4_870_000 },
    ]
}

/// The sizes as lines of text.
pub fn report(sizes: &[Size]) -> String {
    let mut text = String::new();
    for size in sizes {
        text.push_str(&format!(
            "  {:<21} {:>9} of at most {:>9} ({} %)\n",
            size.what,
            kilobytes(size.bytes),
            kilobytes(size.most),
            (size.bytes * 100).div_ceil(size.most)
        ));
    }
    text
}

/// Fails where a size is over its budget.
pub fn check(sizes: &[Size]) -> Outcome<()> {
    let over: Vec<String> = sizes
        .iter()
        .filter(|size| size.bytes > size.most)
        .map(|size| {
            format!(
                "{} is {} and may be {}, {} too much",
                size.what,
                kilobytes(size.bytes),
                kilobytes(size.most),
                kilobytes(size.bytes - size.most)
            )
        })
        .collect();
    if over.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("The page is too large: {}.", over.join("; ")))
        .advise("find the dependency that brought it (`cargo tree -p one-plan-page`), or load it on demand."))
}

/// 1 kB is 1,000 bytes. Rounded up, so that a size over its budget never looks as if it were within.
fn kilobytes(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{} kB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::message_of;

    /// Sizes at a share of what they may be, so that the tests hold whatever the limits are.
    fn at(share: usize) -> [Size; 3] {
        let mut sizes = of(0, 0, 0);
        for size in &mut sizes {
            size.bytes = size.most * share / 100;
        }
        sizes
    }

    #[test]
    fn a_page_at_its_budget_passes() {
        assert_eq!(check(&at(100)), Ok(()));
    }

    #[test]
    fn a_page_one_byte_over_fails_and_says_by_how_much() {
        let mut sizes = at(100);
        sizes[0].bytes += 1;
        let message = message_of(check(&sizes));
        let (module, most) = (kilobytes(sizes[0].bytes), kilobytes(sizes[0].most));
        let says = format!("main module, gzip is {module} and may be {most}, 0.1 kB too much");
        assert!(message.contains(&says), "{message}");
        assert!(!message.contains("one-plan.html"), "{message}");
        sizes[2].bytes += 1;
        let both = message_of(check(&sizes));
        assert!(both.contains(&says) && both.contains("one-plan.html"), "{both}");
    }

    #[test]
    fn the_report_names_every_size() {
        assert_eq!(report(&at(50)).matches("(50 %)").count(), 3);
    }
}
