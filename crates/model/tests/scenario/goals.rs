//! Goals and thresholds: on the one side it is so, on the other not, one smallest step apart.

use crate::support::{PLANS, figure, pounds, published};
use one_plan_model::example;
use one_plan_model::outcome::{compute, values};
use one_plan_model::plan::{LeverKind, Plan};
use one_plan_model::quantity::Fixed;
use one_plan_model::scenario::{Definition, Goal, SetLever, applied, balance, headlines, millionths, seek, thresholds};

fn at(plan: &Plan, lever: &SetLever, setting: Fixed, figure: one_plan_model::calculation::FigureKey) -> Option<Fixed> {
    let set = Definition { levers: vec![lever.set_to(setting)], ..Definition::default() };
    values(&applied(plan, &set).0, &[figure])[0]
}

/// In the published plans: a whole run at the setting reaches the goal, and one a step beside it does not.
#[test]
fn a_goal_is_reached_at_the_setting_and_not_beside_it() {
    let mut crossings = 0;
    for name in PLANS {
        let plan = published(name);
        let outcome = compute(&plan);
        for figure in headlines(&outcome) {
            let Some(Ok(value)) = outcome.value(figure) else { continue };
            // What the figure is, less some pounds and pence.
            let target = Fixed::from(value).minus(Fixed::of_digits(123_456_789, 2, 0));
            for kind in [LeverKind::Delivery, LeverKind::Outturn, LeverKind::Delay] {
                let lever = SetLever::to(kind, 0);
                let found = seek(&plan, &lever, Goal { figure, target });
                for crossing in &found.crossings {
                    crossings += 1;
                    let reaches = |setting| at(&plan, &lever, setting, figure).unwrap() >= target;
                    assert_eq!(reaches(crossing.above), crossing.reached_above, "{name}: {}", figure.id(&plan));
                    assert_ne!(reaches(crossing.below), crossing.reached_above, "{name}: {}", figure.id(&plan));
                    let step = if kind == LeverKind::Delay { Fixed::ONE } else { millionths(1) };
                    assert_eq!(crossing.above.minus(crossing.below), step);
                    assert!(reaches(crossing.reached()));
                    if let Some(exact) = crossing.exact {
                        assert_eq!(at(&plan, &lever, exact, figure), Some(target));
                    }
                }
            }
        }
    }
    assert!(crossings > 20, "{crossings}");
}

/// What delivery meets the resource limit of Surrey? Its framework takes £41.9m out for savings, and its planned surplus
/// is £0.9m: it balances as long as 1 − 0.9 ÷ 41.9 = 97.85% of them are delivered.
#[test]
fn the_delivery_with_which_surrey_balances() {
    let plan = published("surrey-one-plan");
    let surplus = figure(&plan, "framework.planned-surplus.2011-12");
    assert_eq!(balance(&compute(&plan)), Some(surplus));
    let now = values(&plan, &[surplus])[0].unwrap();
    let found = seek(&plan, &SetLever::to(LeverKind::Delivery, 0), Goal { figure: surplus, target: Fixed::ZERO });
    let crossing = found.crossings[0];
    assert_eq!(found.crossings.len(), 1);
    let share = Fixed::ONE.minus(now.over(pounds(41_900_000)));
    let apart = crossing.reached().minus(share);
    assert!(apart.maximum(apart.negated()) <= millionths(1), "{:?} is not {share:?}", crossing.reached());
}

/// A jump has no exact setting, and a goal that is never reached none at all.
#[test]
fn jumps_and_goals_out_of_reach() {
    let plan = example::plan(
        r#""cquin_schemes": [{"id": "q", "name": "Q", "year": "2011/12", "fixed_sum": "1000", "unit": "£"}],
        "cquin_indicators": [{"id": "a", "name": "A", "scheme": "q", "weight": "100", "payment_rule": "all-or-nothing",
                              "direction": "higher", "threshold": "80", "achieved": "90", "evidence": "yes"}]"#,
    );
    let earned = figure(&plan, "cquin.indicator.a.earned");
    let lever = SetLever::to(LeverKind::Cquin, 0);
    // 90 × 0.888889 is the first product of a millionth that is 80 or more.
    let found = seek(&plan, &lever, Goal { figure: earned, target: pounds(500) });
    assert_eq!((found.crossings[0].above, found.crossings[0].exact), (millionths(888_889), None));
    assert_eq!(found.crossings[0].values, (Fixed::ZERO, pounds(1_000)));
    let never = seek(&plan, &lever, Goal { figure: earned, target: pounds(1_001) });
    assert!(never.crossings.is_empty() && !never.always(pounds(1_001)));
    let always = seek(&plan, &lever, Goal { figure: earned, target: pounds(0) });
    assert!(always.crossings.is_empty() && always.always(pounds(0)));
    let flips = thresholds(&plan, &lever);
    let flip = flips.flips.iter().find(|flip| flip.what == "A: earned").unwrap();
    assert_eq!((flip.last_below, flip.first_above), (millionths(888_888), millionths(888_889)));
}

/// Of two plans: on either side of each threshold a whole run says what the threshold says.
#[test]
fn on_either_side_of_a_threshold_it_is_as_it_says() {
    let mut flips = 0;
    for (name, kind) in [("arden-system-plan", LeverKind::Delivery), ("example-icb-2026-27", LeverKind::Cquin)] {
        let plan = published(name);
        let lever = SetLever::to(kind, 0);
        let found = thresholds(&plan, &lever);
        assert!(!found.is_cut);
        flips += found.flips.len();
        for flip in &found.flips {
            assert_eq!(flip.first_above.minus(flip.last_below), millionths(1), "{name}: {}", flip.what);
        }
        for flip in found.flips.iter().filter(|flip| flip.what.ends_with(": earned")) {
            let outcome = |setting| {
                let set = Definition { levers: vec![lever.set_to(setting)], ..Definition::default() };
                let changed = applied(&plan, &set).0;
                let outcome = compute(&changed);
                let figures = outcome.figures();
                let found = figures.filter(|(key, _)| key.label(&plan) == flip.what).map(|(_, value)| value).next();
                found.unwrap().unwrap()
            };
            let (below, above) = (outcome(flip.last_below), outcome(flip.first_above));
            assert_eq!(below.is_zero(), flip.below == "nothing is paid", "{name}: {}", flip.what);
            assert_eq!(above.is_zero(), flip.above == "nothing is paid", "{name}: {}", flip.what);
            assert!(below < above);
        }
    }
    assert!(flips > 3, "{flips}");
}
