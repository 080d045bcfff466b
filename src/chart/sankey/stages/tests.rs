//! Nodes hold what enters and what leaves them, and words keep apart.

use super::super::super::scene::{Path, Step};
use super::super::super::value::Value;
use super::super::super::{Chart, fixture};
use super::super::placed::LOWEST_NODE;
use super::*;

/// Where a ribbon is at both ends: from the left, its top, its thickness.
fn ends(path: &Path) -> [(f64, f64, f64); 2] {
    match path.steps.as_slice() {
        [
            Step::Move(from_x, from),
            Step::Curve([.., (to_x, to)]),
            Step::Line(_, to_low),
            Step::Curve([.., (_, from_low)]),
            Step::Close,
        ] => [(*from_x, *from, from_low - from), (*to_x, *to, to_low - to)],
        other => panic!("not a ribbon: {other:?}"),
    }
}

#[test]
fn each_node_is_as_high_as_what_enters_and_as_what_leaves() {
    for chart in fixture::stages() {
        let scene = chart.scene();
        let ribbons: Vec<_> = scene.paths("ribbon").into_iter().map(ends).collect();
        for node in scene.rects("node") {
            let bounds = node.bounds;
            assert!(bounds.height >= LOWEST_NODE, "{node:?}");
            let (top, bottom) = (bounds.y - 1e-6, bounds.y + bounds.height + 1e-6);
            let mut sums = Vec::new();
            for (side, x) in [(0, bounds.x + bounds.width), (1, bounds.x)] {
                let at_node = ribbons
                    .iter()
                    .map(|ribbon| ribbon[side])
                    .filter(|(at, y, thick)| (at - x).abs() < 1e-6 && *y > top && y + thick < bottom);
                let held: Vec<f64> = at_node.map(|(_, _, thick)| thick).collect();
                if !held.is_empty() {
                    sums.push(held.iter().sum::<f64>());
                }
            }
            let largest = sums.iter().copied().fold(0.0, f64::max);
            assert!(largest > 0.0, "{node:?} holds no ribbon");
            let small = bounds.height <= LOWEST_NODE + 1e-9;
            assert!(small || (largest - bounds.height).abs() < 1e-6, "{node:?}: {sums:?}");
        }
        for [from, to] in &ribbons {
            assert!(from.2 > 0.0 && (from.2 - to.2).abs() < 1e-6, "{from:?} {to:?}");
        }
    }
}

#[test]
fn what_enters_a_node_leaves_it_and_every_stage_is_as_high() {
    let scene = fixture::money().scene();
    let ribbons: Vec<_> = scene.paths("ribbon").into_iter().map(ends).collect();
    let mut steps: Vec<(f64, f64)> = Vec::new();
    for [(x, _, thick), _] in &ribbons {
        match steps.iter_mut().find(|(known, _)| (known - x).abs() < 1e-6) {
            Some((_, sum)) => *sum += thick,
            None => steps.push((*x, *thick)),
        }
    }
    assert_eq!(steps.len(), 3);
    assert!(steps.iter().all(|(_, sum)| (sum - 300.0).abs() < 1e-6), "{steps:?}");
    for side in [0, 1] {
        let mut spans: Vec<_> = ribbons.iter().map(|ribbon| ribbon[side]).collect();
        spans.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
        for pair in spans.windows(2) {
            let [one, other] = pair else { continue };
            assert!(one.0 + 1e-6 < other.0 || one.1 + one.2 <= other.1 + 1e-6, "{pair:?}");
        }
    }
}

#[test]
fn words_keep_apart_and_none_is_lost() {
    for chart in fixture::stages() {
        for chart in [chart.narrow(), chart] {
            let scene = chart.scene();
            fixture::assert_well_drawn(&scene);
            let nodes = scene.rects("node").len();
            let with =
                |class: &str| scene.texts().iter().filter(|text| text.class.split(' ').any(|of| of == class)).count();
            assert_eq!(with("total"), nodes, "{}", scene.width);
            let letters = if chart.frame.is_narrow() { nodes } else { 0 };
            assert!(nodes == 0 || with("label") == nodes + letters, "names, and letters before them");
            let drawn = if nodes == 0 { 0 } else { chart.stages.len() };
            assert_eq!(with("sum"), drawn, "totals of stages");
        }
    }
}

#[test]
fn no_name_is_cut() {
    for chart in fixture::stages().into_iter().take(2) {
        for chart in [chart.narrow(), chart] {
            for text in chart.scene().texts() {
                assert!(text.full.is_none(), "{:?}", text.lines);
            }
        }
    }
}

#[test]
fn what_is_special_stands_last_and_nodes_follow_what_they_come_from() {
    let scene = fixture::money().scene();
    let words = scene.rects("node").into_iter().filter_map(|node| node.title.clone()).collect::<Vec<_>>();
    assert_eq!(
        words,
        [
            "Who pays, Hill: £6.00m",
            "Who pays, River: £3.00m",
            "Who pays, No part: £1.00m",
            "Contract, Beds: £5.00m",
            "Contract, Clinics: £3.00m",
            "Contract, Drugs: £2.00m",
            "Who is paid, North trust: £7.00m",
            "Who is paid, South trust: £3.00m",
            "How it is paid, Block: £8.00m",
            "How it is paid, Form not given: £2.00m",
        ]
    );
    assert_eq!(scene.paths("unaccounted").len(), 2, "one from no part, one to no form");
}

#[test]
fn nodes_that_come_from_the_same_keep_their_order() {
    let mut chart = fixture::money();
    // The same three parts of seven and four of seven, in floats that differ in their last digit.
    let shares = [(0, 0.3), (1, 0.4), (2, 210.864)].map(|(to, all)| {
        [(0, all * 4.0 / 7.0), (1, all * 3.0 / 7.0)]
            .map(|(from, part)| Flow::new(from, to, Value::new(part, "1"), "£m"))
    });
    chart.links[0] = shares.concat();
    let scene = chart.scene();
    let contracts =
        scene.rects("node").into_iter().filter_map(|node| node.title.as_deref()?.strip_prefix("Contract, "));
    assert_eq!(
        contracts.map(|words| words.split(':').next()).collect::<Vec<_>>(),
        ["Beds", "Clinics", "Drugs"].map(Some)
    );
}

#[test]
fn a_step_to_nowhere_and_two_units_are_errors() {
    let mut chart = fixture::money();
    chart.links[1][0].to = 99;
    assert_eq!(chart.check(), Err(SankeyError::UnknownNode { flow: 0 }));
    let mut chart = fixture::money();
    chart.links[2][0].unit = "spells".to_owned();
    assert!(chart.check().is_err());
    let mut chart = fixture::money();
    chart.stages.pop();
    assert!(chart.check().is_err());
    assert_eq!(chart.scene().texts()[0].lines, ["Nothing to show"]);
}

#[test]
fn nothing_to_draw_says_so_and_the_table_holds_all() {
    assert_eq!(Stages::default().scene().texts()[0].lines, ["Nothing to show"]);
    let chart = fixture::money();
    let nodes: usize = chart.stages.iter().map(|stage| stage.nodes.len()).sum();
    let links: usize = chart.links.iter().map(Vec::len).sum();
    assert_eq!(chart.table().rows.len(), links + nodes + chart.stages.len());
}
