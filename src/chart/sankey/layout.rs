//! Where everything on a Sankey goes.

use super::super::label;
use super::super::placer::Placer;
use super::super::scene::{Anchor, Bounds, Mark, Path, Pattern, Rect, Scene, Step, Text};
use super::super::series;
use super::diagram::{Flow, Node, NodeKind, Sankey, SankeyError};

const NODE_WIDTH: f64 = 14.0;
/// A node is never lower than this.
const LOWEST_NODE: f64 = 4.0;
const GAP: f64 = 14.0;
const SMALL: f64 = 12.0;

/// A node with its place.
struct Placed {
    index: usize,
    thickness: f64,
    label: Text,
    slot: f64,
    /// Top of the ribbons.
    top: f64,
}

impl Placed {
    fn height(&self) -> f64 {
        self.thickness.max(LOWEST_NODE)
    }

    fn rect(&self, x: f64) -> Bounds {
        let middle = self.top + self.thickness / 2.0;
        Bounds::new(x, middle - self.height() / 2.0, NODE_WIDTH, self.height())
    }
}

impl Sankey {
    /// The drawing.
    ///
    /// # Errors
    /// When the flows are not all in the unit of the drawing, or name a node that is not there.
    pub fn scene(&self) -> Result<Scene, SankeyError> {
        self.check()?;
        Ok(self.lay_out())
    }

    fn lay_out(&self) -> Scene {
        let drawn: Vec<&Flow> = self.flows.iter().filter(|f| f.value.size() != 0.0).collect();
        let total: f64 = drawn.iter().map(|flow| size(flow)).sum();
        if drawn.is_empty() {
            return Scene::nothing_to_show(&self.id, &self.title, self.width);
        }
        let per_unit = self.flow_height / total;
        let mut left = self.side(&self.left, &drawn, per_unit, |flow| flow.from, Anchor::End);
        let mut right = self.side(&self.right, &drawn, per_unit, |flow| flow.to, Anchor::Start);
        self.order_right(&mut right, &drawn);

        let top = 44.0;
        let height = column_height(&left).max(column_height(&right));
        stack(&mut left, top, height);
        stack(&mut right, top, height);

        let label_room = self.label_room();
        let left_x = label_room + 8.0;
        let right_x = self.width - label_room - 8.0 - NODE_WIDTH;
        let mut words = Placer::default();
        let mut node_marks: Vec<Mark> = Vec::new();
        // Over its nodes where there is room, else from the edge of the drawing.
        let heading = |text: &str, over: (f64, Anchor), edge: (f64, Anchor)| {
            let narrow = label::width(text, Text::SIZE, false) > label_room + NODE_WIDTH;
            let (x, anchor) = if narrow { edge } else { over };
            Text::new("axis", x, 14.0, text).anchored(anchor).wrapped(self.width / 2.0 - 8.0, 2)
        };
        let (start, end) = (Anchor::Start, Anchor::End);
        for text in [
            heading(&self.left_heading, (left_x + NODE_WIDTH, end), (0.0, start)),
            heading(&self.right_heading, (right_x, start), (self.width, end)),
        ] {
            node_marks.extend(words.place(text).map(Mark::from));
        }
        for (nodes, placed, x, label_x) in
            [(&self.left, &left, left_x, label_room), (&self.right, &right, right_x, self.width - label_room)]
        {
            for one in placed {
                let Some(node) = nodes.get(one.index) else {
                    continue;
                };
                let colour = if x == left_x { series::class(one.index) } else { "arrival".to_owned() };
                let pattern = match node.kind {
                    NodeKind::Unaccounted => Some(Pattern::Lines),
                    _ => None,
                };
                node_marks.push(
                    Rect::new(format!("node {colour}{}", node.kind.class()), one.rect(x))
                        .titled(format!("{}: {} {}", node.name, node.total, self.unit))
                        .patterned(pattern)
                        .into(),
                );
                node_marks.extend(node_words(node, one, label_x, &mut words));
            }
        }

        let mut marks = self.ribbons(&drawn, &left, &right, [left_x + NODE_WIDTH, right_x], per_unit, &mut words);
        marks.extend(node_marks);
        Scene {
            id: self.id.clone(),
            title: self.title.clone(),
            description: self.description.clone(),
            width: self.width,
            height: top + height + 8.0,
            marks,
        }
    }

    fn label_room(&self) -> f64 {
        (self.width * 0.25).clamp(84.0, 220.0)
    }

