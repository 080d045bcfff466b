//! `docs/scenarios.md`: what it says that levers move is what they move, and its example comes out as it says.

use crate::support::{figure, published};
use one_plan_model::calculation::format;
use one_plan_model::plan::Id;
use one_plan_model::quantity::Fixed;
use one_plan_model::scenario::lever::LEVERS;
use one_plan_model::scenario::{Definition, Goal, SetLever, Split, bridge, compared, seek, share_words};

fn page() -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/scenarios.md");
    std::fs::read_to_string(path).unwrap()
}

fn says(line: &str) {
    assert!(page().contains(line), "docs/scenarios.md should say:\n{line}");
}

#[test]
fn what_levers_move() {
    for lever in &LEVERS {
        let mut tables: Vec<String> = Vec::new();
        for effect in lever.effects() {
            let column = format!("{}.{}", effect.table.name(), effect.column_name());
            tables.push(format!("`{column}`"));
        }
        says(&format!("| {} | `{}` | {} |", lever.name, lever.kind.word(), tables.join(", ")));
    }
}

#[test]
fn the_example() {
    let plan = published("example-icb-2026-27");
    let net = figure(&plan, "schemes.list.icb-2026-27.net");
    let column = compared(&plan, &[net]).into_iter().find(|column| column.name == "Delivery falls short").unwrap();
    says(&format!("{} instead of", format::money(column.values[0].unwrap())));
    let short = Definition::of(&plan, Id::at(0));
    for split in [Split::InOrder, Split::EveryOrder, Split::BothEnds] {
        let bridge = bridge(&plan, &Definition::default(), &short, net, split).unwrap();
        let amounts: Vec<String> = bridge.parts.iter().map(|part| format::money(part.amount.value())).collect();
        let name = match split {
            Split::InOrder => "in the stated order",
            Split::EveryOrder => "over all orders",
            Split::BothEnds => "from both ends",
        };
        says(&format!("| {name} | {} | {} |", amounts[0], amounts[1]));
    }
    let surrey = published("surrey-one-plan");
    let goal = Goal { figure: figure(&surrey, "framework.planned-surplus.2011-12"), target: Fixed::ZERO };
    let found = seek(&surrey, &SetLever::to(one_plan_model::plan::LeverKind::Delivery, 0), goal);
    says(&format!("from {} on", share_words(found.crossings[0].reached())));
}
