//! Checks: what does not add up, and each printed figure against the computed one.

mod comparisons;
mod findings;
mod rows_read;

use crate::app::check_words;
use crate::session::Desk;
use one_plan_model::outcome::MasterCheck;
use yew::prelude::*;

/// The page of checks.
#[component]
pub fn ChecksPage() -> Html {
    let Some(desk) = use_context::<Desk>() else { return html! { <div></div> } };
    let session = desk.session.clone();
    html! {
        <div>
            <h1 class="page__title">{ "Checks" }</h1>
            <p class="page__lead">{ lead(session.outcome().master_check()) }</p>
            <findings::Findings session={session.clone()} />
            <comparisons::Comparisons session={session.clone()} />
            <rows_read::RowsRead {session} />
        </div>
    }
}

fn lead(check: MasterCheck) -> String {
    let words = check_words(check);
    match check {
        MasterCheck::Passed => {
            format!("{words}: nothing contradicts itself, and every printed figure was found again.")
        }
        MasterCheck::Findings { .. } => {
            format!(
                "{words}. Every figure could be computed; what the plan says in one place differs from another. Nothing was corrected."
            )
        }
        MasterCheck::Failed { .. } => {
            format!("{words}. Until the errors are mended, figures that stand on them cannot be relied on.")
        }
    }
}
