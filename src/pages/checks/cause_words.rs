use crate::components::{capitalised, choice_words, count_of, figure_kind_words, pounds_short};
use one_plan_model::calculation::Severity;
use one_plan_model::outcome::{Cause, CauseAbout};

/// What a cause is called: what its findings report, and about what.
pub(super) fn title(cause: &Cause) -> String {
    let kind = capitalised(&cause.code.replace('-', " "));
    match cause.about {
        CauseAbout::Kind => kind,
        CauseAbout::Figures(figures) => format!("{kind}: {}", figure_kind_words(figures)),
        CauseAbout::Rows(table) => format!("{kind}: {}", choice_words(table.name())),
    }
}

/// How many findings it has, how many of them are open, and how many pounds the largest is about.
pub(super) fn note(cause: &Cause) -> String {
    let mut words = count_of(cause.findings.len(), "finding", "findings");
    if cause.severity != Severity::Information {
        words.push_str(&format!(", {} open", cause.open));
    }
    if let Some(pounds) = cause.pounds {
        words.push_str(&format!(", {} apart at most", pounds_short(pounds)));
    }
    words
}
