//! Charts to test with: the published Surrey numbers, and shapes that have broken charts before.

mod over_time;
mod staged;

use super::bridge::{Bridge, BridgeStep};
use super::curve::{Curve, CurveLine, CurvePoint};
use super::frame::Frame;
use super::heat_map::{HeatMap, HeatMove, HeatSquare};
use super::ladder::{Ladder, Rung};
use super::sankey::{Flow, Node, NodeKind, Sankey};
use super::scene::{Mark, Scene, Step};
use super::stacked_bar::{Category, Series, StackedBar};
use super::value::Value;
pub(super) use over_time::{course, courses, dues, timelines};
pub(super) use staged::{money, stages};

const YEARS: [(&str, &str); 4] =
    [("2011/12", "70.00"), ("2012/13", "67.00"), ("2013/14", "59.00"), ("2014/15", "75.00")];

const PROGRAMMES: [(&str, [f64; 4]); 17] = [
    ("Acute Care", [13.10, 1.78, 3.48, 12.79]),
    ("Back Office", [5.42, 1.93, 1.93, 3.49]),
    ("Children", [0.50, 0.00, 0.00, 0.94]),
    ("Contracting Efficiencies CSU", [0.00, 0.00, 0.00, 0.00]),
    ("Contracting Efficiencies Primary Care", [3.30, 2.64, 0.99, 1.64]),
    ("End of Life Care", [0.00, 0.00, 1.20, 2.33]),
    ("Estates Optimisation", [0.33, 0.33, 0.33, 0.37]),
    ("Long Term Conditions", [3.10, 37.99, 29.91, 22.74]),
    ("Maternity & Newborn", [2.01, 1.10, 3.20, 3.13]),
    ("Medicines Management", [14.01, 3.00, 3.00, 7.53]),
    ("Mental Health", [11.42, 1.96, 0.00, 5.03]),
    ("Planned Care", [9.66, 8.00, 9.30, 7.59]),
    ("Rationalisation of Pathology", [1.31, 4.97, 2.47, 3.91]),
    ("Staying Healthy", [1.94, 0.42, 0.47, 0.48]),
    ("Safer care", [2.50, 0.00, 0.00, 0.94]),
    ("Workforce Productivity", [0.91, 1.29, 1.06, 0.27]),
    ("Digital Vision", [0.49, 1.59, 1.66, 1.82]),
];

/// Savings by programme as published; columns 1, 2 and 4 of the document sum to their printed totals.
pub(super) fn surrey_savings() -> StackedBar {
    StackedBar {
        frame: Frame::new(
            "savings",
            "Planned savings by programme, 2011/12 to 2014/15",
            "£70.00m in 2011/12, falling to £59.00m in 2013/14, then £75.00m.",
        ),
        unit: "£m".to_owned(),
        series_heading: "Programme".to_owned(),
        categories: YEARS.iter().map(|(name, total)| Category::new(*name, *total)).collect(),
        series: PROGRAMMES.iter().map(|(name, values)| Series::new(*name, values.map(two_decimals).to_vec())).collect(),
        ..StackedBar::default()
    }
}

fn two_decimals(amount: f64) -> Value {
    Value::new(amount, format!("{amount:.2}"))
}

/// Activity shifts of the acute and planned care programmes.
pub(super) fn surrey_shifts() -> Sankey {
    let flows = [
        (0, 0, 15_367.0, "15,367"),
        (0, 1, 8_000.0, "8,000"),
        (0, 3, 1_000.0, "1,000"),
        (0, 4, 913.0, "913"),
        (1, 1, 15_233.0, "15,233"),
        (2, 2, 7_499.0, "7,499"),
        (2, 3, 62_744.0, "62,744"),
        (3, 3, 8_632.0, "8,632"),
    ];
    Sankey {
        frame: Frame::new(
            "shifts",
            "Activity that leaves acute hospitals, and where it arrives",
            "Most follow-up appointments are avoided; 913 spells arrive nowhere.",
        ),
        unit: "units of activity".to_owned(),
        left: vec![
            Node::new("Emergency spells", "25,280"),
            Node::new("Day cases", "15,233"),
            Node::new("Follow-up appointments", "70,243"),
            Node::new("A&E attendances", "8,632"),
        ],
        right: vec![
            Node::new("Locally priced activity", "15,367"),
            Node::new("Outpatient procedures", "23,233"),
            Node::new("Community follow-up", "7,499"),
            Node::new("Avoided", "72,376").of_kind(NodeKind::Avoided),
            Node::new("Not accounted for", "913").of_kind(NodeKind::Unaccounted),
        ],
        flows: flows
            .map(|(from, to, amount, label)| Flow::new(from, to, Value::new(amount, label), "units of activity"))
            .to_vec(),
        ..Sankey::default()
    }
}

