//! What is chosen on the page: a scenario, a figure, a lever; and what is tried.

use crate::components::{Tag, choice, choice_field};
use crate::page_context::PageContext;
use crate::session::Session;
use one_plan_model::calculation::FigureKey;
use one_plan_model::plan::{Id, LeverKind, Plan, Table};
use one_plan_model::quantity::{Decimal, Fixed};
use one_plan_model::scenario::{Definition, Lever, SetLever, balance, headlines, millionths};
use std::rc::Rc;
use yew::prelude::*;

/// What is tried on the page is called so.
pub(super) const TRIED: &str = "What you try";

/// Properties of the sections that know what is tried.
#[derive(Clone, PartialEq, Properties)]
pub struct TrialProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// What is tried on the page.
    pub trial: Rc<Definition>,
}

/// Levers that a person sets on the page: what is typed in each field, in the unit of the field.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Trial {
    /// For each kind of lever.
    pub typed: [Option<Decimal>; LeverKind::ALL.len()],
}

impl Trial {
    /// The levers that are set.
    pub fn definition(&self) -> Definition {
        let set = LeverKind::ALL.iter().zip(self.typed).filter_map(|(kind, typed)| {
            let lever = SetLever::to(*kind, Lever::of(*kind).neutral());
            typed.map(|number| lever.set_to(setting_of(*kind, number)))
        });
        Definition { levers: set.collect(), ..Definition::default() }
    }
}

/// Between the levers of an address, and between a lever and its number.
const BETWEEN: char = ' ';
const OF: char = ':';

impl Trial {
    /// Whether any lever is set.
    pub fn is_set(&self) -> bool {
        self.typed.iter().any(Option::is_some)
    }

    /// How it stands in the address: "delivery:90 delay:2".
    pub fn written(&self) -> String {
        let set = LeverKind::ALL.iter().zip(self.typed);
        let set = set.filter_map(|(kind, typed)| Some(format!("{}{OF}{}", kind.word(), typed?.normalize())));
        set.collect::<Vec<_>>().join(&BETWEEN.to_string())
    }

    /// What an address says. What is no lever, or beyond what one can be, is left out.
    pub fn read(written: &str) -> Self {
        let mut trial = Self::default();
        for (word, number) in written.split(BETWEEN).filter_map(|lever| lever.split_once(OF)) {
            let kind = LeverKind::ALL.iter().copied().find(|kind| kind.word() == word);
            let kind = kind.filter(|kind| Lever::of(*kind).is_number());
            let Some((kind, number)) = kind.zip(number.parse::<Decimal>().ok()) else { continue };
            let (least, most) = ends(kind);
            if least <= number
                && number <= most
                && let Some(place) = trial.typed.get_mut(kind as usize)
            {
                *place = Some(number);
            }
        }
        trial
    }
}

/// The least and the most that the field of a lever takes: all that is looked through where a goal is sought.
pub(super) fn ends(kind: LeverKind) -> (Decimal, Decimal) {
    let Lever { from, to, .. } = *Lever::of(kind);
    let shown = |end: i64| {
        let end = millionths(end);
        let shown = if kind == LeverKind::Delay { end } else { end.times(Fixed::HUNDRED) };
        shown.value().unwrap_or_default()
    };
    (shown(from), shown(to))
}

/// What a number typed in the field of a lever means: months, or a percentage.
pub(super) fn setting_of(kind: LeverKind, number: Decimal) -> Fixed {
    let number = Fixed::from(number);
    if kind == LeverKind::Delay { number } else { number.over(Fixed::HUNDRED) }
}

/// A scenario that is chosen. Those of the plan are known by their id: where they stand changes with the plan.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Which {
    /// The plan as it is.
    Plan,
    /// One that the plan keeps.
    Kept(Rc<str>),
    /// What is tried on the page.
    Tried,
}

impl Which {
    /// By its number on the page.
    pub fn at(plan: &Plan, chosen: usize) -> Self {
        match chosen.checked_sub(1).map(|row| plan.scenarios.iter().nth(row)) {
            None => Self::Plan,
            Some(Some((_, scenario))) => Self::Kept(scenario.id().into()),
            Some(None) => Self::Tried,
        }
    }

    /// Its number on the page; that of the plan where the plan does not keep it any more.
    pub fn position(&self, plan: &Plan) -> usize {
        match self {
            Self::Plan => 0,
            Self::Kept(id) => plan.find(Table::Scenario, id).map_or(0, |row| row as usize + 1),
            Self::Tried => plan.scenarios.len() + 1,
        }
    }
}

/// Where a figure that is chosen by its id stands among the headline figures; where none is chosen or it is gone, the one
/// that says whether the plan balances.
pub(super) fn figure_at(session: &Session, chosen: Option<&str>) -> usize {
    let figures = figures(session);
    let found = chosen.and_then(|id| figures.iter().position(|figure| figure.id(session.plan()) == id));
    found.unwrap_or_else(|| first_figure(session))
}

