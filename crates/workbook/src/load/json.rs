//! The load report as JSON, for the page and for other programs.

use super::asked::rows_question;
use super::control::Control;
use super::report::LoadReport;
use crate::issues::{Issue, Question};
use crate::sheet::column_letters;
use crate::tracker::Reading;
use one_plan_model::plan::Table;
use serde_json::{Value, json};

impl LoadReport {
    /// The report as JSON: amounts are text in pounds, places are in words and as positions counted from zero.
    pub fn json(&self) -> Value {
        let issues = |issues: &[Issue]| Value::Array(issues.iter().map(|issue| self.issue_json(issue)).collect());
        json!({
            "files": self.files.iter().map(|(name, sheets)| json!({ "name": name, "sheets": sheets })).collect::<Vec<_>>(),
            "tables": self.tables.iter().map(|(table, place, other)| json!({
                "table": table.name(),
                "place": self.place_words(*place),
                "totals": other.totals,
                "repeated": other.repeated,
                "notes": other.notes,
            })).collect::<Vec<_>>(),
            "control": self.control.iter().map(|total| {
                let mut of_table = control_json(&total.whole);
                if let Value::Object(of_table) = &mut of_table {
                    of_table.insert("table".into(), total.name.into());
                    let groups = total.groups.iter().map(|(group, control)| {
                        let mut of_group = control_json(control);
                        if let Value::Object(of_group) = &mut of_group {
                            of_group.insert("provider".into(), group.provider.as_str().into());
                            of_group.insert("pointOfDelivery".into(), group.point_of_delivery.as_str().into());
                        }
                        of_group
                    });
                    of_table.insert("groups".into(), groups.collect());
                }
                of_table
            }).collect::<Vec<_>>(),
            "refused": issues(&self.refused),
            "issues": issues(&self.issues),
            "mapping": self.mapping.iter().map(|reading| reading.json(&self.place_words(reading.place))).collect::<Vec<_>>(),
            "trackerFields": if self.mapping.is_empty() { Value::Null } else { Reading::fields_json() },
            "questions": self.questions.iter().map(|question| self.question_json(question)).collect::<Vec<_>>(),
        })
    }

    fn issue_json(&self, issue: &Issue) -> Value {
        json!({
            "severity": issue.severity.word(),
            "place": self.place_words(issue.place),
            "file": issue.place.file,
            "sheet": issue.place.sheet,
            "row": issue.place.row,
            "column": issue.place.column,
            "table": issue.column.map(|(table, _)| table.name()),
            "tableColumn": issue.column.and_then(|(table, column)| column_name(table, column?)),
            "value": issue.value,
            "what": issue.what,
            "expected": issue.expected,
            "effect": issue.effect.words(),
        })
    }

    fn question_json(&self, question: &Question) -> Value {
        let sheet_name = |(file, sheet): (usize, usize)| {
            self.files.get(file).and_then(|(_, sheets)| sheets.get(sheet)).cloned().unwrap_or_default()
        };
        let mut json = match question {
            Question::Column { sheet, column, heading, table, candidates, .. } => json!({
                "kind": "column",
                "sheet": sheet_name(*sheet),
                "column": column_letters(*column),
                "heading": heading,
                "table": table.name(),
                "candidates": candidates.iter().filter_map(|at| column_name(*table, *at)).collect::<Vec<_>>(),
            }),
            Question::Sheet { name, candidates, .. } => json!({
                "kind": "sheet",
                "sheet": name,
                "candidates": candidates.iter().map(|table| table.name()).collect::<Vec<_>>(),
            }),
            Question::Rows { name, table, column, candidates, .. } => json!({
                "kind": "rows",
                "sheet": name,
                "heading": column_name(*table, *column),
                "table": table.name(),
                "question": rows_question(name, *table, *column),
                "candidates": candidates,
            }),
            Question::Tracker { sheet, column, asks, value, question, candidates } => json!({
                "kind": asks.word(),
                "sheet": sheet_name(*sheet),
                "column": column.map(column_letters),
                "heading": value,
                "question": question,
                "candidates": candidates,
            }),
        };
        if let Value::Object(members) = &mut json {
            members.insert("isPressing".into(), question.is_pressing().into());
        }
        // A tracker is looked for by its place: two files may have sheets of one name.
        if let (Question::Tracker { sheet: (file, sheet), column, .. }, Value::Object(members)) = (question, &mut json)
        {
            let field = column.and_then(|column| self.field_at(*file, *sheet, column));
            members.insert("place".into(), json!([file, sheet]));
            members.insert("field".into(), field.into());
        }
        json
    }

    /// What a column of a tracker is read as.
    fn field_at(&self, file: usize, sheet: usize, column: u32) -> Option<String> {
        let is_of_sheet = |reading: &&Reading| reading.place.file == file && reading.place.sheet == Some(sheet);
        let reading = self.mapping.iter().find(is_of_sheet)?;
        let at = reading.columns.iter().position(|of| *of == column)?;
        reading.mapping.headings.get(at)?.field.map(|field| field.to_string())
    }
}

fn column_name(table: Table, column: usize) -> Option<&'static str> {
    table.columns().get(column).map(|column| column.name)
}

fn control_json(control: &Control) -> Value {
    json!({
        "rowsRead": control.rows_read,
        "rowsUsed": control.rows_used,
        "rowsLeftOut": control.rows_rejected(),
        "poundsRead": control.pounds_read.normalize().to_string(),
        "poundsUsed": control.pounds_used.normalize().to_string(),
        "poundsLeftOut": control.pounds_rejected.normalize().to_string(),
        "amountsNotReadable": control.unreadable,
        "addsUp": control.adds_up(),
    })
}
