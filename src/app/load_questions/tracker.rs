//! How trackers are read: each heading with what it is read as, for a person to confirm or to change.

use crate::components::{Tag, body, capitalised, choice, count_of, data_table, head, tag, words_cell, words_heading};
use crate::session::{
    LEFT_ALONE, LoadQuestion, LoadReading, LoadReport, ReadColumn, TrackerField, column_field, months_field,
};
use yew::prelude::*;

/// Every tracker that nobody has confirmed yet.
pub fn readings(report: &LoadReport) -> Tag {
    let fields = report.tracker_fields.as_deref().unwrap_or_default();
    let mut all = tag("div");
    for (at, reading) in report.mapping.iter().enumerate().filter(|(_, reading)| !reading.is_confirmed) {
        all = all.child(tag("div").key(at).child(months(at, reading)).child(folded(report, at, reading, fields)));
    }
    all
}

/// The columns of a tracker, in one line until somebody wants to see them; open where one of them is asked about.
fn folded(report: &LoadReport, at: usize, reading: &LoadReading, fields: &[TrackerField]) -> Tag {
    let is_asked =
        |question: &LoadQuestion| question.is_of_columns() && question.place == Some((reading.file, reading.sheet));
    let read = count_of(reading.columns.len(), "column was", "columns were");
    let summary = tag("summary").words(format!("{}: {read} read as shown", reading.place));
    let mut details = tag("details").class("disclosure");
    if report.questions.iter().any(is_asked) {
        details = details.attribute("open", "open");
    }
    tag("div").child(details.child(summary).child(columns(at, reading, fields)))
}

/// What the months hold, where their headings do not say it: answered once for all of them.
fn months(at: usize, reading: &LoadReading) -> Tag {
    if !reading.has_open_months() {
        return tag("div");
    }
    let id = months_field(at);
    let words = format!("The months of {}: what do they hold?", reading.place);
    let options = [
        ("", "Not said: they are left alone"),
        ("plan", "The plan"),
        ("actual", "The actual"),
        ("forecast", "The forecast"),
    ];
    let options = options.map(|(value, words)| choice(value, words, value.is_empty()).html()).to_vec();
    let label = tag("label").class("field__label").attribute("for", id.clone()).words(words);
    tag("div").class("field").child(label).child(tag("select").class("select").id(id).children(options))
}

fn columns(at: usize, reading: &LoadReading, fields: &[TrackerField]) -> Html {
    let rows = reading.columns.iter().enumerate().map(|(position, column)| {
        let examples = (!column.examples.is_empty()).then(|| column.examples.join("; "));
        let words =
            tag("th").attribute("scope", "row").words(format!("{} \u{201c}{}\u{201d}", column.column, column.heading));
        let read_as = tag("td").attribute("data-label", "Is read as");
        tag("tr")
            .key(position)
            .child(words)
            .child(words_cell("Examples", examples))
            .child(read_as.child(field(at, position, column, fields)))
            .html()
    });
    let headings = ["Column", "Examples", "Is read as"].map(words_heading).to_vec();
    let caption = format!("{} is read as a tracker of savings. Is this what its columns are?", reading.place);
    data_table(format!("load-reading-{at}"), caption, true, vec![head(headings), body(rows.collect())])
}

fn field(at: usize, position: usize, column: &ReadColumn, fields: &[TrackerField]) -> Tag {
    let chosen = column.field.as_deref();
    let is_open_month = column.month.is_some() && chosen.is_none();
    let mut options = Vec::with_capacity(fields.len() + 2);
    if is_open_month {
        options.push(choice("", "What you say of the months", true).html());
    }
    let is_left_alone = chosen.is_none() && !is_open_month;
    options.push(choice(LEFT_ALONE, "Nothing of the plan: leave it alone", is_left_alone).html());
    for field in fields {
        let is_chosen = chosen == Some(field.field.as_str());
        options.push(choice(field.field.clone(), capitalised(&field.words), is_chosen).html());
    }
    let label = format!("Column {} is read as", column.column);
    tag("select").class("select").id(column_field(at, position)).attribute("aria-label", label).children(options)
}
