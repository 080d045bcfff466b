//! `one-plan scenario`: what would be if something were otherwise.

mod arguments;
mod named;

pub use arguments::{HELP, Scenarios};

use self::arguments::Draws;

use crate::output::Lines;
use one_plan_model::calculation::{FigureKey, Unit, format};
use one_plan_model::outcome::compute;
use one_plan_model::plan::{CellAddress, Plan};
use one_plan_model::quantity::{Fixed, Value};
use one_plan_model::scenario::{
    Definition, Goal, Input, SetLever, Simulation, Split, Spread, bridge, compared, goal_words, headlines, millionths,
    negotiation_as_csv, scenario_named, seek, thresholds, tornado,
};

/// How many inputs of a tornado are listed.
const MOST_SWINGS: usize = 20;
/// How many that change nothing are named for each reason; the rest are counted.
const MOST_NAMED: usize = 3;

/// What was asked for, as text.
pub fn scenario(plan: &Plan, asked: &Scenarios) -> Result<String, String> {
    let mut text = Lines::default();
    match asked {
        Scenarios::List => list(plan, &mut text),
        Scenarios::Compare(figures) => compare(plan, figures, &mut text)?,
        Scenarios::Bridge { from, to, figure, in_order } => {
            let split = if *in_order { Split::InOrder } else { Split::EveryOrder };
            of_bridge(
                plan,
                (&definition(plan, from)?, &definition(plan, to)?),
                named::figure(plan, figure)?,
                split,
                &mut text,
            )?;
        }
        Scenarios::Seek { lever, figure, target } => {
            let figure = named::figure(plan, figure)?;
            let goal = Goal { figure, target: named::target(target, figure)? };
            of_goal(plan, &named::lever(plan, lever)?, goal, &mut text);
        }
        Scenarios::Thresholds(lever) => of_thresholds(plan, &named::lever(plan, lever)?, &mut text),
        Scenarios::Tornado(figure) => of_tornado(plan, named::figure(plan, figure)?, &mut text),
        Scenarios::Simulate { scenario, draws } => {
            simulate(plan, definition(plan, scenario)?, *draws, &mut text);
        }
        Scenarios::Negotiation => return Ok(negotiation_as_csv(plan)),
    }
    Ok(text.text())
}

fn definition(plan: &Plan, name: &str) -> Result<Definition, String> {
    Ok(scenario_named(plan, name)?.map(|id| Definition::of(plan, id)).unwrap_or_default())
}

fn list(plan: &Plan, text: &mut Lines) {
    if plan.scenarios.is_empty() {
        text.line(format_args!("The plan has no scenarios."));
    }
    for (id, scenario) in plan.scenarios.iter() {
        text.line(format_args!("{}: {}", scenario.id(), scenario.name()));
        if let Some(note) = scenario.note() {
            text.line(format_args!("    {note}"));
        }
        let definition = Definition::of(plan, id);
        for words in definition.words(plan) {
            text.line(format_args!("    {words}"));
        }
        for problem in definition.problems {
            text.line(format_args!("    not used: {problem}"));
        }
    }
}

fn compare(plan: &Plan, ids: &[String], text: &mut Lines) -> Result<(), String> {
    let figures = match ids {
        [] => headlines(&compute(plan)),
        ids => ids.iter().map(|id| named::figure(plan, id)).collect::<Result<Vec<_>, String>>()?,
    };
    let columns = compared(plan, &figures);
    for (at, figure) in figures.iter().enumerate() {
        text.line(format_args!("{}", figure.label(plan)));
        for column in &columns {
            let value = column.values.get(at).copied().flatten();
            let difference = column.differences.get(at).copied().flatten();
            let apart = match difference {
                Some(Ok(apart)) if !apart.is_zero() => {
                    format!(" ({})", format::change_in_unit(Ok(apart), figure.kind.unit))
                }
                _ => String::new(),
            };
            text.line(format_args!("    {}: {}{apart}", column.name, shown(value, figure.kind.unit)));
        }
    }
    for column in &columns {
        for problem in &column.problems {
            text.line(format_args!("{}: not used: {problem}", column.name));
        }
    }
    Ok(())
}

fn of_bridge(
    plan: &Plan,
    (from, to): (&Definition, &Definition),
    figure: FigureKey,
    split: Split,
    text: &mut Lines,
) -> Result<(), String> {
    let bridge = bridge(plan, from, to, figure, split)?;
    let unit = figure.kind.unit;
    text.line(format_args!("{}", figure.label(plan)));
    text.line(format_args!("    {} to begin with", format::in_unit(bridge.from.value(), unit)));
    for part in &bridge.parts {
        text.line(format_args!("    {}  {}", format::change_in_unit(part.amount.value(), unit), part.what));
    }
    text.line(format_args!("    {} in the end", format::in_unit(bridge.to.value(), unit)));
    let how = match bridge.split {
        Split::InOrder => "One after the other, in this order.",
        Split::EveryOrder => "Without an order: each has its average over all orders.",
        Split::BothEnds => "Without an order: each has the middle of what it adds alone and what it adds last.",
    };
    text.line(format_args!("{how} The parts sum to the difference; {} plans were computed.", bridge.computed));
    Ok(())
}

