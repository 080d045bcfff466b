/// How two cells of one row must stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellOrder {
    /// The first is at most the other.
    AtMost,
    /// The first is less than the other.
    Below,
}

/// Two columns of a table whose cells must stand to each other in an order, such as the low end of a range and the high
/// one. Nothing is asked of a row in which one of the two is empty.
#[derive(Clone, Copy, Debug)]
pub struct CellRelation {
    /// The position of the first column.
    pub first: u8,
    /// How the first stands to the other.
    pub order: CellOrder,
    /// The position of the other column.
    pub other: u8,
}
