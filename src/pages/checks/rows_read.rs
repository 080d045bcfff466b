use crate::components::{counted, spaced};
use crate::session::Session;
use one_plan_model::plan::Table;
use yew::prelude::*;

/// Properties of [`RowsRead`].
#[derive(Clone, PartialEq, Properties)]
pub struct RowsReadProperties {
    /// The plan that is open.
    pub session: Session,
}

/// The control total: how many rows each table has. A file is used whole or not at all, so every
/// row that was read is used.
#[component]
pub fn RowsRead(properties: &RowsReadProperties) -> Html {
    let plan = properties.session.plan();
    let tables: Vec<(Table, usize)> =
        Table::ALL.iter().map(|table| (*table, plan.row_count(*table))).filter(|(_, rows)| *rows > 0).collect();
    let rows = tables.iter().map(|(_, rows)| rows).sum();
    html! {
        <section class="section" aria-labelledby="rows-title">
            <h2 id="rows-title">{ "What was read" }</h2>
            <p>{ format!("{} rows in {} tables were read from {}, and every one of them is used.", counted(rows), tables.len(), properties.session.file_name()) }</p>
            <details class="disclosure">
                <summary>{ "Rows of each table" }</summary>
                <dl class="facts">
                    { for tables.iter().map(|(table, rows)| html! {
                        <div class="facts__row" key={table.name()}>
                            <dt>{ capitalised(&spaced(table.name())) }</dt>
                            <dd>{ counted(*rows) }</dd>
                        </div>
                    }) }
                </dl>
            </details>
        </section>
    }
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