/// The id of a headline figure, by its number on the page.
pub(super) fn figure_id(session: &Session, at: usize) -> Option<Rc<str>> {
    figures(session).get(at).map(|figure| figure.id(session.plan()).into())
}

/// A scenario by its number on the page: the plan, those of the plan from 1 on, and behind them what is tried.
pub(super) fn definition_of(plan: &Plan, trial: &Definition, chosen: usize) -> Definition {
    let row = chosen.checked_sub(1).and_then(|row| u32::try_from(row).ok());
    match row {
        None => Definition::default(),
        Some(row) if (row as usize) < plan.scenarios.len() => Definition::of(plan, Id::at(row)),
        Some(_) => trial.clone(),
    }
}

/// What a scenario is called, by its number on the page.
pub(super) fn scenario_name(plan: &Plan, chosen: usize) -> String {
    let named = plan.scenarios.iter().map(|(_, scenario)| scenario.name());
    std::iter::once("The plan").chain(named).nth(chosen).unwrap_or(TRIED).to_owned()
}

/// The field for a scenario.
pub(super) fn scenario_field(
    plan: &Plan,
    id: &'static str,
    label: &'static str,
    chosen: usize,
    choose: Callback<Event>,
) -> Tag {
    let options =
        (0..plan.scenarios.len() + 2).map(|at| choice(at.to_string(), scenario_name(plan, at), at == chosen).html());
    choice_field(id, label, options.collect(), choose)
}

/// The headline figures of a plan.
pub(super) fn figures(session: &Session) -> Vec<FigureKey> {
    headlines(session.outcome())
}

/// The position among the headline figures of the one that says whether the plan balances.
pub(super) fn first_figure(session: &Session) -> usize {
    let balance = balance(session.outcome());
    figures(session).iter().position(|figure| Some(*figure) == balance).unwrap_or_default()
}

/// The field for a headline figure.
pub(super) fn figure_field(session: &Session, id: &'static str, chosen: usize, choose: Callback<Event>) -> Tag {
    let figures = figures(session);
    let options = figures.iter().enumerate();
    let options = options.map(|(at, figure)| choice(at.to_string(), figure.label(session.plan()), at == chosen).html());
    choice_field(id, "Figure", options.collect(), choose)
}

/// A number of millionths in per cent, or months.
pub(super) fn neutral_words(kind: LeverKind) -> String {
    let neutral = millionths(Lever::of(kind).neutral());
    let shown = if kind == LeverKind::Delay { neutral } else { neutral.times(Fixed::HUNDRED) };
    shown.value().map(|number| number.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn what_is_tried_stands_in_the_address_as_it_was_typed() {
        let mut trial = Trial::default();
        trial.typed[LeverKind::Delivery as usize] = Some(Decimal::new(905, 1));
        trial.typed[LeverKind::Delay as usize] = Some(Decimal::new(2, 0));
        assert!(trial.is_set() && !Trial::default().is_set());
        assert_eq!(trial.written(), "delivery:90.5 delay:2");
        assert_eq!(Trial::read(&trial.written()), trial);
        assert_eq!(Trial::default().written(), "");
    }

    #[test]
    fn of_an_address_only_levers_count_that_can_be_meant() {
        for written in ["", "delivery", "delivery:much", "delivery:201", "delay:-1", "nothing:5", ":::"] {
            assert_eq!(Trial::read(written), Trial::default(), "{written}");
        }
        assert_eq!(Trial::read("delivery:90 nothing:5 delay:13").written(), "delivery:90");
    }

    #[test]
    fn a_scenario_that_is_chosen_stays_the_same_when_others_go() {
        let kept = |ids: &str| {
            let rows: Vec<String> = ids.chars().map(|id| format!(r#"{{"id": "{id}", "name": "{id}"}}"#)).collect();
            example::plan(&format!(r#""scenarios": [{}]"#, rows.join(", ")))
        };
        let (before, after) = (kept("abc"), kept("ac"));
        let moved: Vec<usize> = (0..5).map(|at| Which::at(&before, at).position(&after)).collect();
        assert_eq!(moved, [0, 1, 0, 2, 3], "the second is gone, and what is tried stands last");
    }

    #[test]
    fn what_is_typed_is_per_cent_or_months() {
        let mut trial = Trial::default();
        assert_eq!(trial.definition(), Definition::default());
        trial.typed[LeverKind::Delivery as usize] = Some(Decimal::new(915, 1));
        trial.typed[LeverKind::Delay as usize] = Some(Decimal::from(3));
        let settings: Vec<(LeverKind, Fixed)> =
            trial.definition().levers.iter().map(|lever| (lever.kind, lever.setting)).collect();
        assert_eq!(settings, [(LeverKind::Delivery, millionths(915_000)), (LeverKind::Delay, Fixed::whole(3))]);
        assert_eq!((neutral_words(LeverKind::Price), neutral_words(LeverKind::Growth)), ("100".into(), "0".into()));
    }
}
