use crate::components::{capitalised, choice_words, count_of, counted, fact, tag, titled};
use crate::session::{LoadReport, Session};
use one_plan_model::plan::Table;
use yew::prelude::*;

/// The control total: how many rows each table has. A plan file is used whole or not at all; of what is left out of other
/// files the page of data has more.
pub fn section(session: &Session) -> Html {
    let (mut tables, mut rows) = (0_usize, 0);
    let mut facts = tag("dl").class("facts");
    for table in Table::ALL.iter() {
        let of_table = session.plan().row_count(*table);
        // What a person answered about a workbook was read of no file.
        let is_answers = *table == Table::HeadingMeaning && session.load_report().is_some();
        if of_table > 0 && !is_answers {
            tables += 1;
            rows += of_table;
            let name = tag("dt").words(capitalised(&choice_words(table.name())));
            facts = facts.child(fact(table.name(), name, tag("dd").words(counted(of_table))));
        }
    }
    let (rows, tables) = (count_of(rows, "row", "rows"), count_of(tables, "table", "tables"));
    let left_out = session.load_report().map(LoadReport::left_out).filter(|out| *out != (0, 0));
    let left_out = match left_out {
        None => "None was left out.".to_owned(),
        Some((rows, amounts)) => format!(
            "{} and {} of the files are left out: the page Data has which.",
            count_of(rows, "row", "rows"),
            count_of(amounts, "amount that is no number", "amounts that are no numbers")
        ),
    };
    let words = format!("Read from {}: {rows} in {tables}. {left_out}", session.chosen_name());
    let details = tag("details").class("disclosure").child(tag("summary").words("Rows of each table")).child(facts);
    titled("rows-title", "What was read").child(tag("p").words(words)).child(details).html()
}
