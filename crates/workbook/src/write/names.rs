use one_plan_model::plan::Table;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The sheets of the tables as formulas name them: nearly every formula asks for one.
static QUOTED: LazyLock<BTreeMap<Table, String>> =
    LazyLock::new(|| Table::ALL.iter().map(|table| (*table, quoted(&sheet_name(*table)))).collect());

/// The name of a table or column as people read it: `programme_savings` is "Programme savings". Reading takes both for the
/// same.
pub fn in_words(name: &str) -> String {
    let words = name.split('_').enumerate().map(|(at, word)| match word {
        // What is spoken letter by letter.
        "cquin" | "qipp" => word.to_uppercase(),
        _ if at == 0 => {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        }
        _ => word.to_owned(),
    });
    words.collect::<Vec<String>>().join(" ")
}

/// The name of the sheet of a table.
pub fn sheet_name(table: Table) -> String {
    in_words(table.name())
}

/// The sheet of a table as formulas write it.
pub fn quoted_sheet(table: Table) -> &'static str {
    QUOTED.get(&table).map_or("", String::as_str)
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
