use crate::sheet::{Sheet, column_letters, is_for_people};
use one_plan_model::quantity::format;

/// So many hidden rows and columns are named.
const NAMED: usize = 8;

/// What a person should know of the sheets that were read: what the workbook hides was read all the same.
pub(super) fn of(sheets: &[Sheet]) -> Vec<String> {
    let mut remarks = Vec::new();
    // What our own workbooks hide or show for people holds nothing that is read.
    for sheet in sheets.iter().filter(|sheet| !sheet.is_empty() && !is_for_people(&sheet.name)) {
        let name = &sheet.name;
        if sheet.is_hidden {
            remarks.push(format!("the hidden sheet \"{name}\" was read too"));
        }
        let rows = counted(&sheet.hidden_rows, "row", |row| (u64::from(row) + 1).to_string());
        let columns = counted(&sheet.hidden_columns, "column", column_letters);
        let hidden: Vec<String> = [rows, columns].into_iter().flatten().collect();
        if !hidden.is_empty() {
            let verb = if sheet.hidden_rows.len() + sheet.hidden_columns.len() == 1 { "was" } else { "were" };
            remarks.push(format!("{} of the sheet \"{name}\" {verb} read too", hidden.join(" and ")));
        }
    }
    remarks
}

/// `2 hidden rows (4, 7)`: how many there are and which; nothing where there is none.
fn counted(hidden: &[u32], noun: &str, name: impl Fn(u32) -> String) -> Option<String> {
    if hidden.is_empty() {
        return None;
    }
    let mut names: Vec<String> = hidden.iter().take(NAMED).map(|at| name(*at)).collect();
    if let Some(more) = hidden.len().checked_sub(NAMED).filter(|more| *more > 0) {
        names.push(format!("{more} more"));
    }
    let count = format::count_of(hidden.len(), &format!("hidden {noun}"), &format!("hidden {noun}s"));
    Some(format!("{count} ({})", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_are_named_up_to_a_few() {
        let named = |hidden: &[u32]| counted(hidden, "row", |row| (u64::from(row) + 1).to_string());
        assert_eq!(named(&[]), None);
        assert_eq!(named(&[6]).as_deref(), Some("1 hidden row (7)"));
        let many: Vec<u32> = (10..20).collect();
        assert_eq!(named(&many).as_deref(), Some("10 hidden rows (11, 12, 13, 14, 15, 16, 17, 18, 2 more)"));
    }
}
