use super::{Column, Content, Id, RowReader};
use std::sync::Arc;

/// A row type: what the columns of a table are, how a row is made of what was read, and what is in it.
///
/// Implemented by the macro `table!`, from one definition for each table.
pub trait RowType: Sized {
    /// The columns, in the order in which they are written.
    const COLUMNS: &'static [Column];

    /// The row that was read, column by column.
    fn read(cells: &mut RowReader<'_, '_>) -> Self;

    /// What is in the cell of a column, by the position of the column; nothing where there is no such column.
    fn content(&self, column: usize) -> Content<'_>;
}

/// The rows of a table of any type.
pub(super) trait AnyRows {
    /// How many rows there are.
    fn count(&self) -> usize;

    /// What is in a cell; nothing where there is no such row or column.
    fn content(&self, row: u32, column: usize) -> Content<'_>;

    /// Adds the row that is read next.
    fn read(&mut self, cells: &mut RowReader<'_, '_>);
}

/// The rows of one table. Two plans that have the same rows share them, so that a plan is copied
/// in no time; a change copies only the table that is changed.
#[derive(Debug)]
pub struct Rows<T>(Arc<Vec<T>>);

// What does not depend on the type of the row is kept in functions of its own: one is left of them in the program.
impl<T> Clone for Rows<T> {
    #[inline(never)]
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for Rows<T> {
    #[inline(never)]
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

impl<T> Rows<T> {
    /// The rows without their type.
    pub(super) fn any(&self) -> &dyn AnyRows
    where
        T: RowType,
    {
        self.0.as_ref()
    }

    /// The rows, to be added to; `None` where they are shared with another plan.
    #[inline(never)]
    pub(super) fn own(&mut self) -> Option<&mut Vec<T>> {
        Arc::get_mut(&mut self.0)
    }
}

impl<T: RowType> AnyRows for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn content(&self, row: u32, column: usize) -> Content<'_> {
        self.get(row as usize).map_or(Content::Empty, |row| row.content(column))
    }

    fn read(&mut self, cells: &mut RowReader<'_, '_>) {
        self.push(T::read(cells));
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

            fn read(cells: &mut crate::plan::RowReader<'_, '_>) -> Self {
                Self { $($field: cells.cell(),)* source: cells.cell() }
            }

            fn content(&self, column: usize) -> crate::plan::Content<'_> {
                let mut at = 0;
                $(
                    if column == at {
                        return crate::plan::content_of(&self.$field);
                    }
                    at += 1;
                )*
                if column == at { crate::plan::content_of(&self.source) } else { crate::plan::Content::Empty }
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
            pub fn word(self) -> &'static str {
                Self::CHOICES.get(self as usize).map_or("", |choice| choice.word)
            }
        }

        impl crate::plan::CellType for $name {
            const KIND: crate::plan::ColumnKind = crate::plan::ColumnKind::Choice(Self::CHOICES);
            fn from_content(content: crate::plan::Content<'_>) -> Self {
                let [first, ..] = [$(Self::$variant),*];
                Self::ALL.get(content.choice()).copied().unwrap_or(first)
            }
            fn content(&self) -> crate::plan::Content<'_> {
                crate::plan::Content::Choice(*self as u32)
            }
        }
    };
}

pub(super) use choice;
pub(super) use table;
