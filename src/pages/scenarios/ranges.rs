//! How figures are spread where numbers are not certain. The runs are made in slices between the frames of the page, so
//! that it can be looked at, and stopped, meanwhile.

use super::choices::{TrialProperties, Which, definition_of, figures, first_figure, scenario_field};
use crate::components::{
    Measure, NumberField, Shown, Tag, body, choice, choice_field, count_of, counted, data_table, field_value, filters,
    head, number_cell, number_heading, row, tag, titled, use_remembered_state, words_cell, words_heading,
};
use crate::session::Session;
use gloo::timers::callback::Timeout;
use one_plan_model::calculation::{FigureKey, Unit};
use one_plan_model::plan::Plan;
use one_plan_model::quantity::{Decimal, Fixed, Value};
use one_plan_model::scenario::{Definition, Simulation, Spread, has_own_ranges};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

const RUNS: u32 = 10_000;
const LEAST: &str = "The least of the planned savings that comes";
const MOST: &str = "The most of the planned savings that comes";
/// So many runs are made between two frames.
const SLICE: u32 = 100;

/// Between how many per cent of them savings come, where nothing says it: a tenth either way, as in the list of what moves
/// a figure most.
const ASSUMED: (Option<Decimal>, Option<Decimal>) =
    (Some(Decimal::from_parts(90, 0, 0, false, 0)), Some(Decimal::from_parts(110, 0, 0, false, 0)));

/// What is assumed of the savings, as it stands in the fields.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Delivery {
    /// In per cent.
    low: Option<Decimal>,
    /// In per cent.
    high: Option<Decimal>,
    /// Whether each scheme comes more or less for itself.
    separately: bool,
}

impl Delivery {
    /// What stands in the fields before anybody types: nothing for a plan that has ranges of its own.
    fn of(plan: &Plan) -> Self {
        let (low, high) = if has_own_ranges(plan) { (None, None) } else { ASSUMED };
        Self { low, high, separately: true }
    }

    /// The scenario with it; what is wrong with the fields, where something is.
    fn added_to(self, definition: Definition) -> Result<Definition, &'static str> {
        let share = |number: Decimal| Fixed::from(number).over(Fixed::HUNDRED);
        match (self.low, self.high) {
            (None, None) => Ok(definition),
            (Some(low), Some(high)) if low > high => Err("“From” is more than “to”: nothing lies between them."),
            (Some(low), Some(high)) => Ok(definition.with_delivery_between(share(low), share(high), self.separately)),
            _ => Err("A range has two ends: give both, or leave both empty."),
        }
    }
}

/// What is being run, and how far it is.
#[derive(Clone)]
struct Running {
    of: Session,
    simulation: Rc<Simulation>,
    values: Rc<RefCell<Vec<Vec<Option<Fixed>>>>>,
    seed: u32,
    done: u32,
}

impl PartialEq for Running {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.simulation, &other.simulation) && self.done == other.done
    }
}

impl Running {
    fn of(session: &Session, definition: &Definition, seed: u32) -> Self {
        let figures = figures(session);
        let simulation = Simulation::new(session.plan(), definition, &figures, seed);
        let done = if simulation.assumptions().is_empty() { RUNS } else { 0 };
        let values = Rc::new(RefCell::new(vec![Vec::new(); figures.len()]));
        Self { of: session.clone(), simulation: Rc::new(simulation), values, seed, done }
    }

    /// The same, one slice farther.
    fn farther(&self) -> Self {
        let count = SLICE.min(RUNS.saturating_sub(self.done));
        let runs = self.simulation.run(self.done, count);
        for (all, more) in self.values.borrow_mut().iter_mut().zip(runs.values) {
            all.extend(more);
        }
        Self { done: self.done + count, ..self.clone() }
    }
}

