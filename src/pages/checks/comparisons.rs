use crate::components::{
    DataTable, ROWS_AT_A_TIME, ShowMore, counted, not_given, number_cell, number_heading, words_cell, words_heading,
};
use crate::session::{Desk, Session};
use one_plan_model::calculation::{FigureKey, Unit};
use one_plan_model::outcome::{Comparison, Verdict, words};
use one_plan_model::plan::Table;
use one_plan_model::quantity::{Fault, Value, subtract};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

const VERDICTS: [Verdict; 4] = [Verdict::Differs, Verdict::NotComputed, Verdict::Rounding, Verdict::Exact];

/// Properties of [`Comparisons`].
#[derive(Clone, PartialEq, Properties)]
pub struct ComparisonsProperties {
    /// The plan that is open.
    pub session: Session,
}

/// Each figure that the plan prints although it follows from others, against the computed one.
#[component]
pub fn Comparisons(properties: &ComparisonsProperties) -> Html {
    let desk = use_context::<Desk>();
    let verdict = use_state_eq(|| None::<Verdict>);
    let most = use_state_eq(|| ROWS_AT_A_TIME);
    let session = &properties.session;
    let all = session.outcome().comparisons();
    let matching: Vec<&Comparison> =
        all.iter().filter(|comparison| verdict.is_none_or(|verdict| verdict == comparison.verdict)).collect();
    let shown = matching.len().min(*most);
    let choose = Callback::from({
        let (verdict, most) = (verdict.clone(), most.clone());
        move |event: Event| {
            let word = event.target_dyn_into::<HtmlSelectElement>().map(|field| field.value());
            verdict.set(VERDICTS.into_iter().find(|verdict| Some(verdict.word()) == word.as_deref()));
            most.set(ROWS_AT_A_TIME);
        }
    });
    let more = Callback::from(move |rows| most.set(rows));
    let explain = desk.map(|desk| desk.explain).unwrap_or_default();
    html! {
        <section class="section" aria-labelledby="comparisons-title">
            <h2 id="comparisons-title">{ "What the plan prints, and what follows" }</h2>
            <p class="prose">
                { "A figure agrees up to rounding when it differs by no more than half a unit of each printed figure it stands on. \
                   Printed figures are never overwritten." }
            </p>
            <div class="filters">
                <div class="field">
                    <label class="field__label" for="comparisons-verdict">{ "Show figures that" }</label>
                    <select class="select" id="comparisons-verdict" onchange={choose}>
                        <option value="" selected={verdict.is_none()}>{ "are printed" }</option>
                        { for VERDICTS.into_iter().map(|one| html! {
                            <option key={one.word()} value={one.word()} selected={*verdict == Some(one)}>{ choice(one) }</option>
                        }) }
                    </select>
                </div>
                <p class="filters__count" role="status">{ format!("{} of {}", counted(matching.len()), counted(all.len())) }</p>
            </div>
            <div>
                if matching.is_empty() {
                    <p>{ if all.is_empty() { "The plan prints no figure that follows from others." } else { "No figure fits this choice." } }</p>
                } else {
                    <DataTable id="comparisons" caption="Printed figures against computed figures, each in its own unit" stack={true}>
                        <thead><tr>
                            { words_heading("Figure") }
                            { number_heading("Printed") }
                            { number_heading("Computed") }
                            { number_heading("Difference") }
                            { number_heading("Rounding explains") }
                            { words_heading("Verdict") }
                            { words_heading("Line") }
                        </tr></thead>
                        <tbody>{ for matching.iter().take(shown).map(|comparison| row(session, comparison, &explain)) }</tbody>
                    </DataTable>
                }
            </div>
            <ShowMore {shown} total={matching.len()} what="printed figures" onmore={more} />
        </section>
    }
}

fn row(session: &Session, comparison: &Comparison, explain: &Callback<FigureKey>) -> Html {
    let plan = session.plan();
    let stated = plan.stated.get(comparison.row);
    let lines = plan.source_lines(Table::StatedFigure, comparison.row.index(), "value").map(str::to_owned);
    let unit = comparison.figure.map_or(Unit::Number, |figure| figure.kind.unit);
    let name = match comparison.figure {
        Some(figure) => figure.label(plan),
        None => stated.map(|stated| stated.figure.0.clone()).unwrap_or_default(),
    };
    let computed = comparison.computed.unwrap_or(Err(Fault::NotGiven));
    let difference = computed.and_then(|computed| subtract(computed, comparison.printed?));
    let tolerance = (comparison.verdict != Verdict::Exact).then_some(Ok(comparison.tolerance));
    html! {
        <tr key={comparison.row.index()} data-verdict={comparison.verdict.word()}>
            <th scope="row">{ name }</th>
            { number_cell("Printed", in_full(comparison.printed, unit)) }
            <td class="num" data-label="Computed">{ computed_cell(session, comparison, explain) }</td>
            { number_cell("Difference", in_full(difference, unit)) }
            <td class="num" data-label="Rounding explains">{ tolerance.map_or_else(not_given, |value| format!("± {}", in_full(value, unit)).into()) }</td>
            <td data-label="Verdict">{ tag(comparison.verdict) }</td>
            { words_cell("Line", lines) }
        </tr>
    }
}

fn computed_cell(session: &Session, comparison: &Comparison, explain: &Callback<FigureKey>) -> Html {
    let (Some(figure), Some(value)) = (comparison.figure, comparison.computed) else { return not_given() };
    let plan = session.plan();
    let text = in_full(value, figure.kind.unit);
    let label = format!("{}: {text}. Explain this number", figure.label(plan));
    let onclick = explain.reform(move |_: MouseEvent| figure);
    html! {
        <button type="button" class="explain" aria-label={label} data-figure={figure.id(plan)} {onclick}>{ text }</button>
    }
}

/// A value with every digit that matters, and its unit.
fn in_full(value: Value, unit: Unit) -> String {
    match unit {
        Unit::Money => words::money(value),
        Unit::Percent => words::percent(value, 2),
        Unit::Count => words::count(value),
        Unit::Number | Unit::Arrows => words::number(value),
    }
}

fn choice(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Exact => "agree exactly",
        Verdict::Rounding => "agree up to rounding",
        Verdict::Differs => "differ",
        Verdict::NotComputed => "cannot be computed",
    }
}

fn tag(verdict: Verdict) -> Html {
    let (variant, sign) = match verdict {
        Verdict::Exact => ("tag--ok", "="),
        Verdict::Rounding => ("tag--info", "≈"),
        Verdict::Differs => ("tag--warning", "≠"),
        Verdict::NotComputed => ("tag--error", "?"),
    };
    html! { <span class={classes!("tag", variant)}><span aria-hidden="true">{ sign }</span>{ verdict.word() }</span> }
}
