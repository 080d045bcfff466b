//! The schemes, list by list, with what narrows them.

use super::filter::{Filter, OfProgramme, by_list};
use super::scheme_list::SchemeListSection;
use super::scheme_rows::Columns;
use crate::components::counted;
use crate::session::Session;
use one_plan_model::plan::{Id, Plan};
use yew::TargetCast;
use yew::prelude::*;

const ANY: &str = "any";
const NONE: &str = "none";

/// Properties of [`Schemes`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SchemesProperties {
    /// The plan that is open.
    pub session: Session,
}

/// Every list of schemes.
#[component]
pub(super) fn Schemes(properties: &SchemesProperties) -> Html {
    let filter = use_state(Filter::default);
    let session = properties.session.clone();
    let lists = use_memo((session.clone(), (*filter).clone()), |(session, filter)| by_list(session.plan(), filter));
    let columns = use_memo(session.clone(), |session| Columns::by_list(session.plan()));
    let plan = session.plan();
    if plan.schemes.is_empty() {
        return html! { <p class="notice">{ "The plan lists no schemes." }</p> };
    }
    let found: usize = lists.iter().map(Vec::len).sum();
    html! {
        <div>
            <h2>{ "Schemes" }</h2>
            <p class="prose">
                { "A gross saving less what is spent again to make it possible is the net saving. The total of a list is of the whole list, also while fewer of its schemes are shown." }
            </p>
            <div>{ controls(plan, &filter, found) }</div>
            <div>
                { for (found == 0).then(|| html! {
                    <p class="notice">{ "No scheme matches. Try fewer words or all programmes." }</p>
                }) }
            </div>
            <div>
                { for plan.scheme_lists.iter().zip(lists.iter().zip(columns.iter())).map(|((list, _), (schemes, columns))| html! {
                    <SchemeListSection key={list.index()} session={session.clone()} {list} columns={*columns}
                        schemes={schemes.clone()} narrowed={!filter.is_open()} />
                }) }
            </div>
        </div>
    }
}

fn controls(plan: &Plan, filter: &UseStateHandle<Filter>, found: usize) -> Html {
    let oninput = {
        let filter = filter.clone();
        Callback::from(move |event: InputEvent| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            filter.set(Filter { text: input.value(), ..(*filter).clone() });
        })
    };
    let onchange = {
        let filter = filter.clone();
        Callback::from(move |event: Event| {
            let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
            filter.set(Filter { programme: chosen(&select.value()), ..(*filter).clone() });
        })
    };
    html! {
        <div class="filters" role="search" aria-label="Schemes">
            <div class="field">
                <label class="field__label" for="schemes-text">{ "Name contains" }</label>
                <input class="input" type="search" id="schemes-text" value={filter.text.clone()} {oninput} />
            </div>
            <div class="field">
                <label class="field__label" for="schemes-programme">{ "Programme" }</label>
                <select class="select" id="schemes-programme" {onchange}>
                    <option value={ANY} selected={filter.programme == OfProgramme::Any}>{ "All programmes" }</option>
                    <option value={NONE} selected={filter.programme == OfProgramme::None}>{ "No programme given" }</option>
                    { for plan.programmes.iter().map(|(programme, about)| html! {
                        <option key={programme.index()} value={programme.index().to_string()}
                            selected={filter.programme == OfProgramme::One(programme)}>
                            { &about.name }
                        </option>
                    }) }
                </select>
            </div>
            <p class="filters__count" role="status">
                { format!("{} of {} schemes", counted(found), counted(plan.schemes.len())) }
            </p>
        </div>
    }
}

fn chosen(value: &str) -> OfProgramme {
    match value {
        NONE => OfProgramme::None,
        other => other.parse().map_or(OfProgramme::Any, |index| OfProgramme::One(Id::at(index))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_is_a_programme_none_or_any() {
        assert_eq!(chosen(ANY), OfProgramme::Any);
        assert_eq!(chosen(NONE), OfProgramme::None);
        assert_eq!(chosen("3"), OfProgramme::One(Id::at(3)));
    }
}
