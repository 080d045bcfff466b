//! A new plan: its details, and nothing else yet. Everything else is added on the pages.

use crate::browser::focus_first;
use crate::components::{capitalised, field_value, tag, titled, use_address_value, use_live_state};
use crate::open_file::Source;
use one_plan_model::exchange::write_json;
use one_plan_model::plan::{Edit, NewRow, Plan, PlanDetails, RowType, Table};
use one_plan_model::quantity::FinancialYear;
use web_sys::Element;
use yew::prelude::*;

/// Properties of [`NewPlan`].
#[derive(Clone, PartialEq, Properties)]
pub struct NewPlanProperties {
    /// Opens a plan.
    pub onopen: Callback<Source>,
}

/// What is asked of a new plan: the id of the field, and its label.
const FIELDS: [(&str, &str); 4] = [
    ("new-title", "Title of the plan"),
    ("new-system", "Whose plan it is"),
    ("new-first-year", "First year, such as 2026/27"),
    ("new-last-year", "Last year"),
];

/// The form that makes a plan.
#[component]
pub fn NewPlan(properties: &NewPlanProperties) -> Html {
    let (asked, _) = use_address_value("new");
    let opened = use_state(|| !asked.is_empty());
    let is_asked = !asked.is_empty();
    use_effect_with(asked, {
        let opened = opened.setter();
        move |asked| {
            if !asked.is_empty() {
                opened.set(true);
            }
        }
    });
    let texts = use_live_state(<[String; 4]>::default);
    let problems = use_state(Problems::new);
    let form = use_node_ref();
    use_effect_with(*opened, {
        let form = form.clone();
        move |is_open| {
            if let Some(form) = form.cast::<Element>().filter(|_| *is_open) {
                focus_first(&form, "input");
            }
        }
    });
    let switch = {
        let (is_open, opened) = (*opened, opened.clone());
        tag("button")
            .attribute("type", "button")
            .class("button button--secondary")
            .attribute("aria-expanded", if is_open { "true" } else { "false" })
            .onclick(Callback::from(move |_| opened.set(!is_open)))
            .words("Make a new plan")
    };
    let section = titled("new-plan-title", "No plan yet?").child(tag("p").child(switch));
    if !*opened {
        return section.html();
    }
    let onsubmit = {
        let (texts, problems, onopen) = (texts.clone(), problems.clone(), properties.onopen.clone());
        let form = form.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match new_plan(&texts.get()) {
                Ok(plan) => onopen.emit(Source::Text(write_json(&plan).into())),
                Err(found) => {
                    let first = found.first().and_then(|(at, _)| FIELDS.get(*at)).map(|(id, _)| format!("#{id}"));
                    if let (Some(form), Some(first)) = (form.cast::<Element>(), first) {
                        focus_first(&form, &first);
                    }
                    problems.set(found);
                }
            }
        })
    };
    let mut fields = tag("div");
    for (at, (id, label)) in FIELDS.into_iter().enumerate() {
        let oninput = {
            let texts = texts.clone();
            Callback::from(move |event: InputEvent| {
                texts.change(|texts| {
                    if let Some(text) = texts.get_mut(at) {
                        *text = field_value(&event);
                    }
                });
            })
        };
        let label = tag("label").class("field__label").attribute("for", id).words(label);
        let is_wrong = problems.iter().any(|(of, _)| *of == at);
        let input = tag("input")
            .class("input")
            .attribute("type", "text")
            .attribute("autocomplete", "off")
            .attribute("aria-describedby", "new-plan-problem")
            .attribute("aria-invalid", if is_wrong { "true" } else { "false" })
            // Who comes from another page to make a plan arrives at its first field.
            .flag("data-arrival", is_asked && at == 0)
            .id(id)
            .value(texts.get().get(at).cloned().unwrap_or_default())
            .oninput(oninput);
        fields = fields.child(tag("div").key(id).class("field").child(label).child(input));
    }
    let told: Vec<&str> = problems.iter().map(|(_, words)| words.as_str()).collect();
    let submit = tag("button").attribute("type", "submit").class("button").words("Make this plan");
    section
        .child(html! {
            <form class="new-plan" aria-labelledby="new-plan-title" ref={form} {onsubmit}>
                { fields.html() }
                <p id="new-plan-problem" class="field__error" role="alert">{ told.join("\n") }</p>
                { tag("p").child(submit).html() }
            </form>
        })
        .html()
}

