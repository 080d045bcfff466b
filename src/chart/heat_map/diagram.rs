//! The squares of a heat map, and the table that says the same as its drawing.

use super::super::frame::{Frame, chart};
use super::super::table::{Column, Row, Table};

/// What to draw. The scale of both sides is 1 to 5.
///
/// ```
/// use one_plan_page::chart::{Chart, Frame, HeatMap, HeatMove, HeatSquare};
///
/// let chart = HeatMap {
///     frame: Frame::new("chart", "Risks", ""),
///     squares: vec![HeatSquare { likelihood: 4, consequence: 5, count: 2 }],
///     moves: vec![HeatMove { from: (4, 5), to: (2, 3), count: 2 }],
///     ..HeatMap::default()
/// };
/// assert_eq!(chart.scene().rects("square").len(), 25);
/// assert_eq!(chart.table().rows.len(), 2);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct HeatMap {
    /// What it is called, and how wide it is.
    pub frame: Frame,
    /// How many risks lie in which square.
    pub squares: Vec<HeatSquare>,
    /// Where they go by what is done about them.
    pub moves: Vec<HeatMove>,
    /// From which score on a square is amber, and from which it is red.
    pub amber_and_red_from: [u8; 2],
}

impl Default for HeatMap {
    fn default() -> Self {
        Self {
            frame: Frame::new("heat-map", "", ""),
            squares: Vec::new(),
            moves: Vec::new(),
            amber_and_red_from: [8, 15],
        }
    }
}

/// How many risks lie in a square.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeatSquare {
    /// How likely they are.
    pub likelihood: u8,
    /// How bad they would be.
    pub consequence: u8,
    /// How many there are.
    pub count: usize,
}

/// How many risks go from one square to another; each square as likelihood and consequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeatMove {
    /// Where they lie.
    pub from: (u8, u8),
    /// Where they lie after what is done about them.
    pub to: (u8, u8),
    /// How many there are.
    pub count: usize,
}

chart!(HeatMap);

impl HeatMap {
    /// How many risks lie in a square.
    pub(super) fn count(&self, likelihood: u8, consequence: u8) -> usize {
        let of = self.squares.iter().filter(|one| (one.likelihood, one.consequence) == (likelihood, consequence));
        of.map(|one| one.count).sum()
    }

    /// The table that says the same as the drawing: the squares with risks, then the moves.
    pub(super) fn in_table(&self) -> Table {
        let square = |(likelihood, consequence): (u8, u8)| [likelihood.to_string(), consequence.to_string()];
        let mut rows: Vec<Row> = Vec::new();
        for one in self.squares.iter().filter(|one| one.count > 0) {
            let mut cells = vec!["Before".to_owned()];
            cells.extend(square((one.likelihood, one.consequence)));
            cells.extend([String::new(), String::new(), one.count.to_string()]);
            rows.push(Row { cells, total: false });
        }
        for one in &self.moves {
            let mut cells = vec!["After what is done".to_owned()];
            cells.extend(square(one.from));
            cells.extend(square(one.to));
            cells.push(one.count.to_string());
            rows.push(Row { cells, total: false });
        }
        Table {
            caption: self.frame.title.clone(),
            columns: vec![
                Column::words("When"),
                Column::numbers("Likelihood"),
                Column::numbers("Consequence"),
                Column::numbers("Likelihood after"),
                Column::numbers("Consequence after"),
                Column::numbers("Risks"),
            ],
            rows,
        }
    }
}
