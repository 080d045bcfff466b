use crate::components::{capitalised, choice_words, count_of, figure_kind_words, pounds_short};
use one_plan_model::calculation::Severity;
use one_plan_model::outcome::{Cause, CauseAbout};

/// What a cause is called: what its findings report, and about what.
pub(super) fn title(cause: &Cause) -> String {
    let kind = kind_words(cause.code);
    match cause.about {
        CauseAbout::Kind => kind,
        CauseAbout::Figures(figures) => format!("{kind}: {}", figure_kind_words(figures)),
        CauseAbout::Rows(table) => format!("{kind}: {}", choice_words(table.name())),
    }
}

/// What a kind of finding reports: its code is made of plain words, but for those that are about figures of every kind.
fn kind_words(code: &str) -> String {
    match code {
        "figures-differ" => "Two figures that should be the same are not".to_owned(),
        "printed-differs" => "What the plan states is not what is computed".to_owned(),
        "unlikely-rounding" => "A difference that rounding hardly explains".to_owned(),
        code => capitalised(&code.replace('-', " ")),
    }
}

/// How many findings it has, how many of them are open, and how many pounds the largest is about.
pub(super) fn note(cause: &Cause) -> String {
    let mut words = count_of(cause.findings.len(), "finding", "findings");
    if cause.severity != Severity::Information {
        words.push_str(&format!(", {} open", cause.open));
    }
    if let Some(pounds) = cause.pounds {
        let apart = if cause.disagrees { " apart" } else { "" };
        words.push_str(&format!(", {}{apart} at most", pounds_short(pounds)));
    }
    words
}
