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

/// The row and the column, counted from zero, of a cell as spreadsheets name it; small letters and `$` are allowed.
///
/// ```
/// use one_plan_workbook::sheet::parsed_reference;
/// assert_eq!(parsed_reference("C12"), Some((11, 2)));
/// assert_eq!(parsed_reference("$xfd$1048576"), Some((1_048_575, 16_383)));
/// assert_eq!([parsed_reference("12"), parsed_reference("C"), parsed_reference("C0"), parsed_reference("C1D")], [None; 4]);
/// ```
pub fn parsed_reference(text: &str) -> Option<(u32, u32)> {
    let mut letters = text.trim().bytes().filter(|letter| *letter != b'$').peekable();
    let mut column = 0_u32;
    while let Some(letter) = letters.next_if(u8::is_ascii_alphabetic) {
        column = column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)?;
    }
    let mut row = 0_u32;
    for digit in letters {
        let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        row = row.checked_mul(10)?.checked_add(digit)?;
    }
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}
