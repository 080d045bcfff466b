//! The dated parameters: in order, in their unit, each used by a rule.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/parameters.rs"]
mod support;

use one_plan_model::parameters::{self, Parameters};
use one_plan_model::quantity::FinancialYear;
use support::used_by;

#[test]
fn every_parameter_is_used_by_a_rule() {
    for (parameter, users) in used_by() {
        assert!(!users.is_empty(), "no rule uses {}", parameter.id);
    }
}

#[test]
fn the_values_of_a_parameter_follow_one_another_and_can_be_read() {
    let model = Parameters::default();
    for parameter in parameters::all() {
        let mut free = 0;
        for dated in parameter.values {
            assert!(dated.from >= free, "{}: {} overlaps the value before it", parameter.id, dated.from);
            assert!(
                dated.to.is_none_or(|to| to >= dated.from),
                "{}: {} ends before it begins",
                parameter.id,
                dated.from
            );
            assert!(!dated.source.is_empty(), "{}: {} has no source", parameter.id, dated.from);
            free = dated.to.map_or(u16::MAX, |to| to + 1);
            let year = FinancialYear::starting(dated.from).unwrap();
            let value = model.value(parameter, year).unwrap_or_else(|| panic!("{}: {year}", parameter.id));
            assert_eq!(value.written, dated.value, "{}", parameter.id);
        }
    }
}

#[test]
fn years_are_told_as_people_read_them() {
    let years = |id: &str| parameters::all().find(|parameter| parameter.id == id).unwrap().years();
    assert_eq!(years("cquin-rate"), "2009/10 to 2024/25");
    assert_eq!(years("variable-rate"), "2019/20 to 2020/21 and 2022/23 on");
    assert_eq!(years("marginal-rate"), "every year");
    let [first, .., last] = parameters::CQUIN_RATE.values else { panic!() };
    assert_eq!([first.years(), last.years()], ["2009/10", "2024/25"]);
    let [first, ..] = parameters::MARGINAL_RATE.values else { panic!() };
    assert_eq!(first.years(), "up to 2009/10");
}
