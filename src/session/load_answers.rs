//! What a person answers, as the mapping that the second module understands.

use super::load_questions::{LoadQuestion, LoadReading};
use super::load_report::LoadReport;
use serde_json::{Value, json};

/// What is chosen for what is to be left alone.
pub const LEFT_ALONE: &str = "-";

/// What is chosen for a sheet that is a tracker, and none of the tables.
pub const TRACKER: &str = "+tracker";

/// The name of the field in which a question is answered.
pub fn question_field(position: usize) -> String {
    format!("load-question-{position}")
}

/// The name of the field that says what a column of a tracker is.
pub fn column_field(reading: usize, column: usize) -> String {
    format!("load-column-{reading}-{column}")
}

/// The name of the field that says what the months of a tracker hold.
pub fn months_field(reading: usize) -> String {
    format!("load-months-{reading}")
}

/// The mapping of what a person answered, by the names of the fields. A field that is empty says nothing.
pub fn answers_as_mapping(report: &LoadReport, answered: &dyn Fn(&str) -> String) -> String {
    let (mut sheets, mut columns, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    let mut trackers: Vec<Value> = report.mapping.iter().map(|reading| reading.mapping.clone()).collect();
    for (position, question) in report.questions.iter().enumerate() {
        let answer = answered(&question_field(position));
        if answer.is_empty() {
            continue;
        }
        let named = (answer != LEFT_ALONE).then_some(answer.as_str());
        match question.kind.as_str() {
            "column" => {
                columns.push(json!({ "table": question.table, "heading": question.heading, "column": named }));
            }
            "rows" => rows.push(json!({
                "sheet": question.sheet, "table": question.table, "column": question.heading, "value": answer,
            })),
            "sheet" if answer == TRACKER => trackers.push(json!({ "name": question.sheet })),
            "sheet" => sheets.push(json!({ "sheet": question.sheet, "table": named })),
            _ => {
                let of =
                    report.mapping.iter().position(|reading| Some((reading.file, reading.sheet)) == question.place);
                if let Some(tracker) = of.and_then(|at| trackers.get_mut(at)) {
                    answer_tracker(tracker, question, &answer);
                }
            }
        }
    }
    for (at, (reading, tracker)) in report.mapping.iter().zip(&mut trackers).enumerate() {
        say_columns(tracker, reading, at, answered);
    }
    json!({ "format": "one-plan-mapping/1", "sheets": sheets, "columns": columns, "rows": rows, "trackers": trackers })
        .to_string()
}

fn answer_tracker(tracker: &mut Value, question: &LoadQuestion, answer: &str) {
    match question.kind.as_str() {
        "tracker-year" => tracker["year"] = answer.into(),
        "tracker-unit" => tracker["unit"] = answer.into(),
        "tracker-follows" => tracker["follows"] = answer.into(),
        "tracker-month" => tracker["month"] = answer.parse::<u8>().ok().into(),
        "tracker-word" => {
            let (column, word) = answer.split_once(": ").unzip();
            let said = json!({ "field": question.field, "value": question.heading, "column": column, "word": word });
            if let Some(words) = tracker["words"].as_array_mut() {
                words.push(said);
            }
        }
        _ => {}
    }
}

fn say_columns(tracker: &mut Value, reading: &LoadReading, at: usize, answered: &dyn Fn(&str) -> String) {
    let months = answered(&months_field(at));
    for (position, column) in reading.columns.iter().enumerate() {
        let answer = answered(&column_field(at, position));
        let answer = if answer.is_empty() { column.field.clone().unwrap_or_default() } else { answer };
        let field = match (answer.as_str(), column.month) {
            ("", Some(month)) if !months.is_empty() && column.field.is_none() => {
                Some(format!("{months}-month-{month}"))
            }
            ("" | LEFT_ALONE, _) => None,
            _ => Some(answer),
        };
        if let Some(heading) = tracker["headings"].get_mut(position) {
            heading["field"] = field.into();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(report: Value, answers: &[(&str, &str)]) -> Value {
        let report = LoadReport::of_json(&report.to_string());
        let answered = |name: &str| {
            answers.iter().find(|(known, _)| *known == name).map(|(_, answer)| (*answer).to_owned()).unwrap_or_default()
        };
        serde_json::from_str(&answers_as_mapping(&report, &answered)).unwrap_or_default()
    }

    #[test]
    fn headings_and_sheets_are_answered_or_left_alone() {
        let questions = json!([
            { "kind": "column", "table": "schemes", "heading": "Grs saving", "candidates": ["gross"] },
            { "kind": "column", "table": "schemes", "heading": "Colour" },
            { "kind": "column", "table": "schemes", "heading": "Note" },
            { "kind": "sheet", "sheet": "Two", "candidates": ["schemes", "risks"] },
        ]);
        let answers = [("load-question-0", "gross"), ("load-question-1", "-"), ("load-question-3", "risks")];
        let mapping = said(json!({ "questions": questions }), &answers);
        let columns = json!([
            { "table": "schemes", "heading": "Grs saving", "column": "gross" },
            { "table": "schemes", "heading": "Colour", "column": null },
        ]);
        assert_eq!((&mapping["columns"], &mapping["sheets"][0]["table"]), (&columns, &"risks".into()));
    }

    #[test]
    fn it_is_said_to_what_the_rows_of_a_sheet_belong() {
        let question = json!({ "kind": "rows", "sheet": "CQUIN", "table": "cquin_indicators", "heading": "scheme", "candidates": ["A", "B"] });
        let mapping = said(json!({ "questions": [question] }), &[("load-question-0", "B")]);
        let row = json!({ "sheet": "CQUIN", "table": "cquin_indicators", "column": "scheme", "value": "B" });
        assert_eq!(mapping["rows"], json!([row]));
    }

    #[test]
    fn a_tracker_keeps_what_is_not_changed() {
        let columns = json!([
            { "heading": "Scheme", "field": "name" },
            { "heading": "Value", "field": null },
            { "heading": "Apr", "field": null, "month": 1 },
            { "heading": "Owner", "field": "owner" },
        ]);
        let headings: Vec<Value> = ["Scheme", "Value", "Apr", "Owner"].map(|of| json!({ "heading": of })).to_vec();
        let report = json!({
            "mapping": [{
                "file": 0, "sheet": 2, "columns": columns,
                "mapping": { "name": "Savings", "year": null, "headings": headings, "words": [] },
            }],
            "questions": [
                { "kind": "tracker-year", "place": [0, 2] },
                { "kind": "tracker-word", "place": [0, 2], "heading": "Amber", "field": "status" },
            ],
        });
        let answers = [
            ("load-question-0", "2026/27"),
            ("load-question-1", "development: opportunity"),
            ("load-column-0-1", "plan-of-year"),
            ("load-column-0-3", "-"),
            ("load-months-0", "actual"),
        ];
        let tracker = &said(report, &answers)["trackers"][0];
        let fields: Vec<&Value> = (0..4).map(|at| &tracker["headings"][at]["field"]).collect();
        assert_eq!(fields, [&"name".into(), &"plan-of-year".into(), &"actual-month-1".into(), &Value::Null]);
        assert_eq!(tracker["year"], "2026/27");
        assert_eq!(tracker["words"][0]["word"], "opportunity");
    }
}
