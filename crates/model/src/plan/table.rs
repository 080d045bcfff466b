use super::cell::{CellProblem, RowContext};
use super::{CellInput, Column, Id, Names, SourceLines};

/// A row type: what the columns of a table are, and how a row is read and written.
///
/// Implemented by the macro `table!`, from one definition for each table.
pub trait Row: Sized {
    /// The columns, in the order in which they are written.
    const COLUMNS: &'static [Column];

    /// Understands a row. `cell` gives what stands in the column at a position; a problem is
    /// reported through `report` with that position. `None` if any cell is a problem.
    fn read<'a>(
        cell: &mut dyn FnMut(usize) -> Option<CellInput<'a>>,
        context: RowContext<'_>,
        report: &mut dyn FnMut(usize, CellProblem),
    ) -> Option<Self>;

    /// The cells that are not empty, as text that reads back as the same row.
    fn write(&self, names: &Names) -> Vec<(&'static str, String)>;

    /// The identifier, where the table has one.
    fn identifier(&self) -> Option<&str>;

    /// What people call the row, where the table says.
    fn title(&self) -> Option<&str>;

    /// Where the row is printed.
    fn source(&self) -> Option<&SourceLines>;
}

/// The rows of one table.
#[derive(Clone, Debug)]
pub struct Rows<T>(Vec<T>);

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> From<Vec<T>> for Rows<T> {
    fn from(rows: Vec<T>) -> Self {
        Self(rows)
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
    pub fn get_mut(&mut self, id: Id<T>) -> Option<&mut T> {
        self.0.get_mut(id.position())
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

    pub(crate) fn push(&mut self, row: T) {
        self.0.push(row);
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
        table! { @row $row [$($about)*] [id.as_str()] [name] {
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
        table! { @row $row [$($about)*] [] [] { $($(#[doc = $help])* $field: $type,)* } }
    };
    (
        @row $row:ident [$($about:literal)*] [$($identifier:tt)*] [$($title:tt)*]
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
            pub const ABOUT: &'static str = crate::plan::help(concat!($($about),*));
        }

        impl crate::plan::Row for $row {
            const COLUMNS: &'static [crate::plan::Column] = &[
                $(crate::plan::Column {
                    name: stringify!($field),
                    help: crate::plan::help(concat!($($help),*)),
                    kind: <$type as crate::plan::CellType>::KIND,
                    required: <$type as crate::plan::CellType>::REQUIRED,
                },)*
                crate::plan::Column {
                    name: "source",
                    help: crate::plan::help("Where the row, or each of its cells, is printed in the document of the plan."),
                    kind: crate::plan::ColumnKind::SourceLines,
                    required: false,
                },
            ];

            fn read<'a>(
                cell: &mut dyn FnMut(usize) -> Option<crate::plan::CellInput<'a>>,
                context: crate::plan::RowContext<'_>,
                report: &mut dyn FnMut(usize, crate::plan::CellProblem),
            ) -> Option<Self> {
                let mut position = 0;
                $(let $field = crate::plan::read_cell::<$type>(&mut position, cell, context, report);)*
                let source = crate::plan::read_cell(&mut position, cell, context, report);
                Some(Self { $($field: $field?,)* source: source? })
            }

            fn write(&self, names: &crate::plan::Names) -> Vec<(&'static str, String)> {
                let mut cells = Vec::new();
                $(if let Some(text) = crate::plan::CellType::write(&self.$field, names) {
                    cells.push((stringify!($field), text));
                })*
                if let Some(text) = crate::plan::CellType::write(&self.source, names) {
                    cells.push(("source", text));
                }
                cells
            }

            fn identifier(&self) -> Option<&str> {
                table!(@optional self [$($identifier)*])
            }

            fn title(&self) -> Option<&str> {
                table!(@optional self [$($title)*])
            }

            fn source(&self) -> Option<&crate::plan::SourceLines> {
                self.source.as_ref()
            }
        }
    };
    (@optional $self:ident []) => { None };
    (@optional $self:ident [$($path:tt)+]) => { Some(&$self.$($path)+) };
}

/// Reads the cell at a position and moves on; the macro `table!` calls it for each column.
pub(super) fn read_cell<'a, T: super::CellType>(
    position: &mut usize,
    cell: &mut dyn FnMut(usize) -> Option<CellInput<'a>>,
    context: RowContext<'_>,
    report: &mut dyn FnMut(usize, CellProblem),
) -> Option<T> {
    let at = *position;
    *position += 1;
    let result = match cell(at) {
        Some(input) => T::read(input, context),
        None => T::when_empty()
            .ok_or_else(|| CellProblem { what: "this cell is empty".into(), expected: T::KIND.expected() }),
    };
    result.map_err(|problem| report(at, problem)).ok()
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
                &[$(crate::plan::Choice { word: $word, meaning: crate::plan::help(concat!($($meaning),*)) }),*];

            /// The word in a plan file.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl crate::plan::CellType for $name {
            const KIND: crate::plan::ColumnKind = crate::plan::ColumnKind::Choice(Self::CHOICES);
            fn read(
                input: crate::plan::CellInput<'_>,
                context: crate::plan::RowContext<'_>,
            ) -> Result<Self, crate::plan::CellProblem> {
                let text = <String as crate::plan::CellType>::read(input, context)
                    .map_err(|problem| crate::plan::CellProblem { expected: Self::KIND.expected(), ..problem })?;
                Self::ALL.iter().copied().find(|choice| choice.word() == text).ok_or_else(|| crate::plan::CellProblem {
                    what: format!("\"{}\" is not one of the words of this column", crate::plan::shortened(&text)),
                    expected: Self::KIND.expected(),
                })
            }
            fn write(&self, _names: &crate::plan::Names) -> Option<String> {
                Some(self.word().to_owned())
            }
        }
    };
}

pub(super) use choice;
pub(super) use table;