/// A stacked bar of bare numbers, one row for each series.
pub(super) fn bar(categories: &[&str], series: &[&[f64]]) -> StackedBar {
    StackedBar {
        categories: categories.iter().map(|name| Category::new(*name, "12,345.67")).collect(),
        series: series
            .iter()
            .enumerate()
            .map(|(index, values)| {
                let values = values.iter().map(|amount| two_decimals(*amount)).collect();
                Series::new(format!("Series {index}"), values)
            })
            .collect(),
        ..StackedBar::default()
    }
}

/// Bars of every awkward shape.
pub(super) fn bars() -> Vec<StackedBar> {
    let long = "A programme with a name so long that nobody reads it to the end ".repeat(4);
    let mut named = bar(&[&long, &long], &[&[1.0, 2.0], &[3.0, 4.0]]);
    for series in &mut named.series {
        series.name = long.clone();
    }
    let many: Vec<Vec<f64>> = (0..40).map(|n| vec![f64::from(n); 30]).collect();
    let many: Vec<&[f64]> = many.iter().map(Vec::as_slice).collect();
    vec![
        surrey_savings(),
        named,
        bar(&[], &[]),
        bar(&["only"], &[&[5.0]]),
        bar(&["a", "b"], &[&[0.0, 0.0], &[0.0, 0.0]]),
        bar(&["a", "b", "c"], &[&[5.0, -5.0, -1.0], &[-3.0, -2.0, 8.0], &[0.01, -0.01, 0.01]]),
        bar(&["a", "b"], &[&[1e-9, 1e12], &[1e99, -1e99]]),
        bar(&["a", "b"], &[&[f64::MAX, f64::MIN], &[f64::NAN, f64::NEG_INFINITY]]),
        bar(&["2011/12"; 30], &many),
    ]
}

/// A Sankey of bare numbers: from, to, amount.
pub(super) fn flows(flows: &[(usize, usize, f64)]) -> Sankey {
    let nodes = |last: Option<usize>, side: &str| {
        (0..last.map_or(0, |last| last + 1))
            .map(|index| Node::new(format!("{side} node number {index}"), format!("{index}")))
            .collect()
    };
    Sankey {
        unit: "spells".to_owned(),
        left: nodes(flows.iter().map(|flow| flow.0).max(), "Left"),
        right: nodes(flows.iter().map(|flow| flow.1).max(), "Right"),
        flows: flows
            .iter()
            .map(|(from, to, amount)| Flow::new(*from, *to, Value::new(*amount, format!("{amount}")), "spells"))
            .collect(),
        ..Sankey::default()
    }
}

/// Flows of every awkward shape.
pub(super) fn sankeys() -> Vec<Sankey> {
    let many: Vec<_> = (0..200).map(|n| (n % 13, n % 17, (n * n % 97) as f64)).collect();
    let mut long = flows(&[(0, 0, 5.0), (1, 0, 7.0)]);
    long.left[0].name = "Emergency admissions with a length of stay of zero days ".repeat(5);
    long.right[0].name = "x".repeat(300);
    vec![
        surrey_shifts(),
        flows(&[]),
        flows(&[(0, 0, 1.0)]),
        flows(&[(0, 0, 0.0), (1, 1, 3.0)]),
        flows(&[(0, 0, 1e12), (0, 1, 1.0), (1, 1, 1e-6)]),
        flows(&[(0, 0, -5.0), (0, 1, 7.0), (1, 0, f64::NAN), (1, 1, f64::INFINITY)]),
        flows(&[(0, 0, 4.0), (0, 0, 6.0)]),
        flows(&many),
        long,
    ]
}

