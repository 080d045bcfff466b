use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// A reference to a row: the position of the row in its table.
pub struct Id<T> {
    index: u32,
    table: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The reference to the row at a position.
    #[inline(always)]
    pub const fn at(index: u32) -> Self {
        Self { index, table: PhantomData }
    }

    /// The position of the row, counted from zero.
    #[inline(always)]
    pub const fn index(self) -> u32 {
        self.index
    }

    /// The position, for looking into a list.
    #[inline(always)]
    pub const fn position(self) -> usize {
        self.index as usize
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}
impl<T> Eq for Id<T> {}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "row {}", u64::from(self.index) + 1)
    }
}
