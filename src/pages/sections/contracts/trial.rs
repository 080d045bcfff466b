//! The curve of a contract on which a person tries another value of activity: by typing it, or by moving a slider with the
//! mouse or the arrow keys. What is paid for it is what the model computes when it runs again, never what is read off the
//! drawing.

use super::curve::{Settlement, middle, paid_at, settlement, with_values};
use crate::components::{Measure, being_worked_out, field_of, field_value, figure_of, filters, tag, use_kept_result};
use crate::pages::view_state::OnPaper;
use crate::session::Session;
use one_plan_model::calculation::format;
use one_plan_model::outcome::Replay;
use one_plan_model::parameters::{GAIN_SHARE, Parameters, VARIABLE_RATE, VOLUME_RATE};
use one_plan_model::plan::{Contract, ContractForm, Id, Plan};
use one_plan_model::quantity::{Decimal, MoneyUnit, divide, subtract, whole};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Into how many steps the slider is divided.
const STEPS: i64 = 200;

/// A recorded run of the plan in which every contract has a value of activity: one answers for the curves of all contracts.
/// It is made when it is first wanted, and kept with the session.
fn recorded(session: &Session) -> Rc<Replay> {
    let name = ("settlements", 0);
    session.worked_out().known(name, &()).unwrap_or_else(|| {
        let made = Rc::new(Replay::of(&with_values(session.plan())));
        session.worked_out().keep(name, (), Rc::clone(&made));
        made
    })
}

/// Properties of [`SettlementCurve`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SettlementCurveProperties {
    pub session: Session,
    /// The row of the contract.
    pub contract: u32,
}

/// The curve with the fields to try another value; empty where no payment follows from a value of activity.
#[component]
pub(super) fn SettlementCurve(properties: &SettlementCurveProperties) -> Html {
    let SettlementCurveProperties { session, contract } = properties;
    let on_paper = use_context::<OnPaper>().is_some();
    let typed = use_state(String::new);
    let id = Id::at(*contract);
    let found = use_kept_result(session, ("settlement", *contract), (), on_paper, move |session, ()| {
        settlement(session, &recorded(session), id).map(Rc::new)
    });
    let found = match found {
        Some(Some(found)) => found,
        Some(None) => return tag("div").html(),
        None if middle(session, id).is_none() => return tag("div").html(),
        None => return being_worked_out("later later--picture").html(),
    };
    let unit = found.unit.0;
    let tried = pounds_of(&typed, unit);
    let paid = tried.unwrap_or_default().and_then(|value| {
        let paid = paid_at(&recorded(session), id, &[value])?;
        Some((value, *paid.first()?))
    });
    let heading = format!("What it pays for each value of activity, {}", found.unit.1);
    let mut fields = tag("div");
    if !on_paper {
        let said = match (tried, paid) {
            (Err(()), _) => format!("{} It cannot be below nothing.", Measure::Money(unit).example()),
            (_, Some((value, paid))) => {
                let assumed = assumed_rate(session.plan(), id).unwrap_or_default();
                let (value, paid) = (format::money(Ok(value)), format::money(Ok(paid)));
                format!("For a value of activity of {value} it pays {paid}.{assumed}")
            }
            _ => "Try what it would pay.".to_owned(),
        };
        fields = fields.child(trial_fields(*contract, &typed, &found, said));
    }
    let picture = match paid {
        Some(tried) => figure_of(session, heading, "h3", &found.trying(tried)),
        None => figure_of(session, heading, "h3", &found.chart),
    };
    tag("div").child(fields).child(tag("div").child(picture)).html()
}

fn trial_fields(contract: u32, typed: &UseStateHandle<String>, found: &Settlement, said: String) -> Html {
    let ((unit, _, places), (low, high)) = (found.unit, found.reach);
    let onword = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| typed.set(field_value(&event)))
    };
    let onslide = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            let pounds = event.target_dyn_into::<HtmlInputElement>().and_then(|input| input.value().parse().ok());
            let text = pounds.map(|pounds: i64| unit.express(whole(pounds), places).to_string());
            typed.set(text.unwrap_or_default());
        })
    };
    let label = match unit {
        MoneyUnit::Pounds => "Try a value of activity, £",
        MoneyUnit::Thousands => "Try a value of activity, £000",
        MoneyUnit::Millions | MoneyUnit::Billions => "Try a value of activity, £m",
    };
    let tried = pounds_of(typed, unit);
    let mut input = tag("input")
        .class("input input--number")
        .attribute("type", "text")
        .attribute("inputmode", "decimal")
        .attribute("autocomplete", "off")
        .value((**typed).clone())
        .oninput(onword);
    if tried.is_err() {
        input = input.attribute("aria-invalid", "true");
    }
    let step = subtract(high, low).and_then(|reach| divide(reach, whole(STEPS))).unwrap_or_default();
    let pounds = |number: Decimal| number.trunc().to_string();
    let shown = tried.ok().flatten().unwrap_or(low);
    let slider = tag("input")
        .class("slider")
        .attribute("type", "range")
        .attribute("min", pounds(low))
        .attribute("max", pounds(high))
        .attribute("step", pounds(step.max(whole(1))))
        .attribute("aria-valuetext", format::money(Ok(shown)))
        .value(pounds(shown))
        .oninput(onslide);
    let fields = vec![
        field_of(format!("contract-try-{contract}"), label, input),
        field_of(format!("contract-slide-{contract}"), "Or move it along the curve", slider),
    ];
    filters(fields, said).html()
}

