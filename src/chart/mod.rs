//! Charts: from numbers and their words to a drawing, on the page and in a file.
//!
//! # The way through
//!
//! ```text
//! StackedBar ─┐             ┌─ components::figure_of  → nodes of the page
//! Bridge ─────┼─▶ Scene ─▶ element
//! Sankey ─────┘             └─ svg_text                 → an SVG file
//! ```
//!
//! 1. A chart is plain data, such as [`StackedBar`] or [`Sankey`], filled with [`Value`]s. A value is a
//!    number for the geometry and the words that state it. The words come from the model, already
//!    formatted, so a chart never computes money; it only draws.
//! 2. [`Chart`] is what all of them can do: `draw()` lays a chart out, `scene()` names what is drawn, `narrow()` is the
//!    same for a narrow screen. A [`Scene`] is rectangles, paths and texts at fixed places, and
//!    knows nothing of the web: the tests look at it directly. Layouts take their places from
//!    [`scale`] and `axis`, their words from [`label`] (which words fit) and [`placer`] (which keep apart), and
//!    their colours, patterns and key letters from [`series`].
//! 3. [`element`] says the scene in SVG elements, once. The component `figure_of` turns these
//!    into nodes of the page, [`svg_text::write`] into a file that stands on its own.
//! 4. `table()` gives the same numbers as a [`Table`]. `figure_of` shows both together, so that
//!    nobody depends on seeing the picture.
//!
//! # What holds for every chart
//!
//! - No words overlap, and no colour stands alone: parts carry key letters and values, and series
//!   beyond the sixth a pattern. Words that find no room are in the table.
//! - A number that is not finite is drawn as nothing; its words still stand in the table.
//! - With nothing to draw, the scene says “Nothing to show”.
//! - Colours are decided in `styles/charts.css` and nowhere else; a file takes them from there too.
//!
//! # An example
//!
//! ```
//! use one_plan_page::chart::{Chart, Frame, Category, Series, StackedBar, Value, svg_text};
//!
//! let chart = StackedBar {
//!     frame: Frame::new("savings", "Planned savings", "Acute Care saves £13.10m in 2011/12 and £1.78m in 2012/13."),
//!     unit: "£m".into(),
//!     categories: vec![Category::new("2011/12", "13.10"), Category::new("2012/13", "1.78")],
//!     series: vec![Series::new(
//!         "Acute Care",
//!         vec![Value::new(13.1, "13.10"), Value::new(1.78, "1.78")],
//!     )],
//!     ..StackedBar::default()
//! };
//! let file = svg_text::write(&chart.scene(), &["Source: Surrey One Plan, section 3.10"]);
//! assert!(file.contains("13.10"));
//! ```

mod axis;
pub mod bounds;
mod bridge;
mod course;
mod curve;
mod digits;
pub mod element;
mod frame;
mod heat_map;
pub mod label;
mod ladder;
mod legend;
mod paint;
pub mod placer;
pub mod sankey;
pub mod scale;
pub mod scene;
pub mod series;
pub mod spots;
pub mod stacked_bar;
pub mod svg_text;
mod table;
pub mod text;
mod timeline;
mod value;

#[cfg(test)]
mod fixture;

pub use bridge::{Bridge, BridgeStep};
pub use course::{Course, CourseLine, Look, Moment};
pub use curve::{Curve, CurveLine, CurvePoint};
pub use frame::{Chart, Drawing, Frame};
pub use heat_map::{HeatMap, HeatMove, HeatSquare};
pub use ladder::{Ladder, Looks, Rung};
pub use sankey::{Flow, Node, NodeKind, Sankey, SankeyError, Stage, Stages};
pub use scene::Scene;
pub use stacked_bar::{Category, Series, StackedBar};
pub use table::{Column, Row, Table};
pub use timeline::{Due, DueState, Timeline};
pub use value::{Value, in_unit};
