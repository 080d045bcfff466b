/// Defines a table. One definition per table drives reading, writing, the
/// schema, the template, the documentation and the editing grid.
///
/// `named Programme` says that other tables may refer to the row: it then has the columns `id`
/// and `name` in addition to those listed. Every table gets a column `source`.
///
/// `key [organisation, year]` says what identifies a row: a second row about the same is an error. `with [low <= high]`
/// says how cells of one row stand to each other (`<=` or `<`). `share: Rate where Share` says which numbers may stand
/// in a column: one of the ranges of [`Range`](crate::plan::Range). `share: Option<Rate> => "what is paid" if points` says
/// what cannot be computed where the cell is empty, and which other cell must be filled for a person to expect it.
///
/// `plain Scheme as ["qipp schemes"]` and `gross: Amount as ["gross saving"]` say what else people call a table or a
/// column in workbooks of their own, in small letters with single blanks.
macro_rules! table {
    (
        $(#[doc = $about:literal])*
        named $row:ident $(as [$($called:literal),* $(,)?])? $(key [$($key:ident),*])? $(with [$($first:ident $order:tt $other:ident),*])?
        { $($(#[doc = $help:literal])* $field:ident: $type:ty $(where $range:ident)? $(as [$($other_name:literal),* $(,)?])? $(=> $rests:literal $(if $given:ident)?)?,)* }
    ) => {
        table! { @row $row [$($($called,)*)?] [$($about)*] [$($($key)*)?] [$($($first $order $other,)*)?] {
            /// The name by which other tables refer to this row.
            id: crate::plan::Identifier as ["ref", "reference", "code", "unique ref", "unique reference", "identifier"],
            /// What people call it.
            name: String,
            $($(#[doc = $help])* $field: $type $(where $range)? $(as [$($other_name),*])? $(=> $rests $(if $given)?)?,)*
        } }
        impl crate::plan::NamedRow for $row {}
    };
    (
        $(#[doc = $about:literal])*
        plain $row:ident $(as [$($called:literal),* $(,)?])? $(key [$($key:ident),*])? $(with [$($first:ident $order:tt $other:ident),*])?
        { $($(#[doc = $help:literal])* $field:ident: $type:ty $(where $range:ident)? $(as [$($other_name:literal),* $(,)?])? $(=> $rests:literal $(if $given:ident)?)?,)* }
    ) => {
        table! { @row $row [$($($called,)*)?] [$($about)*] [$($($key)*)?] [$($($first $order $other,)*)?] {
            $($(#[doc = $help])* $field: $type $(where $range)? $(as [$($other_name),*])? $(=> $rests $(if $given)?)?,)*
        } }
    };
    (@order <=) => { crate::plan::CellOrder::AtMost };
    (@order <) => { crate::plan::CellOrder::Below };
    (@range) => { crate::plan::Range::Any };
    (@range $range:ident) => { crate::plan::Range::$range };
    (
        @row $row:ident [$($called:literal,)*] [$($about:literal)*] [$($key:ident)*] [$($first:ident $order:tt $other:ident,)*]
        { $($(#[doc = $help:literal])* $field:ident: $type:ty $(where $range:ident)? $(as [$($other_name:literal),* $(,)?])? $(=> $rests:literal $(if $given:ident)?)?,)* }
    ) => {
        $(#[doc = $about])*
        #[allow(non_camel_case_types, reason = "a column is written as in the plan file")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $row {
            $($(#[doc = $help])* $field,)*
            /// Where the row, or each of its cells, is printed in the document of the plan.
            source,
        }

        impl $row {
            /// What one row of the table is.
            pub const ABOUT: &'static str = if cfg!(feature = "help") { concat!($($about),*) } else { "" };
        }

        impl<'a> crate::plan::Row<'a, $row> {
            $(
                $(#[doc = $help])*
                #[inline]
                pub fn $field(self) -> <$type as crate::plan::CellType>::Value<'a> {
                    self.cell::<$type>($row::$field as u8)
                }
            )*

            /// Where the row, or each of its cells, is printed in the document of the plan.
            pub fn source(self) -> Option<&'a str> {
                self.cell::<Option<crate::plan::SourceLines>>($row::source as u8)
            }
        }

        impl crate::plan::RowType for $row {
            const TABLE: crate::plan::Table = crate::plan::Table::$row;
            const COLUMNS: &'static [crate::plan::Column] = &[
                $(crate::plan::Column::new(
                    stringify!($field),
                    <$type as crate::plan::CellType>::KIND,
                    <$type as crate::plan::CellType>::REQUIRED,
                    crate::plan::Text::new(concat!($($help),*)),
                ).within(table! { @range $($range)? }).also_called(&[$($($other_name),*)?])
                $(.with_resting($rests, &[$($row::$given as u8)?]))?,)*
                crate::plan::Column::new(
                    "source",
                    crate::plan::ColumnKind::SourceLines,
                    false,
                    crate::plan::Text::new("Where the row, or each of its cells, is printed in the document of the plan."),
                ),
            ];

            const OTHER_NAMES: crate::plan::OtherNames = crate::plan::OtherNames::new(&[$($called),*]);
            const KEY: &'static [u8] = &[$($row::$key as u8),*];
            const RELATIONS: &'static [crate::plan::CellRelation] = &[
                $(crate::plan::CellRelation {
                    first: $row::$first as u8,
                    order: table! { @order $order },
                    other: $row::$other as u8,
                },)*
            ];

            fn position(self) -> u8 {
                self as u8
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
            type Value<'a> = Self;
            #[inline]
            fn read(cell: crate::plan::CellPosition<'_>) -> Option<Self> {
                cell.code().and_then(|code| Self::ALL.get(code as usize).copied())
            }
            fn missing(_: crate::plan::CellPosition<'_>) -> Self {
                let [first, ..] = [$(Self::$variant),*];
                first
            }
        }
    };
}

pub(in crate::plan) use choice;
pub(in crate::plan) use table;
