use one_plan_model::plan::Table;

/// The first sheet of a workbook.
pub const COVER: &str = "Cover";
/// The sheet of the financial framework.
pub const FRAMEWORK: &str = "Framework statement";
/// The sheet of the figures.
pub const RESULTS: &str = "Results";
/// The sheet of what does not add up.
pub const CHECK: &str = "Check";
/// The sheet of the parameters.
pub const PARAMETERS: &str = "Parameters";
/// The sheet of the steps between the plan and the figures.
pub const WORKING: &str = "Working";
/// The sheet of the units and of where the rules come from.
pub const SOURCES: &str = "Units and sources";
/// The sheet of the template that says which sheet is for what.
pub const WHERE: &str = "Where do I put";
/// The hidden sheet of the template that holds the words of drop-downs.
pub const LISTS: &str = "Lists";

/// Whether a sheet of our own workbooks shows something and is not read: all that is read stands in the sheets of the
/// tables.
///
/// ```
/// use one_plan_workbook::write::is_for_people;
/// assert!(is_for_people("Results"));
/// assert!(!is_for_people("Schemes"));
/// ```
pub fn is_for_people(sheet: &str) -> bool {
    [COVER, FRAMEWORK, RESULTS, CHECK, PARAMETERS, WORKING, SOURCES, WHERE, LISTS].contains(&sheet)
}

/// The name of a table or column as people read it: `programme_savings` is "Programme savings". Reading takes both for the
/// same.
pub fn in_words(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The name of the sheet of a table.
pub fn sheet_name(table: Table) -> String {
    in_words(table.name())
}

/// A cell of a sheet as formulas write it, counted from zero.
pub fn address(sheet: &str, row: u32, column: u16) -> String {
    format!("{}!{}", quoted(sheet), fixed(row, column))
}

/// The name of a sheet as formulas write it.
pub fn quoted(sheet: &str) -> String {
    let plain = sheet.bytes().all(|byte| byte.is_ascii_alphabetic());
    if plain { sheet.to_owned() } else { format!("'{}'", sheet.replace('\'', "''")) }
}

/// A cell that stays the same when a formula is copied.
pub fn fixed(row: u32, column: u16) -> String {
    format!("${}${}", crate::sheet::column_letters(column.into()), u64::from(row) + 1)
}
