//! At which setting of a lever a check begins or ends to fail, a CQUIN payment comes or goes, a balance is lost.
//!
//! The plan is computed whole at the steps of a grid. Between two steps at which anything is otherwise the middle is
//! computed, and so on, until the two are one smallest step apart. What is printed of a plan is left out: a scenario is
//! not what was printed.

use super::definition::SetLever;
use super::headline::limits;
use super::lever::{Lever, millionths};
use super::levered::Levered;
use crate::calculation::{Unit, format};
use crate::outcome::{Outcome, UNLIKELY_ROUNDING, compute};
use crate::pace::{Pace, Stage, at_once};
use crate::plan::{Plan, Rows};
use crate::quantity::{Fixed, Value};
use crate::rules::cquin;
use std::collections::BTreeMap;

/// What a flip is about, in the order of how much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FlipAbout {
    /// Whether a limit, a control total or a requirement is kept.
    Balance,
    /// Whether an indicator is paid.
    Payment,
    /// A check of amounts of money.
    Money,
    /// Another check.
    Other,
    /// Only whether rounding can explain a difference.
    Rounding,
}

/// Something that is otherwise on the two sides of a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// What it is about, by kind.
    pub about: FlipAbout,
    /// What it is about: the code of a finding, or the label of a figure.
    pub what: String,
    /// What is said below.
    pub below: String,
    /// What is said above.
    pub above: String,
    /// The last setting, from below, at which it is as below.
    pub last_below: Fixed,
    /// The first at which it is as above.
    pub first_above: Fixed,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Flips {
    /// From the lowest setting up.
    pub flips: Vec<Flip>,
    /// Whether there were more than are looked for.
    pub is_cut: bool,
    /// How many plans were computed.
    pub computed: usize,
}

/// Into so many steps the range is divided at first.
const GRID: i64 = 100;
/// So many plans are computed at most.
const MOST_COMPUTED: usize = 2_000;

/// What is said of each thing that is watched.
type State = BTreeMap<(FlipAbout, String), String>;

/// Where anything flips as a lever goes from its least to its most.
///
/// ```
/// use one_plan_model::plan::LeverKind;
/// use one_plan_model::scenario::{SetLever, thresholds};
/// use one_plan_model::example;
/// let plan = example::plan(r#"
///     "cquin_schemes": [{"id": "q", "name": "Q", "year": "2011/12", "fixed_sum": "1000", "unit": "£"}],
///     "cquin_indicators": [{"id": "a", "name": "A", "scheme": "q", "weight": "100", "payment_rule": "all-or-nothing",
///                           "direction": "higher", "threshold": "80", "achieved": "100", "evidence": "yes"}]
/// "#);
/// let found = thresholds(&plan, &SetLever::to(LeverKind::Cquin, 0));
/// let flip = found.flips.iter().find(|flip| flip.what == "A: earned").unwrap();
/// assert_eq!(flip.first_above.value().unwrap().to_string(), "0.8");
/// assert_eq!((flip.below.as_str(), flip.above.as_str()), ("nothing is paid", "all of it is paid"));
/// ```
pub fn thresholds(plan: &Plan, lever: &SetLever) -> Flips {
    at_once(thresholds_in_slices(plan, lever, &Pace::UNBROKEN))
}

/// The same in slices, between any two of which something else can be done. How far it is, is said in the steps of the
/// first grid that are behind it.
pub async fn thresholds_in_slices(plan: &Plan, lever: &SetLever, pace: &Pace<'_>) -> Flips {
    let of = Lever::of(lever.kind);
    let mut plan = plan.clone();
    plan.stated = Rows::default();
    plan.known_findings = Rows::default();
    plan.known_finding_places = Rows::default();
    let levered = Levered::of(&plan, std::slice::from_ref(lever));
    if !of.is_number() || levered.moves() == 0 {
        return Flips::default();
    }
    let grid = ((of.to - of.from) / GRID).max(of.step);
    let mut search = Search { levered: &levered, found: Flips::default(), step: of.step };
    let mut below = search.at(of.from);
    // What lies above, the nearest last: the next step of the grid, and the middles before it.
    let mut ahead: Vec<At> = Vec::new();
    while below.setting < of.to {
        let above = ahead.pop().unwrap_or_else(|| search.at((below.setting + grid).min(of.to)));
        match search.middle(&below, &above) {
            Some(middle) => ahead.extend([above, middle]),
            None => below = above,
        }
        let done = usize::try_from((below.setting - of.from) / grid).unwrap_or_default();
        let steps = usize::try_from((of.to - of.from) / grid).unwrap_or_default();
        pace.reached(Stage::Computing { done, of: steps }).await;
    }
    search.found
}

