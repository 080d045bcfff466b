use crate::components::{capitalised, choice_words, count_of, counted, fact, tag, titled};
use crate::session::Session;
use one_plan_model::plan::Table;
use yew::prelude::*;

/// The control total: how many rows each table has. A file is used whole or not at all, so every
/// row that was read is used.
pub fn section(session: &Session) -> Html {
    let (mut tables, mut rows) = (0_usize, 0);
    let mut facts = tag("dl").class("facts");
    for table in Table::ALL.iter() {
        let of_table = session.plan().row_count(*table);
        if of_table > 0 {
            tables += 1;
            rows += of_table;
            let name = tag("dt").words(capitalised(&choice_words(table.name())));
            facts = facts.child(fact(table.name(), name, tag("dd").words(counted(of_table))));
        }
    }
    let (rows, tables) = (count_of(rows, "row", "rows"), count_of(tables, "table", "tables"));
    let words = format!("Read from {}: {rows} in {tables}. None was left out.", session.file_name());
    let details = tag("details").class("disclosure").child(tag("summary").words("Rows of each table")).child(facts);
    titled("rows-title", "What was read").child(tag("p").words(words)).child(details).html()
}
