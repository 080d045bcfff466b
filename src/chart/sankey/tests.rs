//! Ribbons are as thick at both ends, and words keep apart.

use super::super::scene::{Path, Step};
use super::super::{Chart, fixture};
use super::placed::LOWEST_NODE;
use super::*;

/// Top and thickness at both ends of a ribbon.
fn ends(path: &Path) -> [(f64, f64); 2] {
    match path.steps.as_slice() {
        [
            Step::Move(_, from),
            Step::Curve([.., (_, to)]),
            Step::Line(_, to_low),
            Step::Curve([.., (_, from_low)]),
            Step::Close,
        ] => [(*from, from_low - from), (*to, to_low - to)],
        other => panic!("not a ribbon: {other:?}"),
    }
}

#[test]
fn what_leaves_arrives_and_nodes_hold_their_ribbons() {
    for chart in fixture::sankeys() {
        let scene = chart.scene();
        let ribbons = scene.paths("ribbon");
        for ribbon in &ribbons {
            let [from, to] = ends(ribbon);
            assert!((from.1 - to.1).abs() < 1e-6, "{ribbon:?}");
        }
        for side in [0, 1] {
            for node in scene.rects("node") {
                let named = node.title.as_deref().unwrap_or_default();
                let is_right = node.class.contains("arrival");
                if is_right != (side == 1) {
                    continue;
                }
                let (top, bottom) = (node.bounds.y, node.bounds.y + node.bounds.height);
                let held: Vec<_> = ribbons
                    .iter()
                    .map(|ribbon| ends(ribbon)[side])
                    .filter(|(y, thick)| *y > top - 1e-6 && y + thick < bottom + 1e-6)
                    .collect();
                let sum: f64 = held.iter().map(|(_, thick)| thick).sum();
                let expected = node.bounds.height;
                let small = expected <= LOWEST_NODE + 1e-9;
                assert!(!held.is_empty(), "{named} holds no ribbon");
                assert!(small || (sum - expected).abs() < 1e-6, "{named}: {sum} {expected}");
            }
        }
        let total: f64 = ribbons.iter().map(|ribbon| ends(ribbon)[0].1).sum();
        assert!(ribbons.is_empty() || (total - chart.flow_height).abs() < 1e-6);
    }
}

#[test]
fn ribbons_at_a_node_do_not_overlap() {
    let scene = fixture::surrey_shifts().scene();
    for side in [0, 1] {
        let mut spans: Vec<_> = scene.paths("ribbon").iter().map(|r| ends(r)[side]).collect();
        spans.sort_by(|one, other| one.0.total_cmp(&other.0));
        for pair in spans.windows(2) {
            assert!(pair[0].0 + pair[0].1 <= pair[1].0 + 1e-9, "{pair:?}");
        }
    }
}

#[test]
fn labels_never_overlap_and_none_is_lost() {
    for chart in fixture::sankeys() {
        for chart in [chart.narrow(), chart] {
            let scene = chart.scene();
            fixture::assert_well_drawn(&scene);
            let totals = scene.texts().iter().filter(|t| t.class.starts_with("total")).count();
            assert_eq!(totals, scene.rects("node").len());
        }
    }
}

#[test]
fn no_name_is_cut_on_a_phone() {
    let mut chart = fixture::surrey_shifts().narrow();
    chart.left[0].name = "Elective spells (ordinary and day case), Acute hospital".to_owned();
    chart.right[0].name = "Outpatients and procedures at local price, Community based".to_owned();
    let scene = chart.scene();
    fixture::assert_well_drawn(&scene);
    for text in scene.texts() {
        assert!(!text.lines.join(" ").contains('…'), "{:?}", text.lines);
    }
}

#[test]
fn units_are_never_mixed() {
    let mut chart = fixture::surrey_shifts();
    chart.flows[0].unit = "attendances".to_owned();
    let error = chart.check().expect_err("two units");
    assert!(error.to_string().contains("attendances"), "{error}");
}

#[test]
fn a_flow_to_nowhere_is_an_error() {
    let mut chart = fixture::surrey_shifts();
    chart.flows[1].to = 99;
    assert_eq!(chart.check(), Err(SankeyError::UnknownNode { flow: 1 }));
}

#[test]
fn special_nodes_stand_last_and_carry_their_class() {
    let scene = fixture::surrey_shifts().scene();
    let nodes = scene.rects("arrival");
    let last: Vec<_> = nodes.iter().rev().take(2).map(|node| node.class.as_str()).collect();
    assert_eq!(last, ["node arrival unaccounted", "node arrival avoided"]);
    assert!(!scene.paths("unaccounted").is_empty());
}

#[test]
fn small_nodes_stay_visible() {
    let chart = fixture::flows(&[(0, 0, 1e9), (1, 1, 1.0)]);
    let scene = chart.scene();
    for node in scene.rects("node") {
        assert!(node.bounds.height >= LOWEST_NODE);
    }
}

#[test]
fn nothing_to_draw_says_so() {
    for chart in [fixture::flows(&[]), fixture::flows(&[(0, 0, 0.0), (0, 1, f64::NAN)])] {
        let scene = chart.scene();
        assert_eq!(scene.texts()[0].lines, ["Nothing to show"]);
    }
}

#[test]
fn the_table_holds_every_flow_and_every_total() {
    let chart = fixture::surrey_shifts();
    let table = chart.table();
    assert_eq!(table.rows.len(), chart.flows.len() + chart.left.len() + chart.right.len());
    let scene = chart.scene();
    let numbers = scene.texts().into_iter().filter(|text| text.class.starts_with("total") || text.class == "on-ribbon");
    for number in numbers {
        let text = number.lines.join(" ");
        assert!(table.rows.iter().any(|row| row.cells[2] == text), "{text}");
    }
}
