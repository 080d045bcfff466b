//! Lists of which no scheme is left once each scheme counts once.

use one_plan_model::exchange::GivenRows;
use one_plan_model::plan::Table;
use std::collections::HashSet;

/// The lists of a tracker of which no scheme is left, in them or in their parts.
pub(super) fn lists_without_schemes(given: &GivenRows, gone: &HashSet<String>, left: &HashSet<String>) -> HashSet<u32> {
    let whole_of = |row: u32| given.cell(row, Table::SchemeList.column("parent")?);
    let is_own = |row: u32| given.cell(row, 0).is_some_and(|id| gone.contains(id) && !left.contains(id));
    let parts: Vec<u32> = given.rows().filter(|row| whole_of(*row).is_some()).collect();
    let is_gone = |row: &u32| {
        let id = given.cell(*row, 0);
        let mut own_parts = parts.iter().filter(|part| whole_of(**part) == id).peekable();
        let is_whole = own_parts.peek().is_some();
        let is_left = id.is_some_and(|id| left.contains(id));
        if is_whole { !is_left && own_parts.all(|part| is_own(*part)) } else { is_own(*row) }
    };
    given.rows().filter(is_gone).collect()
}