    fn side(
        &self,
        nodes: &[Node],
        drawn: &[&Flow],
        per_unit: f64,
        end: fn(&Flow) -> usize,
        anchor: Anchor,
    ) -> Vec<Placed> {
        let mut sizes = vec![0.0; nodes.len()];
        for flow in drawn {
            if let Some(sum) = sizes.get_mut(end(flow)) {
                *sum += size(flow);
            }
        }
        let with_flows = nodes.iter().zip(sizes).enumerate();
        with_flows
            .filter(|(_, (_, size))| *size > 0.0)
            .map(|(index, (node, size))| {
                let label =
                    Text::new("label", 0.0, 0.0, &node.name).anchored(anchor).wrapped(self.label_room() - 4.0, 3);
                let lines = label.lines.len() + usize::from(!node.total.is_empty());
                let thickness = size * per_unit;
                Placed {
                    index,
                    thickness,
                    slot: thickness.max(LOWEST_NODE).max(lines as f64 * label.line_height()),
                    label,
                    top: 0.0,
                }
            })
            .collect()
    }

    /// Right nodes in the order of where they come from, so that few ribbons cross; what is avoided
    /// and what is unaccounted for stands last.
    fn order_right(&self, right: &mut [Placed], drawn: &[&Flow]) {
        let kind = |node: &Placed| match self.right.get(node.index).map(|node| node.kind) {
            Some(NodeKind::Unaccounted) => 2,
            Some(NodeKind::Avoided) => 1,
            _ => 0,
        };
        let origin = |node: &Placed| {
            let arriving = drawn.iter().filter(|flow| flow.to == node.index);
            let (weighted, sum) = arriving
                .fold((0.0, 0.0), |(weighted, sum), flow| (weighted + size(flow) * flow.from as f64, sum + size(flow)));
            weighted / sum
        };
        right.sort_by(|one, other| {
            kind(one).cmp(&kind(other)).then(origin(one).total_cmp(&origin(other))).then(one.index.cmp(&other.index))
        });
    }

    fn ribbons(
        &self,
        drawn: &[&Flow],
        left: &[Placed],
        right: &[Placed],
        [from_x, to_x]: [f64; 2],
        per_unit: f64,
        words: &mut Placer,
    ) -> Vec<Mark> {
        // A ribbon leaves in the order of its goals and arrives in the order of its origins.
        let leaving = ribbon_tops(left, right, drawn, |flow| flow.from, |flow| flow.to, per_unit);
        let arriving = ribbon_tops(right, left, drawn, |flow| flow.to, |flow| flow.from, per_unit);
        let mut marks = Vec::new();
        let mut texts = Vec::new();
        for ((flow, from_y), to_y) in drawn.iter().zip(&leaving).zip(&arriving) {
            let (Some(origin), Some(goal)) = (self.left.get(flow.from), self.right.get(flow.to)) else {
                continue;
            };
            let thickness = size(flow) * per_unit;
            let negative = if flow.value.size() < 0.0 { " negative" } else { "" };
            marks.push(Mark::Path(Path {
                class: format!("ribbon {}{}{negative}", series::class(flow.from), goal.kind.class()),
                steps: ribbon((from_x, *from_y), (to_x, *to_y), thickness),
                title: Some(format!("{} to {}: {} {}", origin.name, goal.name, flow.value.label, flow.unit)),
            }));
            let siblings = drawn.iter().filter(|other| other.from == flow.from).count();
            let room = (to_x - from_x) * 0.4;
            let wide = label::width(&flow.value.label, SMALL, false) <= room;
            if siblings > 1 && thickness >= 15.0 && wide {
                let y = from_y + thickness / 2.0 + 4.0;
                let text = Text::new("on-ribbon", from_x + 8.0, y, &flow.value.label).sized(SMALL);
                texts.extend(words.place(text).map(Mark::from));
            }
        }
        marks.extend(texts);
        marks
    }
}

fn size(flow: &Flow) -> f64 {
    flow.value.size().abs()
}

fn column_height(nodes: &[Placed]) -> f64 {
    let slots: f64 = nodes.iter().map(|node| node.slot).sum();
    slots + GAP * nodes.len().saturating_sub(1) as f64
}

/// Gives each node its place, the shorter column spread over the height of the longer one.
fn stack(nodes: &mut [Placed], top: f64, height: f64) {
    let spare = height - column_height(nodes);
    let extra = spare / (nodes.len() + 1) as f64;
    let mut y = top + extra;
    for node in nodes {
        node.top = y + (node.slot - node.thickness) / 2.0;
        y += node.slot + GAP + extra;
    }
}

