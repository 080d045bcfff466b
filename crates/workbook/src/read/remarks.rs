use one_plan_model::quantity::format;

use crate::sheet::{Sheet, is_for_people};

/// What a person should know of the sheets that were read: what the workbook hides was read all the same.
pub(super) fn of(sheets: &[Sheet]) -> Vec<String> {
    let mut remarks = Vec::new();
    // What our own workbooks hide or show for people holds nothing that is read.
    for sheet in sheets.iter().filter(|sheet| !sheet.is_empty() && !is_for_people(&sheet.name)) {
        let name = &sheet.name;
        if sheet.is_hidden {
            remarks.push(format!("the hidden sheet \"{name}\" was read too"));
        }
        let rows = counted(sheet.hidden_rows.len(), "row");
        let columns = counted(sheet.hidden_columns.len(), "column");
        let hidden: Vec<String> = [rows, columns].into_iter().flatten().collect();
        if !hidden.is_empty() {
            let verb = if sheet.hidden_rows.len() + sheet.hidden_columns.len() == 1 { "was" } else { "were" };
            remarks.push(format!("{} of the sheet \"{name}\" {verb} read too", hidden.join(" and ")));
        }
    }
    remarks
}

fn counted(count: usize, noun: &str) -> Option<String> {
    match count {
        0 => None,
        _ => Some(format::count_of(count, &format!("hidden {noun}"), &format!("hidden {noun}s"))),
    }
}
