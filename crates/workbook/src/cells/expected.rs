//! What is expected of a number in a sheet. A plan file has numbers as text; who is told to write text into a spreadsheet makes
//! of a number something that no formula adds up.

use one_plan_model::plan::ColumnKind;

/// The words of the model for what is expected, as they are right for a cell of a sheet.
///
/// ```
/// use one_plan_model::plan::ColumnKind;
/// use one_plan_workbook::cells::expected_in_sheet;
/// let words = expected_in_sheet(&ColumnKind::Money.expected(), ColumnKind::Money);
/// assert_eq!(words, "a number, such as 1,234.50, in the unit of its row; an empty cell as long as it is not known");
/// assert_eq!(expected_in_sheet("an empty cell", ColumnKind::Money), "an empty cell");
/// ```
pub fn expected_in_sheet(words: &str, kind: ColumnKind) -> String {
    let number = match kind {
        ColumnKind::Money => {
            "a number, such as 1,234.50, in the unit of its row; an empty cell as long as it is not known"
        }
        ColumnKind::Count => "a number, such as 20,267; an empty cell as long as it is not known",
        ColumnKind::Number | ColumnKind::Measured => "a number, such as 0.15; an empty cell as long as it is not known",
        _ => return words.to_owned(),
    };
    words.replace(&kind.expected(), number)
}