fn of_goal(plan: &Plan, lever: &SetLever, goal: Goal, text: &mut Lines) {
    let unit = goal.figure.kind.unit;
    let found = seek(plan, lever, goal);
    for (at, words) in goal_words(plan, lever, goal, &found).iter().enumerate() {
        text.line(format_args!("{words}"));
        let Some(crossing) = found.crossings.get(at) else { continue };
        if crossing.exact.is_some() {
            let target = format::in_unit(goal.target.value(), unit);
            text.line(format_args!("    There the figure is {target} to the last digit."));
            continue;
        }
        let (below, above) = (lever.setting_words(crossing.below), lever.setting_words(crossing.above));
        let values = [crossing.values.0, crossing.values.1].map(|value| format::in_unit(value.value(), unit));
        text.line(format_args!("    {} at {below}, {} at {above}.", values[0], values[1]));
    }
}

fn of_thresholds(plan: &Plan, lever: &SetLever, text: &mut Lines) {
    let found = thresholds(plan, lever);
    text.line(format_args!("{}: {} plans computed.", lever.name(plan), found.computed));
    if found.flips.is_empty() {
        text.line(format_args!("    No check, payment or balance is otherwise anywhere: there is no threshold."));
    }
    for flip in &found.flips {
        let at = lever.setting_words(flip.first_above);
        text.line(format_args!("    from \"{at}\" on: {}: {}; below: {}", flip.what, flip.above, flip.below));
    }
    if found.is_cut {
        text.line(format_args!("    There are more than are looked for."));
    }
}

fn of_tornado(plan: &Plan, figure: FigureKey, text: &mut Lines) {
    let unit = figure.kind.unit;
    let tornado = tornado(plan, figure);
    let base = shown(tornado.base.map(Fixed::value), unit);
    text.line(format_args!("{}: {base}", figure.label(plan)));
    for swing in tornado.swings.iter().take(MOST_SWINGS) {
        let ends = [swing.values.0, swing.values.1].map(|value| shown(value.map(Fixed::value), unit));
        let range = if swing.is_own_range { "its own range" } else { "assumed" };
        text.line(format_args!("    {} to {}  {} ({range})", ends[0], ends[1], input_words(plan, &swing.input)));
    }
    if let Some(more) = tornado.swings.len().checked_sub(MOST_SWINGS).filter(|more| *more > 0) {
        text.line(format_args!("    and {more} that move it less"));
    }
    for still in &tornado.still {
        let names: Vec<String> = still.inputs.iter().take(MOST_NAMED).map(|input| input_words(plan, input)).collect();
        let more = match still.inputs.len().saturating_sub(MOST_NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        text.line(format_args!("Not moved by {}{more}: {}", names.join("; "), still.why));
    }
}

fn input_words(plan: &Plan, input: &Input) -> String {
    match input {
        Input::Cell(CellAddress { table, row, column }) => {
            format!("{}.{column} of {}", table.name(), plan.row_words(*table, *row))
        }
        Input::Lever(lever) => lever.name(plan),
    }
}

fn simulate(plan: &Plan, definition: Definition, draws: Draws, text: &mut Lines) {
    let Draws { runs, seed, delivery, separately } = draws;
    let figures = headlines(&compute(plan));
    let share = |per_cent: u32| millionths(i64::from(per_cent) * 10_000);
    let definition = match delivery {
        Some((low, high)) => definition.with_delivery_between(share(low), share(high), separately),
        None => definition,
    };
    let simulation = Simulation::new(plan, &definition, &figures, seed);
    if simulation.assumptions().is_empty() {
        text.line(format_args!(
            "Nothing is drawn: neither the plan nor the scenario has a number with a low and a high. With --delivery 80-105 \
             you assume how much of each saving comes."
        ));
        return;
    }
    let found = simulation.run(0, runs);
    text.line(format_args!("{runs} runs with seed {seed}; {} computed whole. Drawn are:", found.computed_whole));
    for assumption in simulation.assumptions() {
        text.line(format_args!("    {assumption}"));
    }
    for (figure, values) in figures.iter().zip(&found.values) {
        let Some(spread) = Spread::of(values) else { continue };
        let shown = [spread.p10, spread.p50, spread.p90].map(|value| format::in_unit(value.value(), figure.kind.unit));
        text.line(format_args!("{}: p10 {}, p50 {}, p90 {}", figure.label(plan), shown[0], shown[1], shown[2]));
        text.line(format_args!("    nothing or more in {} of {} runs", spread.balanced, spread.runs));
    }
}

fn shown(value: Option<Value>, unit: Unit) -> String {
    value.map_or_else(|| "not there".to_owned(), |value| format::in_unit(value, unit))
}
