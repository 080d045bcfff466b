//! What a plan means by the saving of a late scheme is a matter of how it is written: no lever and no range changes it.

use crate::support::{figure, pounds};
use one_plan_model::example;
use one_plan_model::outcome::{resolve, values};
use one_plan_model::plan::{LeverKind, Plan};
use one_plan_model::quantity::{Fixed, whole};
use one_plan_model::scenario::{Definition, SetLever, Simulation, applied, millionths, tornado};

fn plan(scheme: &str) -> Plan {
    example::plan(&format!(
        r#""scheme_lists": [{{"id": "l", "name": "L", "year": "2026/27"}}],
        "schemes": [{{"id": "a", "name": "A", "list": "l", "recurrent": "yes", {scheme}}}]"#
    ))
}

fn saved(plan: &Plan, levers: Vec<SetLever>) -> Option<Fixed> {
    let definition = Definition { levers, ..Definition::default() };
    values(&applied(plan, &definition).0, &[figure(plan, "scheme.a.gross")])[0]
}

fn delivery(percent: i64) -> SetLever {
    SetLever::to(LeverKind::Delivery, percent * 10_000)
}

fn delay(months: i64) -> SetLever {
    SetLever::to(LeverKind::Delay, months * 1_000_000)
}

#[test]
fn less_delivery_never_brings_more() {
    // 6 × 6 ÷ 12 = 3, of which 4 of 6 months are left.
    let plan = plan(r#""gross": "3", "full_year_effect": "6", "unit": "£m", "start": "2026-10""#);
    for percent in [100, 80, 60, 55, 50, 40, 20] {
        let expected = Fixed::from(whole(20_000 * percent));
        let found = saved(&plan, vec![delivery(percent), delay(2)]).unwrap();
        assert!(found.distance(expected) < whole(1), "{percent}%: {found:?}");
    }
}

#[test]
fn one_month_more_takes_off_one_month_however_the_plan_counts_the_first() {
    let written = [
        r#""gross": "750", "full_year_effect": "1,000", "unit": "£000", "start": "2026-04", "delay": "3""#,
        r#""gross": "1,000", "full_year_effect": "1,000", "unit": "£000", "start": "2026-04", "delay": "3""#,
        r#""gross": "750", "full_year_effect": "1,000", "unit": "£000", "start": "2026-07""#,
    ];
    for scheme in written {
        let plan = plan(scheme);
        assert_eq!(saved(&plan, vec![]), Some(pounds(750_000)), "{scheme}");
        // 1,000 × 8 ÷ 12
        let found = saved(&plan, vec![delay(1)]).unwrap();
        assert!(found.distance(Fixed::from(whole(666_667))) < whole(1), "{scheme}: {found:?}");
    }
}

#[test]
fn a_range_of_what_is_left_is_a_range_of_what_is_left() {
    let plan = plan(
        r#""gross": "750", "low": "600", "high": "900", "full_year_effect": "1,000", "unit": "£000",
           "start": "2026-04", "delay": "3""#,
    );
    let gross = resolve(&plan, "scheme.a.gross").unwrap();
    let found = tornado(&plan, gross);
    let own = found.swings.iter().find(|swing| swing.is_own_range).unwrap();
    assert_eq!(own.values, (Some(pounds(600_000)), Some(pounds(900_000))));
    let definition = Definition { levers: vec![delivery(90)], ..Definition::default() };
    let runs = Simulation::new(&plan, &definition, &[gross], 1).run(0, 500);
    let all: Vec<Fixed> = runs.values[0].iter().flatten().copied().collect();
    let (least, most) = (all.iter().min().unwrap(), all.iter().max().unwrap());
    assert!(least.minus(pounds(540_000)).plus(millionths(1)) >= Fixed::ZERO, "{least:?}");
    assert!(pounds(810_000).minus(*most).plus(millionths(1)) >= Fixed::ZERO, "{most:?}");
}
