/// The letters of a column, counted from zero.
///
/// ```
/// use one_plan_workbook::sheet::column_letters;
/// assert_eq!(["A", "Z", "AA", "XFD"], [0, 25, 26, 16_383].map(column_letters).each_ref().map(String::as_str));
/// ```
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// A cell as spreadsheets name it, from its row and column counted from zero.
///
/// ```
/// assert_eq!(one_plan_workbook::sheet::cell_reference(11, 2), "C12");
/// ```
pub fn cell_reference(row: u32, column: u32) -> String {
    format!("{}{}", column_letters(column), u64::from(row) + 1)
}