/// What is wrong with the fields, by their position; each field once.
type Problems = Vec<(usize, String)>;

/// A plan with these details; its baseline is the year before the first.
fn new_plan([title, system, first, last]: &[String; 4]) -> Result<Plan, Problems> {
    let mut problems = Problems::new();
    for (at, text, words) in [(0, title, "The title"), (1, system, "Whose plan it is")] {
        if text.trim().is_empty() {
            problems.push((at, format!("{words} must be given.")));
        }
    }
    let mut year = |at: usize, words: &str, text: &str| {
        let read = FinancialYear::read(text).ok();
        if read.is_none() {
            problems.push((at, format!("{words} must be a financial year, such as 2026/27.")));
        }
        read
    };
    let from = year(2, "The first year", first);
    // A plan of one year needs no second.
    let until = if last.trim().is_empty() { from } else { year(3, "The last year", last) };
    let before = from.and_then(|first| FinancialYear::starting(first.start().checked_sub(1)?));
    if from.is_some() && before.is_none() {
        problems.push((2, "The first year must have a year before it.".to_owned()));
    }
    if from.zip(until).is_some_and(|(from, until)| until.start() < from.start()) {
        problems.push((3, "The last year must not be before the first.".to_owned()));
    }
    let (Some(from), Some(until), Some(before), true) = (from, until, before, problems.is_empty()) else {
        return Err(problems);
    };
    let (from, until, before) = (from.to_string(), until.to_string(), before.to_string());
    let cells: [(u8, &str); 5] = [
        (PlanDetails::title.position(), title.trim()),
        (PlanDetails::system.position(), system.trim()),
        (PlanDetails::first_year.position(), &from),
        (PlanDetails::last_year.position(), &until),
        (PlanDetails::base_year.position(), &before),
    ];
    let cells = cells.into_iter().map(|(at, text)| (at, text.into())).collect();
    let mut plan = Plan::default();
    let made = plan.apply(&[Edit::InsertRows { table: Table::PlanDetails, rows: vec![NewRow { at: 0, cells }] }]);
    match made.refused.into_iter().next() {
        None => Ok(plan),
        Some(refused) => {
            let is_system = refused.column == Some(PlanDetails::system.position());
            Err(vec![(
                usize::from(is_system),
                format!("{}. Expected: {}.", capitalised(&refused.problem.what), refused.problem.expected),
            )])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::exchange::read_json;

    fn made(texts: [&str; 4]) -> Result<Plan, String> {
        let words = |problems: Problems| problems.into_iter().map(|(_, words)| words).collect::<Vec<_>>().join(" ");
        new_plan(&texts.map(str::to_owned)).map_err(words)
    }

    #[test]
    fn a_new_plan_is_a_plan_file() {
        let plan = made(["Plan", "Anywhere", "2026/27", ""]).expect("a plan");
        let read = read_json(write_json(&plan).as_bytes()).expect("its own file").plan;
        let details = read.details().expect("details");
        assert_eq!((details.title(), details.first_year().start(), details.last_year().start()), ("Plan", 2026, 2026));
        assert_eq!(details.base_year().start(), 2025);
    }

    #[test]
    fn what_is_missing_is_asked_for() {
        assert_eq!(made(["", "Anywhere", "2026/27", ""]).err().as_deref(), Some("The title must be given."));
        assert_eq!(made(["Plan", " ", "2026/27", ""]).err().as_deref(), Some("Whose plan it is must be given."));
        let all = made(["", "", "", ""]).err().unwrap_or_default();
        assert!(["The title", "Whose plan", "The first year"].iter().all(|words| all.contains(words)), "{all}");
        assert!(made(["Plan", "Anywhere", "2026", ""]).is_err());
        assert!(made(["Plan", "Anywhere", "2026/27", "2025/26"]).is_err());
    }
}
