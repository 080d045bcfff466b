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

    /// Whether a straight line goes through it; one along its edge does not.
    ///
    /// ```
    /// use one_plan_page::chart::bounds::Bounds;
    ///
    /// let room = Bounds::new(0.0, 0.0, 10.0, 10.0);
    /// assert!(room.is_crossed((-5.0, 5.0), (15.0, 5.0)));
    /// assert!(room.is_crossed((2.0, 2.0), (3.0, 3.0)), "it may also end in it");
    /// assert!(!room.is_crossed((-5.0, 5.0), (5.0, 15.0)));
    /// assert!(!room.is_crossed((0.0, 10.0), (10.0, 10.0)));
    /// ```
    pub fn is_crossed(&self, from: (f64, f64), to: (f64, f64)) -> bool {
        // The part of the line that lies between the two edges of each direction, from 0 at its begin to 1 at its end.
        let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
        for (from, to, low, high) in
            [(from.0, to.0, self.x, self.x + self.width), (from.1, to.1, self.y, self.y + self.height)]
        {
            if from == to {
                if from <= low || from >= high {
                    return false;
                }
                continue;
            }
            let (one, other) = ((low - from) / (to - from), (high - from) / (to - from));
            enters = enters.max(one.min(other));
            leaves = leaves.min(one.max(other));
        }
        enters < leaves
    }
}
