//! Words on a drawing keep out of each other's way.

use super::bounds::Bounds;
use super::text::Text;

/// Lets words onto the drawing only where no other words are.
#[derive(Clone, Debug, Default)]
pub struct Placer {
    taken: Vec<Bounds>,
}

impl Placer {
    /// The text if there is room for it; its place is then taken.
    ///
    /// ```
    /// use one_plan_page::chart::{placer::Placer, text::Text};
    ///
    /// let mut placer = Placer::default();
    /// assert!(placer.place(Text::new("label", 0.0, 20.0, "13.10")).is_some());
    /// assert!(placer.place(Text::new("label", 5.0, 24.0, "11.42")).is_none());
    /// ```
    pub fn place(&mut self, text: Text) -> Option<Text> {
        let bounds = text.bounds();
        if self.taken.iter().any(|other| other.overlaps(&bounds)) {
            return None;
        }
        self.taken.push(bounds);
        Some(text)
    }
}
