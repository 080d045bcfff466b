//! What every chart has, and what every chart can do.

use super::scene::{Mark, Scene};
use super::table::Table;

/// What a chart is called, and how wide it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Unique on the page.
    pub id: String,
    /// What the chart shows.
    pub title: String,
    /// What a person sees in it, in a sentence or two.
    pub description: String,
    /// Natural width of the drawing.
    pub width: f64,
}

impl Frame {
    /// The natural width of a drawing on a wide screen.
    pub const WIDE: f64 = 880.0;
    /// The natural width of a drawing on a narrow screen.
    pub const NARROW: f64 = 340.0;

    /// A chart as wide as a wide screen takes.
    pub fn new(id: impl Into<String>, title: impl Into<String>, description: impl Into<String>) -> Self {
        Self { id: id.into(), title: title.into(), description: description.into(), width: Self::WIDE }
    }

    /// How the name of a row is drawn: where it stands above its bar, lines go through its place.
    pub(super) fn name_class(&self) -> &'static str {
        if self.is_narrow() { "beside" } else { "label" }
    }

    /// Whether a name has no room beside what it names, and stands above it.
    pub(super) fn is_narrow(&self) -> bool {
        self.width < 560.0
    }
}

impl Default for Frame {
    fn default() -> Self {
        Self::new("chart", "", "")
    }
}

/// What is drawn of a chart, and how high it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Natural height.
    pub height: f64,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
}

/// A chart: a picture, and the table that says the same.
pub trait Chart: Clone {
    /// What it is called, and how wide it is.
    fn frame(&self) -> &Frame;

    /// The same, to be changed.
    fn frame_mut(&mut self) -> &mut Frame;

    /// Lays it out; nothing where there is nothing to draw.
    fn draw(&self) -> Option<Drawing>;

    /// The table that says the same as the drawing.
    fn table(&self) -> Table;

    /// The drawing with its title and description; one that has nothing to draw says so.
    fn scene(&self) -> Scene {
        let Frame { id, title, description, width } = self.frame();
        let Some(Drawing { height, marks }) = self.draw() else { return Scene::nothing_to_show(id, title, *width) };
        let [id, title, description] = [id, title, description].map(String::clone);
        Scene { id, title, description, width: *width, height, marks }
    }

    /// The same chart for a narrow screen, with an id of its own.
    #[must_use]
    fn narrow(&self) -> Self {
        let mut narrow = self.clone();
        let frame = narrow.frame_mut();
        frame.id.push_str("-narrow");
        frame.width = Frame::NARROW;
        narrow
    }
}

/// Gives a chart its frame, its layout and its table by their names.
macro_rules! chart {
    ($chart:ty) => {
        impl $crate::chart::Chart for $chart {
            fn frame(&self) -> &$crate::chart::Frame {
                &self.frame
            }

            fn frame_mut(&mut self) -> &mut $crate::chart::Frame {
                &mut self.frame
            }

            fn draw(&self) -> Option<$crate::chart::Drawing> {
                self.lay_out()
            }

            fn table(&self) -> $crate::chart::Table {
                self.in_table()
            }
        }
    };
}
pub(super) use chart;