/// The section.
#[component]
pub fn Ranges(properties: &TrialProperties) -> Html {
    let TrialProperties { context, trial } = properties;
    let session = &context.session;
    let chosen = use_remembered_state("ranges-scenario", || Which::Plan);
    let seed = use_remembered_state("ranges-seed", || Some(Decimal::ONE));
    // Nothing until somebody types: another plan then begins with what belongs to it.
    let delivery = use_remembered_state("ranges-delivery", || None::<Delivery>);
    let running = use_remembered_state("ranges-runs", || None::<Running>);
    {
        let state = running.clone();
        use_effect_with(running.get(), move |running| {
            // Dropped when something else is run or the page is left: then no slice follows.
            let next = running.clone().filter(|running| running.done < RUNS);
            let timer = next.map(|next| Timeout::new(0, move || state.set(Some(next.farther()))));
            move || drop(timer)
        });
    }
    let choose = Callback::from({
        let (chosen, session) = (chosen.clone(), session.clone());
        move |event: Event| chosen.set(Which::at(session.plan(), field_value(&event).parse().unwrap_or_default()))
    });
    let of_plan = Delivery::of(session.plan());
    let assumed = delivery.get().unwrap_or(of_plan);
    let scenario = chosen.get().position(session.plan());
    let definition = assumed.added_to(definition_of(session.plan(), trial, scenario));
    let start = Callback::from({
        let (running, session, seed, definition) = (running.clone(), session.clone(), seed.clone(), definition.clone());
        move |_: MouseEvent| {
            let seed = seed.get().and_then(|seed| u32::try_from(seed.trunc().mantissa()).ok()).unwrap_or(1);
            if let Ok(definition) = &definition {
                running.set(Some(Running::of(&session, definition, seed)));
            }
        }
    });
    let assume = |change: fn(&mut Delivery, Option<Decimal>)| {
        let delivery = delivery.clone();
        Callback::from(move |number| {
            delivery.change(|delivery| change(delivery.get_or_insert(of_plan), number));
        })
    };
    let separate = Callback::from({
        let delivery = delivery.clone();
        move |event: Event| {
            let separately = field_value(&event) == "separately";
            delivery.change(|delivery| delivery.get_or_insert(of_plan).separately = separately);
        }
    });
    let stop = Callback::from({
        let running = running.clone();
        move |_: MouseEvent| running.set(None)
    });
    let onnumber = Callback::from({
        let seed = seed.clone();
        move |number| seed.set(number)
    });
    let number = |shown: &'static str, id: &'static str, label: &'static str, measure, value, onnumber| {
        let field = tag("div").class("field").child(tag("p").class("field__label").words(shown));
        let unit = if measure == Measure::Percent { "%" } else { "" };
        field.child(html! { <NumberField {id} {label} {unit} {measure} {value} {onnumber} /> })
    };
    let low = assume(|delivery, number| delivery.low = number);
    let high = assume(|delivery, number| delivery.high = number);
    let ways = [("separately", "each for itself"), ("together", "all alike")];
    let ways = ways.map(|(word, words)| choice(word, words, assumed.separately == (word == "separately")).html());
    let fields = vec![
        scenario_field(session.plan(), "ranges-of", "Scenario", scenario, choose),
        number("Savings come, from", "ranges-from", LEAST, Measure::Percent, assumed.low, low),
        number("to", "ranges-to", MOST, Measure::Percent, assumed.high, high),
        choice_field("ranges-how", "Schemes vary", ways.into(), separate),
        number("Seed", "ranges-seed", "Seed of the draws, a whole number", Measure::Number, seed.get(), onnumber),
    ];
    // Of another plan nothing is shown.
    let run = running.get();
    let shown = run.as_ref().filter(|running| running.of == *session);
    let is_running = shown.is_some_and(|running| running.done < RUNS);
    // One button for both, so that whoever presses it does not lose the focus.
    let (words, onclick) = if is_running { ("Stop", stop) } else { ("Run 10,000 times", start) };
    let button = tag("button").attribute("type", "button").class("button button--secondary").onclick(onclick);
    let result = match shown {
        Some(running) if running.done >= RUNS => result(session, running),
        _ => tag("div"),
    };
    titled("ranges-title", "How certain is it?")
        .child(tag("p").words(
            "Numbers with a low and a high are drawn anew in each run, and the whole plan is computed with them. The same \
             seed gives the same runs. How much of the planned savings comes is your assumption: no plan prints it.",
        ))
        .child(filters(fields, definition.err().map_or_else(|| shown.map(progress_words).unwrap_or_default(), str::to_owned)))
        .child(tag("p").child(button.words(words)))
        .child(result)
        .html()
}

fn progress_words(running: &Running) -> String {
    if running.simulation.assumptions().is_empty() {
        return "Nothing is drawn: neither the plan nor the scenario has a number with a low and a high, and it is not said \
                how much of the savings comes."
            .to_owned();
    }
    let of = format!("{} runs with seed {}", counted(RUNS as usize), running.seed);
    // Said in tenths, so that not every slice is read out.
    match running.done * 10 / RUNS {
        10 => format!("{of} are made."),
        0 => format!("{of} are begun."),
        tenths => format!("{of}: {}0% are made.", tenths),
    }
}

