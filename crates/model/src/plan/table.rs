use super::{Cell, Column, Id};
use std::sync::Arc;

/// A row of any table: its cells by position.
pub trait Row {
    /// The cell in a column, by the position of the column.
    fn cell(&self, column: usize) -> Option<&dyn Cell>;

    /// The cell in a column, to be filled.
    fn cell_mut(&mut self, column: usize) -> Option<&mut dyn Cell>;
}

/// A row type: what the columns of a table are, and what they hold before they are filled.
///
/// Implemented by the macro `table!`, from one definition for each table.
pub trait RowType: Row + Sized {
    /// The columns, in the order in which they are written.
    const COLUMNS: &'static [Column];

    /// A row with nothing in it yet.
    fn blank() -> Self;
}

/// The rows of one table. Two plans that have the same rows share them, so that a plan is copied
/// in no time; a change copies only the table that is changed.
#[derive(Debug)]
pub struct Rows<T>(Arc<Vec<T>>);

impl<T> Clone for Rows<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self(Arc::new(Vec::new()))
    }
}

impl<T> From<Vec<T>> for Rows<T> {
    fn from(rows: Vec<T>) -> Self {
        Self(Arc::new(rows))
    }
}

impl<T> Rows<T> {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The row that a reference names.
    #[inline(always)]
    pub fn get(&self, id: Id<T>) -> Option<&T> {
        self.0.get(id.position())
    }

    /// The row that a reference names, to be changed.
    pub fn get_mut(&mut self, id: Id<T>) -> Option<&mut T>
    where
        T: Clone,
    {
        Arc::make_mut(&mut self.0).get_mut(id.position())
    }

    /// Every row with its reference, in the order of the file.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Id<T>, &T)> + ExactSizeIterator + Clone {
        // A file cannot hold 2^32 rows: its size is limited on reading.
        self.0.iter().enumerate().map(|(index, row)| (Id::at(u32::try_from(index).unwrap_or(u32::MAX)), row))
    }

    /// The first row.
    pub fn first(&self) -> Option<&T> {
        self.0.first()
    }
}

impl<T: RowType> Rows<T> {
    /// Adds a row with nothing in it, to be filled; `None` for rows that are shared with another plan.
    pub(crate) fn add_blank(&mut self) -> Option<&mut T> {
        let rows = Arc::get_mut(&mut self.0)?;
        rows.push(T::blank());
        rows.last_mut()
    }
}

/// Defines the row type of a table. One definition per table drives reading, writing, the
/// schema, the template, the documentation and the editing grid.
///
/// `named Programme` says that other tables may refer to the row: it then has the columns `id`
/// and `name` in addition to those listed. Every table gets a column `source`.
macro_rules! table {
    (
        $(#[doc = $about:literal])*
        named $row:ident { $($(#[doc = $help:literal])* $field:ident: $type:ty,)* }
    ) => {
        table! { @row $row [$($about)*] {
            /// The name by which other tables refer to this row.
            id: crate::plan::Identifier,
            /// What people call it.
            name: String,
            $($(#[doc = $help])* $field: $type,)*
        } }
        impl crate::plan::NamedRow for $row {
            const TABLE: crate::plan::Table = crate::plan::Table::$row;
        }
    };
    (
        $(#[doc = $about:literal])*
        plain $row:ident { $($(#[doc = $help:literal])* $field:ident: $type:ty,)* }
    ) => {
        table! { @row $row [$($about)*] { $($(#[doc = $help])* $field: $type,)* } }
    };
    (
        @row $row:ident [$($about:literal)*]
        { $($(#[doc = $help:literal])* $field:ident: $type:ty,)* }
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $row {
            $($(#[doc = $help])* pub $field: $type,)*
            /// Where the row, or each of its cells, is printed in the document of the plan.
            pub source: Option<crate::plan::SourceLines>,
        }

        impl $row {
            /// What one row of the table is.
            pub const ABOUT: &'static str = if cfg!(feature = "help") { concat!($($about),*) } else { "" };
        }

        impl crate::plan::RowType for $row {
            const COLUMNS: &'static [crate::plan::Column] = &[
                $(crate::plan::Column::new(
                    stringify!($field),
                    <$type as crate::plan::CellType>::KIND,
                    <$type as crate::plan::CellType>::REQUIRED,
                    crate::plan::Text::new(concat!($($help),*)),
                ),)*
                crate::plan::Column::new(
                    "source",
                    crate::plan::ColumnKind::SourceLines,
                    false,
                    crate::plan::Text::new("Where the row, or each of its cells, is printed in the document of the plan."),
                ),
            ];

            fn blank() -> Self {
                Self { $($field: <$type as crate::plan::CellType>::blank(),)* source: None }
            }
        }

        impl crate::plan::Row for $row {
            fn cell(&self, column: usize) -> Option<&dyn crate::plan::Cell> {
                let mut at = 0;
                $(
                    if column == at {
                        return Some(&self.$field);
                    }
                    at += 1;
                )*
                (column == at).then_some(&self.source)
            }

            fn cell_mut(&mut self, column: usize) -> Option<&mut dyn crate::plan::Cell> {
                let mut at = 0;
                $(
                    if column == at {
                        return Some(&mut self.$field);
                    }
                    at += 1;
                )*
                (column == at).then_some(&mut self.source)
            }
        }
    };
}

/// Defines the words that a choice column accepts, each with its meaning.
macro_rules! choice {
    ($(#[doc = $about:literal])* $name:ident { $($(#[doc = $meaning:literal])* $variant:ident = $word:literal,)* }) => {
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[doc = $meaning])* $variant,)* }

        impl $name {
            /// Every choice, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The words of a plan file and what they mean, in the same order.
            pub const CHOICES: &'static [crate::plan::Choice] =
                &[$(crate::plan::Choice::new($word, concat!($($meaning),*))),*];

            /// The word in a plan file.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl crate::plan::CellType for $name {
            const KIND: crate::plan::ColumnKind = crate::plan::ColumnKind::Choice(Self::CHOICES);
            fn blank() -> Self {
                let [first, ..] = [$(Self::$variant),*];
                first
            }
            fn from_content(content: crate::plan::Content<'_>) -> Option<Self> {
                match content {
                    crate::plan::Content::Choice(position) => Self::ALL.get(position as usize).copied(),
                    _ => None,
                }
            }
            fn content(&self) -> crate::plan::Content<'_> {
                crate::plan::Content::Choice(*self as u32)
            }
        }
    };
}

pub(super) use choice;
pub(super) use table;
