use one_plan_model::calculation::FigureKind;
use one_plan_model::rules::{delivery, figure_kinds};
use std::collections::BTreeSet;

fn ids(kinds: &[&'static FigureKind]) -> BTreeSet<&'static str> {
    kinds.iter().map(|kind| kind.id).collect()
}

#[test]
fn no_kind_of_figure_is_listed_twice() {
    assert_eq!(ids(figure_kinds()).len(), figure_kinds().len());
}

#[test]
fn the_list_of_delivery_has_every_kind_of_its_files() {
    let files = [
        delivery::programmes::KINDS,
        delivery::scheme_groups::KINDS,
        delivery::innovations::KINDS,
        delivery::decisions::KINDS,
        delivery::dependencies::KINDS,
        delivery::gates::KINDS,
        delivery::registers::KINDS,
    ];
    assert_eq!(ids(&files.concat()), ids(delivery::KINDS));
}