/// The financial framework of Surrey.
pub(super) fn framework() -> Bridge {
    let steps = [
        (true, "Gross budgets", 1701.1, "1,701.10"),
        (false, "QIPP", -41.9, "−41.90"),
        (false, "CQUIN", -7.8, "−7.80"),
        (true, "Sub total", 1651.4, "1,651.40"),
        (false, "CQUIN put back", 7.4, "7.40"),
        (true, "Baseline proposal", 1658.8, "1,658.80"),
    ];
    let step = |(is_level, name, amount, words): (bool, &str, f64, &str)| BridgeStep {
        name: name.to_owned(),
        value: Value::new(amount, words),
        is_level,
    };
    Bridge {
        frame: Frame::new(
            "chart",
            "From gross budgets to what is spent",
            "Gross budgets of £1,701.10m less what is taken out.",
        ),
        unit: "£m".to_owned(),
        steps: steps.map(step).to_vec(),
        ..Bridge::default()
    }
}

/// A bridge of bare numbers: levels and changes.
pub(super) fn bridge(steps: &[(bool, f64)]) -> Bridge {
    let step = |(index, (is_level, amount)): (usize, &(bool, f64))| BridgeStep {
        name: format!("Step {index}"),
        value: two_decimals(*amount),
        is_level: *is_level,
    };
    Bridge { unit: "£m".to_owned(), steps: steps.iter().enumerate().map(step).collect(), ..Bridge::default() }
}

/// Bridges of every awkward shape.
pub(super) fn bridges() -> Vec<Bridge> {
    let mut long = bridge(&[(true, 5.0), (false, -4.0), (true, 1.0)]);
    long.steps[1].name = "A step with a name so long that nobody reads it to the end ".repeat(4);
    long.steps[2].name = "x".repeat(300);
    vec![
        framework(),
        long,
        bridge(&[]),
        bridge(&[(true, 0.0)]),
        bridge(&[(true, 3.0), (false, 0.0), (true, 3.0)]),
        bridge(&[(true, -5.0), (false, 12.0), (true, 7.0)]),
        bridge(&[(true, 1e12), (false, -1.0), (true, 1e-9)]),
        bridge(&[(true, f64::NAN), (false, f64::INFINITY), (true, f64::MIN)]),
        bridge(&[(false, 1.0); 60]),
    ]
}

/// A corner of bare numbers.
fn corner((across, up): (f64, f64)) -> CurvePoint {
    CurvePoint::new(two_decimals(across), two_decimals(up))
}

/// What a contract with a tolerance of half a million around ten millions pays.
pub(super) fn settlement() -> Curve {
    let corners = [(8.0, 8.5), (9.5, 10.0), (10.5, 10.0), (12.0, 11.5)];
    Curve {
        frame: Frame::new("chart", "What it pays", ""),
        unit: "£m".to_owned(),
        across: "Value of activity".to_owned(),
        lines: vec![CurveLine::new("Payment", corners.map(corner).to_vec())],
        band: Some((two_decimals(9.5), two_decimals(10.5), "Tolerance".to_owned())),
        today: Some(corner((11.0, 10.5))),
        tried: Some(corner((14.0, 13.5))),
        ..Curve::default()
    }
}

/// Curves of every awkward shape.
pub(super) fn curves() -> Vec<Curve> {
    let of = |corners: &[(f64, f64)]| Curve {
        lines: vec![CurveLine::new("Line", corners.iter().copied().map(corner).collect())],
        today: corners.last().copied().map(corner),
        ..settlement()
    };
    let mut two = settlement();
    two.lines.push(CurveLine::new("x".repeat(200), two.lines[0].points.clone()));
    two.across = "A name so long that nobody reads it to the end ".repeat(9);
    vec![
        settlement(),
        of(&[]),
        of(&[(1.0, 1.0)]),
        of(&[(0.0, 0.0), (0.0, 0.0)]),
        of(&[(-5.0, 3.0), (1e9, -1e9)]),
        of(&[(0.0, f64::NAN), (f64::INFINITY, 5.0)]),
        two,
    ]
}

/// A ladder of bare numbers: the parts of each bar, and what it is held against.
pub(super) fn rungs(rungs: &[(&[f64], Option<f64>)]) -> Ladder {
    let rung = |(index, (parts, mark)): (usize, &(&[f64], Option<f64>))| Rung {
        name: format!("Indicator number {index}"),
        parts: parts.iter().copied().map(two_decimals).collect(),
        total: "12,345.67".to_owned(),
        mark: mark.map(two_decimals),
    };
    Ladder {
        unit: "£000".to_owned(),
        parts: ["Earned", "Can still be earned", "Lost"].map(str::to_owned).to_vec(),
        mark: "Floor".to_owned(),
        rungs: rungs.iter().enumerate().map(rung).collect(),
        ..Ladder::default()
    }
}