/// That the contract gives no rate, and which is assumed; nothing where its form needs none, or it gives one.
fn assumed_rate(plan: &Plan, id: Id<Contract>) -> Option<String> {
    let contract = plan.contracts.get(id)?;
    let parameter = match contract.form()? {
        ContractForm::CostAndVolume => &VOLUME_RATE,
        ContractForm::GainShare => &GAIN_SHARE,
        ContractForm::AlignedPayment => &VARIABLE_RATE,
        _ => return None,
    };
    if contract.rate().is_some() {
        return None;
    }
    let year = contract.year().or_else(|| Some(plan.details()?.first_year()))?;
    let rate = Parameters::of(plan).value(parameter, year)?;
    let rate = format::percent(Ok(rate.number), 2).replace(".00%", "%");
    let paid_in_full = if rate == "100%" { ": every pound of a difference is paid" } else { "" };
    Some(format!(" The contract gives no rate, and {rate} is assumed{paid_in_full}."))
}

/// What is typed, in pounds; nothing where nothing is typed.
fn pounds_of(typed: &str, unit: MoneyUnit) -> Result<Option<Decimal>, ()> {
    let pounds = Measure::Money(unit).read(typed, "").map_err(|_| ())?;
    if pounds.is_some_and(|pounds| pounds < Decimal::ZERO) { Err(()) } else { Ok(pounds) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::rules::contracts::PAYMENT;

    #[test]
    fn what_is_typed_is_in_the_unit_of_the_drawing_and_nothing_is_below_nothing() {
        assert_eq!(pounds_of("1,234.5", MoneyUnit::Thousands), Ok(Some(whole(1_234_500))));
        assert_eq!(pounds_of("£1.2m", MoneyUnit::Thousands), Ok(Some(whole(1_200_000))), "its own unit goes before");
        assert_eq!(pounds_of(" ", MoneyUnit::Millions), Ok(None));
        assert_eq!(pounds_of("-1", MoneyUnit::Millions), Err(()));
        assert_eq!(pounds_of("much", MoneyUnit::Millions), Err(()));
    }

    #[test]
    fn a_rate_that_is_assumed_is_said() {
        let contract = |rate: &str| {
            example::plan(&format!(
                r#""organisations": [{{"id": "p", "name": "P"}}],
                "contracts": [{{"id": "a", "name": "A", "provider": "p", "year": "2026/27", "form": "aligned-payment", "base": "100", "target": "100"{rate}, "unit": "£m"}}]"#
            ))
        };
        let words = assumed_rate(&contract(""), Id::at(0));
        assert_eq!(
            words.as_deref(),
            Some(" The contract gives no rate, and 100% is assumed: every pound of a difference is paid.")
        );
        assert_eq!(assumed_rate(&contract(r#", "rate": "75%""#), Id::at(0)), None);
    }

    #[test]
    fn what_is_paid_for_a_tried_value_is_what_a_run_with_that_value_says() {
        let contract = |value: &str| {
            let tables = format!(
                r#""organisations": [{{"id": "p", "name": "P"}}],
                "contracts": [{{"id": "a", "name": "A", "provider": "p", "year": "2011/12", "form": "dead-band", "base": "10,000", "above": "500", "below": "500", "value": "{value}", "unit": "£000"}}]"#
            );
            example::plan(&tables)
        };
        let plan = contract("10,100");
        let session = Session::open(plan.clone(), one_plan_model::outcome::compute(&plan), "plan.json");
        let found = settlement(&session, &recorded(&session), Id::at(0)).expect("a payment follows");
        for (value, pounds) in [("9,000", 9_000_000), ("10,400", 10_400_000), ("25,000", 25_000_000)] {
            let paid = paid_at(&recorded(&session), Id::at(0), &[whole(pounds)]).expect("paid")[0];
            let run = one_plan_model::outcome::compute(&contract(value));
            assert_eq!(Some(Ok(paid)), run.value(PAYMENT.at([0])), "{value}");
            let curve = found.trying((whole(pounds), paid));
            let last = curve.lines[0].points.last().expect("a corner");
            assert!(last.across.amount * 1_000_000.0 >= pounds as f64, "the curve reaches what is tried");
        }
    }
}