fn result(session: &Session, running: &Running) -> Tag {
    let ranges = running.simulation.assumptions();
    if ranges.is_empty() {
        return tag("div");
    }
    let mut list = tag("ul");
    for (at, range) in ranges.iter().enumerate() {
        list = list.child(tag("li").key(at).words(range.clone()));
    }
    let summary = tag("summary").words(format!("What is drawn: {}", count_of(ranges.len(), "range", "ranges")));
    let values = running.values.borrow();
    let mut rows = Vec::new();
    let figures = figures(session);
    let spreads: Vec<_> = figures.iter().zip(values.iter().map(|values| Spread::of(values))).collect();
    let money = spreads.iter().filter(|(figure, _)| figure.kind.unit == Unit::Money);
    let amounts =
        money.filter_map(|(_, spread)| spread.as_ref()).flat_map(|spread| [spread.p10, spread.p50, spread.p90]);
    // Drawn numbers are not known to the penny, so they are not shown to it.
    let form = Shown::one_form(amounts.filter_map(|amount| amount.value().ok()));
    // As often as it is run it is the same: that says nothing of how certain it is.
    let is_moved =
        |at: usize| values.get(at).is_none_or(|values| values.iter().any(|value| Some(value) != values.first()));
    // What decides whether the plan balances, or else the first figure that the runs move.
    let first = first_figure(session);
    let moved = std::iter::once(first).chain(0..spreads.len()).find(|at| is_moved(*at));
    let sentence = moved.and_then(|at| {
        let (figure, spread) = spreads.get(at)?;
        let of_plan = session.outcome().value(**figure);
        let said = main_result(session.plan(), **figure, spread.as_ref()?, of_plan, at == first);
        // Whoever asks whether it balances is told that the runs do not say.
        let stays = spreads.get(first).filter(|_| at != first).map(|(figure, _)| figure.label(session.plan()));
        Some(stays.map_or_else(String::new, |label| format!("{label}: nothing that is drawn moves it. ")) + &said)
    });
    for (at, (figure, spread)) in spreads.iter().enumerate() {
        let Some(spread) = spread else { continue };
        let shown = |value: Fixed| form.words(value.value(), figure.kind.unit);
        let balanced = match is_moved(at) {
            true => format!("{} of {} runs", counted(spread.balanced), counted(spread.runs)),
            false => "nothing that is drawn moves it".to_owned(),
        };
        let cells = vec![
            number_cell("p10", shown(spread.p10)),
            number_cell("p50", shown(spread.p50)),
            number_cell("p90", shown(spread.p90)),
            words_cell("Nothing or more", Some(balanced)),
        ];
        rows.push(row(at, figure.label(session.plan()), cells).html());
    }
    let mut headings = vec![words_heading("Figure")];
    headings.extend(["p10", "p50", "p90"].map(number_heading));
    headings.push(words_heading("Nothing or more"));
    let caption = "Of ten runs one lies below p10 and one above p90, half lie below p50";
    let nothing =
        "Nothing that is drawn moves any of these figures: however often it is run they are what the plan says.";
    tag("div")
        .child(tag("p").class("answer").words(sentence.unwrap_or_else(|| nothing.to_owned())))
        .child(data_table("ranges", caption, true, vec![head(headings), body(rows)]))
        .child(tag("details").class("disclosure").child(summary).child(list))
}

/// What the runs say of a figure, in words: where it lies most often, how often it is kept, and what the plan says.
fn main_result(plan: &Plan, figure: FigureKey, spread: &Spread, of_plan: Option<Value>, decides: bool) -> String {
    let unit = figure.kind.unit;
    let ends = [spread.p10, spread.p50, spread.p90].map(|end| end.value());
    let known = ends.iter().copied().chain(of_plan).filter_map(Result::ok);
    let form = Shown::one_form(known);
    let [low, middle, high] = ends.map(|end| form.words(end, unit));
    let label = figure.label(plan);
    let mut words =
        format!("{label}: in eight of ten runs it lies between {low} and {high}, in half of them above {middle}.");
    if decides {
        let share =
            u64::try_from(spread.balanced * 1_000).unwrap_or_default() / u64::try_from(spread.runs.max(1)).unwrap_or(1);
        words.push_str(&format!(
            " It is nothing or more in {} of {} runs ({}.{}%).",
            counted(spread.balanced),
            counted(spread.runs),
            share / 10,
            share % 10
        ));
    }
    if let Some(value) = of_plan {
        words.push_str(&format!(" The plan itself says {}.", form.words(value, unit)));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::rules::finance::resource_limit;

    #[test]
    fn the_runs_are_told_in_a_sentence_with_their_range_and_what_the_plan_says() {
        let example = one_plan_model::example::outcome(
            r#""budget_lines": [{"id": "a", "name": "A", "year": "2011/12", "gross": "90", "unit": "£m"}],
            "resource_limits": [{"year": "2011/12", "limit": "92", "unit": "£m"}]"#,
        );
        let (figure, value) =
            example.outcome.figures_of(&resource_limit::PLANNED_SURPLUS).next().expect("a surplus follows");
        let millions = |number: i64| Fixed::whole(number * 1_000_000);
        let spread = Spread {
            p10: millions(-3),
            p50: millions(1),
            p90: millions(2),
            least: millions(-4),
            most: millions(4),
            balanced: 6_125,
            runs: 10_000,
        };
        assert_eq!(
            main_result(&example.plan, figure, &spread, Some(value), true),
            "Planned surplus, 2011/12: in eight of ten runs it lies between −£3.00m and £2.00m, in half of them above £1.00m. \
             It is nothing or more in 6,125 of 10,000 runs (61.2%). The plan itself says £2.00m."
        );
    }

    #[test]
    fn what_is_assumed_has_two_ends_in_order() {
        let of = |low: Option<i64>, high: Option<i64>| {
            let number = |number: Option<i64>| number.map(Decimal::from);
            let delivery = Delivery { low: number(low), high: number(high), separately: true };
            delivery.added_to(Definition::default()).map(|definition| definition.levers.len())
        };
        assert_eq!((of(None, None), of(Some(90), Some(110)), of(Some(95), Some(95))), (Ok(0), Ok(1), Ok(1)));
        assert!(of(Some(90), None).is_err_and(|words| words.contains("two ends")));
        assert!(of(Some(110), Some(90)).is_err_and(|words| words.contains("more than")));
    }
}
