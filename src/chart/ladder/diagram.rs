//! The rungs of a ladder, and the table that says the same as its drawing.

use super::super::frame::{Frame, chart};
use super::super::table::{Column, Row, Table};
use super::super::value::Value;

/// What to draw.
///
/// ```
/// use one_plan_page::chart::{Chart, Frame, Ladder, Rung, Value};
///
/// let chart = Ladder {
///     frame: Frame::new("chart", "CQUIN", ""),
///     unit: "£000".into(),
///     parts: vec!["Earned".into(), "Can still be earned".into()],
///     rungs: vec![Rung {
///         name: "Venous thromboembolism".into(),
///         parts: vec![Value::new(500.0, "500"), Value::new(240.0, "240")],
///         total: "740".into(),
///         mark: None,
///     }],
///     ..Ladder::default()
/// };
/// assert_eq!(chart.scene().rects("part").len(), 2);
/// assert_eq!(chart.table().rows[0].cells, ["Venous thromboembolism", "500", "240", "740"]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    /// What it is called, and how wide it is.
    pub frame: Frame,
    /// The unit of the values.
    pub unit: String,
    /// What a row of the table is called.
    pub rung_heading: String,
    /// What the parts are called, from the left.
    pub parts: Vec<String>,
    /// What the number beside a bar is called.
    pub together: String,
    /// What a bar is held against; empty where there is no such mark.
    pub mark: String,
    /// How the parts look.
    pub looks: Looks,
    /// The bars, from the top.
    pub rungs: Vec<Rung>,
}

/// How the parts of a ladder look, each by its colour and by its pattern.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Looks {
    /// What is reached, what can still be, and what is lost.
    #[default]
    Reached,
    /// As good as it is held against or better, and worse.
    Verdict,
    /// More than before, and less: neither is good or bad by itself.
    Change,
}

impl Default for Ladder {
    fn default() -> Self {
        Self {
            frame: Frame::new("ladder", "", ""),
            unit: String::new(),
            rung_heading: "Name".to_owned(),
            parts: Vec::new(),
            together: "Together".to_owned(),
            mark: String::new(),
            looks: Looks::default(),
            rungs: Vec::new(),
        }
    }
}

/// One bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rung {
    /// What it is called.
    pub name: String,
    /// The size of each part.
    pub parts: Vec<Value>,
    /// The whole in words.
    pub total: String,
    /// What it is held against.
    pub mark: Option<Value>,
}

chart!(Ladder);

impl Ladder {
    /// The table that says the same as the drawing.
    pub(super) fn in_table(&self) -> Table {
        let mut columns = vec![Column::words(&self.rung_heading)];
        columns.extend(self.parts.iter().map(Column::numbers));
        let has_totals = self.parts.len() > 1;
        if has_totals {
            columns.push(Column::numbers(&self.together));
        }
        if !self.mark.is_empty() {
            columns.push(Column::numbers(&self.mark));
        }
        let rows = self.rungs.iter().map(|rung| {
            let mut cells = vec![rung.name.clone()];
            cells.extend(
                (0..self.parts.len()).map(|at| rung.parts.get(at).map(|part| part.label.clone()).unwrap_or_default()),
            );
            if has_totals {
                cells.push(rung.total.clone());
            }
            if !self.mark.is_empty() {
                cells.push(rung.mark.as_ref().map(|mark| mark.label.clone()).unwrap_or_default());
            }
            Row { cells, total: false }
        });
        Table { caption: format!("{} ({})", self.frame.title, self.unit), columns, rows: rows.collect() }
    }
}
