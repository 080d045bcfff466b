//! `docs/figures.md`: every kind of figure.

use super::words;
use one_plan_model::rules;
use std::fmt::Write;

/// The document.
pub fn as_markdown() -> String {
    let files: Vec<_> = rules::files().into_iter().filter(|file| !file.kinds.is_empty()).collect();
    let count: usize = files.iter().map(|file| file.kinds.len()).sum();
    let mut text = format!(
        "# Figures\n\n\
         Every one of the {count} kinds of figure that follow from a plan, in the order in which they are worked out. Made \
         from the rules by `cargo xtask docs`; a test holds that it is current.\n\n\
         `{{}}` in an identifier stands for what the figure is about, in the order of the third column: the `id` of a row, a \
         financial year such as `2011-12`, a month such as `2011-04`, or a word. `one-plan explain FILE FIGURE` says how one \
         figure of a plan came about. The source is that of the rule, and not of the numbers: where those stand is said by \
         the plan itself. What the words of the tables mean is in [plan-file.md](plan-file.md).\n\n"
    );
    for file in &files {
        let name = words::subject(file.path);
        let _ = writeln!(text, "* [{name}](#{})", words::address(&name));
    }
    for file in &files {
        let _ = write!(
            text,
            "\n## {}\n\n| identifier | label | about | unit | how it follows | rule | source |\n|---|---|---|---|---|---|---|\n",
            words::subject(file.path)
        );
        for kind in file.kinds {
            let _ = writeln!(
                text,
                "| `{}` | {} | {} | {} | {} | {} | {} |",
                kind.id,
                words::cell(kind.label),
                words::about(kind),
                words::unit(kind.unit),
                words::cell(kind.formula),
                words::cell(kind.rule),
                words::cell(kind.source)
            );
        }
    }
    text
}