/// The top of each drawn flow at one side, in the order of `drawn`.
fn ribbon_tops(
    here: &[Placed],
    there: &[Placed],
    drawn: &[&Flow],
    end: fn(&Flow) -> usize,
    other_end: fn(&Flow) -> usize,
    per_unit: f64,
) -> Vec<f64> {
    let mut tops = vec![0.0; drawn.len()];
    let rank = |index: usize| there.iter().position(|node| node.index == index);
    for node in here {
        let mut of_node: Vec<(usize, &Flow)> = drawn
            .iter()
            .enumerate()
            .filter(|(_, flow)| end(flow) == node.index)
            .map(|(position, flow)| (position, *flow))
            .collect();
        of_node.sort_by(|(position, flow), (other, other_flow)| {
            rank(other_end(flow)).cmp(&rank(other_end(other_flow))).then(position.cmp(other))
        });
        let mut y = node.top;
        for (position, flow) in of_node {
            if let Some(top) = tops.get_mut(position) {
                *top = y;
            }
            y += size(flow) * per_unit;
        }
    }
    tops
}

/// The outline of a ribbon: along the top to the right, down, and back along the bottom.
fn ribbon(from: (f64, f64), to: (f64, f64), thickness: f64) -> Vec<Step> {
    let middle = (from.0 + to.0) / 2.0;
    let (from_low, to_low) = (from.1 + thickness, to.1 + thickness);
    vec![
        Step::Move(from.0, from.1),
        Step::Curve([(middle, from.1), (middle, to.1), to]),
        Step::Line(to.0, to_low),
        Step::Curve([(middle, to_low), (middle, from_low), (from.0, from_low)]),
        Step::Close,
    ]
}

fn node_words(node: &Node, placed: &Placed, x: f64, words: &mut Placer) -> Vec<Mark> {
    let mut name = placed.label.clone();
    let line = name.line_height();
    let lines = name.lines.len() + usize::from(!node.total.is_empty());
    let middle = placed.top + placed.thickness / 2.0;
    let first = middle - line * lines as f64 / 2.0 + name.size * 0.9;
    name.x = x;
    name.y = first;
    name.class = format!("label{}", node.kind.class());
    let mut total =
        Text::new("total", x, first + line * name.lines.len() as f64, &node.total).anchored(name.anchor).bold();
    total.class = format!("total{}", node.kind.class());
    let texts = [Some(name), (!node.total.is_empty()).then_some(total)];
    let placed = texts.into_iter().flatten().filter_map(|text| words.place(text));
    placed.map(Mark::from).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture;
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
            let scene = chart.scene().expect("one unit");
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
        let scene = fixture::surrey_shifts().scene().expect("one unit");
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
                let scene = chart.scene().expect("one unit");
                fixture::assert_words_keep_apart(&scene);
                fixture::assert_finite(&scene);
                let totals = scene.texts().iter().filter(|t| t.class.starts_with("total")).count();
                assert_eq!(totals, scene.rects("node").len());
            }
        }
    }

    #[test]
    fn units_are_never_mixed() {
        let mut chart = fixture::surrey_shifts();
        chart.flows[0].unit = "attendances".to_owned();
        let error = chart.scene().expect_err("two units");
        assert!(error.to_string().contains("attendances"), "{error}");
    }

    #[test]
    fn a_flow_to_nowhere_is_an_error() {
        let mut chart = fixture::surrey_shifts();
        chart.flows[1].to = 99;
        assert_eq!(chart.scene(), Err(SankeyError::UnknownNode { flow: 1 }));
    }

    #[test]
    fn special_nodes_stand_last_and_carry_their_class() {
        let scene = fixture::surrey_shifts().scene().expect("one unit");
        let nodes = scene.rects("arrival");
        let last: Vec<_> = nodes.iter().rev().take(2).map(|node| node.class.as_str()).collect();
        assert_eq!(last, ["node arrival unaccounted", "node arrival avoided"]);
        assert!(!scene.paths("unaccounted").is_empty());
    }

    #[test]
    fn small_nodes_stay_visible() {
        let chart = fixture::flows(&[(0, 0, 1e9), (1, 1, 1.0)]);
        let scene = chart.scene().expect("one unit");
        for node in scene.rects("node") {
            assert!(node.bounds.height >= LOWEST_NODE);
        }
    }

    #[test]
    fn nothing_to_draw_says_so() {
        for chart in [fixture::flows(&[]), fixture::flows(&[(0, 0, 0.0), (0, 1, f64::NAN)])] {
            let scene = chart.scene().expect("one unit");
            assert_eq!(scene.texts()[0].lines, ["Nothing to show"]);
        }
    }

    #[test]
    fn the_table_holds_every_flow_and_every_total() {
        let chart = fixture::surrey_shifts();
        let table = chart.table();
        assert_eq!(table.rows.len(), chart.flows.len() + chart.left.len() + chart.right.len());
        let scene = chart.scene().expect("one unit");
        let numbers =
            scene.texts().into_iter().filter(|text| text.class.starts_with("total") || text.class == "on-ribbon");
        for number in numbers {
            let text = number.lines.join(" ");
            assert!(table.rows.iter().any(|row| row.cells[2] == text), "{text}");
        }
    }
}