/// Ladders of every awkward shape.
pub(super) fn ladders() -> Vec<Ladder> {
    let mut long = rungs(&[(&[4.0, 3.0], None), (&[1.0], Some(2.0))]);
    long.rungs[0].name = "An indicator with a name so long that nobody reads it to the end ".repeat(4);
    long.rungs[1].name = "x".repeat(300);
    long.rungs[1].total = "1".repeat(120);
    long.parts[2] = "y".repeat(300);
    vec![
        long,
        rungs(&[]),
        rungs(&[(&[], None)]),
        rungs(&[(&[0.0, 0.0, 0.0], Some(0.0))]),
        rungs(&[(&[-5.0, 3.0, 2.0], Some(-9.0)), (&[1e9], None)]),
        rungs(&[(&[f64::NAN, f64::INFINITY, f64::MAX], Some(f64::NAN))]),
        rungs(&[([1.0, 2.0, 3.0].as_slice(), None); 40]),
    ]
}

/// Risks of which three are made smaller.
pub(super) fn heat() -> HeatMap {
    HeatMap {
        frame: Frame::new("chart", "Risks", ""),
        squares: vec![
            HeatSquare { likelihood: 4, consequence: 5, count: 3 },
            HeatSquare { likelihood: 2, consequence: 2, count: 1 },
        ],
        moves: vec![HeatMove { from: (4, 5), to: (2, 3), count: 3 }, HeatMove { from: (2, 2), to: (2, 2), count: 1 }],
        ..HeatMap::default()
    }
}

/// Heat maps of every awkward shape.
pub(super) fn heat_maps() -> Vec<HeatMap> {
    let mut full = heat();
    full.squares =
        (0..25).map(|at| HeatSquare { likelihood: at / 5 + 1, consequence: at % 5 + 1, count: 12_345 }).collect();
    full.moves = (0..25).map(|at| HeatMove { from: (5, 5), to: (at / 5 + 1, at % 5 + 1), count: at.into() }).collect();
    let mut beyond = heat();
    beyond.squares.push(HeatSquare { likelihood: 200, consequence: 0, count: 4 });
    beyond.moves.push(HeatMove { from: (0, 9), to: (1, 1), count: 4 });
    vec![heat(), full, beyond, HeatMap::default()]
}

/// Fails when words of a drawing do not keep apart, or a number is not finite.
pub(super) fn assert_well_drawn(scene: &Scene) {
    assert_words_keep_apart(scene);
    assert_finite(scene);
}

/// Fails when two texts of a drawing share space, or one runs over its edge.
pub(super) fn assert_words_keep_apart(scene: &Scene) {
    let texts = scene.texts();
    for text in &texts {
        let bounds = text.bounds();
        let inside = bounds.x >= -0.5 && bounds.x + bounds.width <= scene.width + 0.5;
        assert!(inside && bounds.y >= 0.0, "{:?} at {bounds:?}", text.lines);
        assert!(bounds.y + bounds.height <= scene.height, "{:?} at {bounds:?}", text.lines);
    }
    for (index, one) in texts.iter().enumerate() {
        for other in texts.iter().skip(index + 1) {
            assert!(
                !one.bounds().overlaps(&other.bounds()),
                "{}: {:?} at {:?} and {:?} at {:?}",
                scene.title,
                one.lines,
                one.bounds(),
                other.lines,
                other.bounds(),
            );
        }
    }
}

/// Fails when a place or a size on a drawing is not a finite number.
pub(super) fn assert_finite(scene: &Scene) {
    fn check(marks: &[Mark]) {
        for mark in marks {
            match mark {
                Mark::Group(group) => check(&group.marks),
                Mark::Rect(rect) => {
                    let b = rect.bounds;
                    assert!([b.x, b.y, b.width, b.height].iter().all(|n| n.is_finite()), "{b:?}");
                }
                Mark::Path(path) => {
                    for step in &path.steps {
                        let finite = match step {
                            Step::Move(x, y) | Step::Line(x, y) => x.is_finite() && y.is_finite(),
                            Step::Curve(points) => points.iter().all(|(x, y)| x.is_finite() && y.is_finite()),
                            Step::Close => true,
                        };
                        assert!(finite, "{path:?}");
                    }
                }
                Mark::Text(text) => assert!(text.x.is_finite() && text.y.is_finite(), "{text:?}"),
            }
        }
    }
    assert!(scene.height.is_finite());
    check(&scene.marks);
}
