//! A place and a size on a drawing.

/// A place and a size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bounds {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Bounds {
    /// A place and a size; a negative size becomes none.
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width: width.max(0.0), height: height.max(0.0) }
    }

    /// Whether the two share any space; touching edges do not count.
    ///
    /// ```
    /// use one_plan_page::chart::bounds::Bounds;
    ///
    /// let one = Bounds::new(0.0, 0.0, 10.0, 10.0);
    /// assert!(one.overlaps(&Bounds::new(9.0, 9.0, 10.0, 10.0)));
    /// assert!(!one.overlaps(&Bounds::new(10.0, 0.0, 10.0, 10.0)));
    /// ```
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }
}
