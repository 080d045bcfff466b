use crate::components::{DataTable, Shown, figure_cell, number_heading, words_heading};
use crate::session::Session;
use one_plan_model::rules::schemes::{LIST_GROSS, LIST_NET, LIST_REINVESTMENT, UNIDENTIFIED, UNIDENTIFIED_SHARE};
use yew::prelude::*;

/// The lists of schemes, each with its own totals and with what has no scheme yet. They are not
/// added up: a plan lists the same scheme in several places. Nothing where there are no lists.
pub fn section(session: &Session) -> Html {
    let plan = session.plan();
    if plan.scheme_lists.is_empty() {
        return html! {};
    }
    html! {
        <section class="section" aria-labelledby="lists-title">
            <h2 id="lists-title">{ "Lists of schemes" }</h2>
            <p class="prose">{ "Each list is as the plan prints it. They overlap, so they are not added up." }</p>
            <DataTable id="lists" caption="Lists of schemes, in £000" stack={true}>
                <thead><tr>
                    { words_heading("List") }
                    { words_heading("Year") }
                    { number_heading("Gross") }
                    { number_heading("Reinvested") }
                    { number_heading("Net") }
                    { number_heading("Without a scheme") }
                    { number_heading("Share without a scheme") }
                </tr></thead>
                <tbody>
                    { for plan.scheme_lists.iter().map(|(row, list)| {
                        let row = row.index();
                        let name = match list.parent.and_then(|parent| plan.scheme_lists.get(parent)) {
                            Some(parent) => html! { <>{ &list.name }<small class="part-of">{ format!("part of {}", parent.name) }</small></> },
                            None => html! { { &list.name } },
                        };
                        html! {
                            <tr key={row}>
                                <th scope="row">{ name }</th>
                                <td data-label="Year">{ list.year.to_string() }</td>
                                { figure_cell("Gross", LIST_GROSS.about([row]), Shown::THOUSANDS) }
                                { figure_cell("Reinvested", LIST_REINVESTMENT.about([row]), Shown::THOUSANDS) }
                                { figure_cell("Net", LIST_NET.about([row]), Shown::THOUSANDS) }
                                { figure_cell("Without a scheme", UNIDENTIFIED.about([row]), Shown::THOUSANDS) }
                                { figure_cell("Share without a scheme", UNIDENTIFIED_SHARE.about([row]), Shown::ONE_PLACE) }
                            </tr>
                        }
                    }) }
                </tbody>
            </DataTable>
        </section>
    }
}
