use crate::components::{Figure, ROWS_AT_A_TIME, ShowMore, cell_places, counted};
use crate::session::Session;
use one_plan_model::calculation::{FigureKey, Finding, Severity, Unit};
use one_plan_model::plan::Plan;
use one_plan_model::quantity::MoneyUnit;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Information];

/// A finding that concerns more figures than these names only the first.
const FIGURES_OF_A_FINDING: usize = 8;

/// Properties of [`Findings`].
#[derive(Clone, PartialEq, Properties)]
pub struct FindingsProperties {
    /// The plan that is open.
    pub session: Session,
}

/// What a person should look at, the gravest first, to be narrowed by how grave it is and by words.
#[component]
pub fn Findings(properties: &FindingsProperties) -> Html {
    let severity = use_state_eq(|| None::<Severity>);
    let words = use_state_eq(String::new);
    let most = use_state_eq(|| ROWS_AT_A_TIME);
    let session = &properties.session;
    let wanted = words.trim().to_lowercase();
    let matching: Vec<&Finding> = session
        .outcome()
        .findings()
        .iter()
        .filter(|finding| severity.is_none_or(|severity| severity == finding.severity))
        .filter(|finding| wanted.is_empty() || says(session.plan(), finding, &wanted))
        .collect();
    let shown = matching.len().min(*most);
    let choose = Callback::from({
        let (severity, most) = (severity.clone(), most.clone());
        move |event: Event| {
            let word = event.target_dyn_into::<HtmlSelectElement>().map(|field| field.value());
            severity.set(SEVERITIES.into_iter().find(|severity| Some(severity.word()) == word.as_deref()));
            most.set(ROWS_AT_A_TIME);
        }
    });
    let search = Callback::from({
        let (words, most) = (words.clone(), most.clone());
        move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                words.set(field.value());
                most.set(ROWS_AT_A_TIME);
            }
        }
    });
    let more = Callback::from(move |rows| most.set(rows));
    let total = session.outcome().findings().len();
    html! {
        <section class="section" aria-labelledby="findings-title">
            <h2 id="findings-title">{ "What to look at" }</h2>
            <div class="filters">
                <div class="field">
                    <label class="field__label" for="findings-severity">{ "Show" }</label>
                    <select class="select" id="findings-severity" onchange={choose}>
                        <option value="" selected={severity.is_none()}>{ "Everything" }</option>
                        { for SEVERITIES.into_iter().map(|one| html! {
                            <option key={one.word()} value={one.word()} selected={*severity == Some(one)}>{ heading(one) }</option>
                        }) }
                    </select>
                </div>
                <div class="field">
                    <label class="field__label" for="findings-words">{ "That mention" }</label>
                    <input class="input" type="search" id="findings-words" value={(*words).clone()} oninput={search} />
                </div>
                <p class="filters__count" role="status">{ format!("{} of {}", counted(matching.len()), counted(total)) }</p>
            </div>
            <div>
                if matching.is_empty() {
                    <p>{ if total == 0 { "There is nothing to look at: the plan agrees with itself." } else { "Nothing fits this choice." } }</p>
                }
            </div>
            <div>
                { for SEVERITIES.into_iter().filter_map(|severity| {
                    let all = matching.iter().filter(|finding| finding.severity == severity).count();
                    let of_this = matching.iter().take(shown).copied().filter(|finding| finding.severity == severity);
                    (all > 0).then(|| group(session, severity, all, of_this))
                }) }
            </div>
            <ShowMore {shown} total={matching.len()} what="findings" onmore={more} />
        </section>
    }
}

fn group<'a>(session: &Session, severity: Severity, all: usize, findings: impl Iterator<Item = &'a Finding>) -> Html {
    html! {
        <div key={severity.word()}>
            <h3>{ format!("{} ({})", heading(severity), counted(all)) }</h3>
            <ul class="findings">
                { for findings.enumerate().map(|(position, finding)| html! {
                    <li key={position} class="finding" data-code={finding.code}>{ one(session, finding) }</li>
                }) }
            </ul>
        </div>
    }
}

fn one(session: &Session, finding: &Finding) -> Html {
    let plan = session.plan();
    let left_out = finding.figures.len().saturating_sub(FIGURES_OF_A_FINDING);
    html! {
        <>
            <p class="finding__message">{ tag(finding.severity) }{ " " }<strong>{ &finding.message }</strong></p>
            <p class="finding__advice">{ finding.advice }</p>
            <div>
                if !finding.figures.is_empty() {
                    <dl class="facts">
                        { for finding.figures.iter().take(FIGURES_OF_A_FINDING).map(|figure| html! {
                            <div class="facts__row" key={figure.id(plan)}>
                                <dt>{ figure.label(plan) }</dt>
                                <dd>{ in_full(session, *figure) }</dd>
                            </div>
                        }) }
                    </dl>
                }
            </div>
            <div>
                if left_out > 0 {
                    <p>{ format!("and {} further figures", counted(left_out)) }</p>
                }
            </div>
            <div>{ for (!finding.places.is_empty()).then(|| cell_places(session, &finding.places)) }</div>
        </>
    }
}

/// A figure with every digit that matters: two sides of a finding must not look alike.
fn in_full(session: &Session, figure: FigureKey) -> Html {
    let whole = matches!(session.outcome().value(figure), Some(Ok(value)) if value.fract().is_zero());
    let places = match figure.kind.unit {
        Unit::Money if whole => 0,
        _ => 2,
    };
    html! { <Figure {figure} money={MoneyUnit::Pounds} {places} with_unit={true} /> }
}

fn says(plan: &Plan, finding: &Finding, wanted: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(wanted);
    has(&finding.message) || has(finding.advice) || finding.figures.iter().any(|figure| has(&figure.label(plan)))
}

fn heading(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Errors",
        Severity::Warning => "Things that do not agree",
        Severity::Information => "Worth knowing",
    }
}

fn tag(severity: Severity) -> Html {
    let (variant, sign, word) = match severity {
        Severity::Error => ("tag--error", "✕", "Error"),
        Severity::Warning => ("tag--warning", "⚠", "Does not agree"),
        Severity::Information => ("tag--info", "i", "Worth knowing"),
    };
    html! { <span class={classes!("tag", variant)}><span aria-hidden="true">{ sign }</span>{ word }</span> }
}