/// What is said at a setting, in millionths.
struct At {
    setting: i64,
    state: State,
}

struct Search<'a> {
    levered: &'a Levered,
    found: Flips,
    step: i64,
}

impl Search<'_> {
    fn at(&mut self, setting: i64) -> At {
        self.found.computed += 1;
        let plan = self.levered.at(|_| millionths(setting));
        At { setting, state: state_of(&plan, &compute(&plan)) }
    }

    /// The middle between two settings, if it has to be looked at. Nothing where the two are alike, where no setting lies
    /// between them (then what flips is noted), and where enough was computed.
    fn middle(&mut self, below: &At, above: &At) -> Option<At> {
        if below.state == above.state {
            return None;
        }
        if above.setting - below.setting <= self.step {
            self.note(below, above);
            return None;
        }
        if self.found.computed >= MOST_COMPUTED {
            self.found.is_cut = true;
            return None;
        }
        let steps = (above.setting - below.setting) / 2 / self.step.max(1);
        Some(self.at(below.setting + (steps * self.step).max(self.step)))
    }

    fn note(&mut self, below: &At, above: &At) {
        let of_above = above.state.keys().filter(|what| !below.state.contains_key(*what));
        for what in below.state.keys().chain(of_above) {
            let said = |at: &At| at.state.get(what).cloned().unwrap_or_else(|| NOT_FOUND.to_owned());
            let (was, is) = (said(below), said(above));
            if was != is {
                let (last_below, first_above) = (millionths(below.setting), millionths(above.setting));
                let (about, what) = what.clone();
                self.found.flips.push(Flip { about, what, below: was, above: is, last_below, first_above });
            }
        }
    }
}

const NOT_FOUND: &str = "not reported";
const FOUND: &str = "reported";

/// What is watched of an outcome.
fn state_of(plan: &Plan, outcome: &Outcome) -> State {
    let mut state = State::new();
    for finding in outcome.findings() {
        let place = finding.places.first().map(|place| plan.row_words(place.table, place.row)).unwrap_or_default();
        let figure = finding.figures.first().map(|figure| figure.label(plan)).unwrap_or_default();
        let about = if figure.is_empty() { place } else { figure };
        let kind = match finding.figures.first().map(|figure| figure.kind.unit) {
            _ if finding.code == UNLIKELY_ROUNDING.code => FlipAbout::Rounding,
            Some(Unit::Money) => FlipAbout::Money,
            _ => FlipAbout::Other,
        };
        state.insert((kind, format!("{} ({about})", finding.code.replace('-', " "))), FOUND.to_owned());
    }
    for (earned, value) in outcome.figures_of(&cquin::EARNED) {
        let whole = outcome.value(cquin::INDICATOR_VALUE.at([earned.index.get(0)]));
        state.insert((FlipAbout::Payment, earned.label(plan)), paid(value, whole).to_owned());
    }
    for figure in limits(outcome) {
        if let Some(value) = outcome.value(figure) {
            state.insert((FlipAbout::Balance, figure.label(plan)), in_balance(value));
        }
    }
    state
}

fn paid(value: Value, whole: Option<Value>) -> &'static str {
    match (value, whole) {
        (Ok(value), _) if value.is_zero() => "nothing is paid",
        (Ok(value), Some(Ok(whole))) if value >= whole => "all of it is paid",
        (Ok(_), _) => "a part is paid",
        (Err(_), _) => "it cannot be said what is paid",
    }
}

fn in_balance(value: Value) -> String {
    match value {
        Ok(value) if value.is_sign_negative() && !value.is_zero() => "below £0".to_owned(),
        Ok(_) => "£0 or more".to_owned(),
        Err(_) => format::money(value),
    }
}
