use crate::browser::{corrected_copy, save_bytes};
use crate::components::tag;
use crate::session::{LoadReport, Session};
use one_plan_model::outcome::findings_at_cells;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Properties of [`CorrectedCopies`].
#[derive(Clone, PartialEq, Properties)]
pub struct CorrectedCopiesProperties {
    /// What is to be said of the files that were opened last.
    pub report: LoadReport,
    /// The plan that was made of them, where there is one: what its check found is marked too.
    pub session: Option<Session>,
}

/// Gives each file that was opened back with its problem cells marked and commented, if there is anything to mark.
#[component]
pub fn CorrectedCopies(properties: &CorrectedCopiesProperties) -> Html {
    let said = use_state(|| AttrValue::from(""));
    let report = &properties.report;
    let mut buttons = tag("div").class("toolbar");
    let has_findings = || {
        let findings = properties.session.as_ref().map(|session| findings_at_cells(session.plan(), session.outcome()));
        findings.and_then(|findings| findings.as_array().map(|all| !all.is_empty())).unwrap_or_default()
    };
    if report.to_look_at().next().is_some() || has_findings() {
        for (position, name) in report.chosen.iter().enumerate() {
            let (said, session) = (said.clone(), properties.session.clone());
            let onclick = Callback::from(move |_: MouseEvent| {
                let (said, session) = (said.clone(), session.clone());
                spawn_local(async move {
                    let findings = session.map(|session| findings_at_cells(session.plan(), session.outcome()));
                    let findings = findings.unwrap_or_default().to_string();
                    let saved = match corrected_copy(position, &findings).await {
                        Ok((name, bytes)) => save_bytes(&name, &bytes)
                            .map(|()| name)
                            .map_err(|_| "the browser does not save it".to_owned()),
                        Err(problem) => Err(problem),
                    };
                    said.set(match saved {
                        Ok(name) => format!("{name} was handed to your browser to save.").into(),
                        Err(problem) => format!("The marked copy could not be written: {problem}.").into(),
                    });
                });
            });
            let button = tag("button").attribute("type", "button").class("button button--secondary");
            buttons =
                buttons.child(button.key(position).onclick(onclick).words(format!("{name} with the problems marked")));
        }
    }
    tag("div").child(buttons).child(tag("p").attribute("role", "status").words((*said).clone())).html()
}
