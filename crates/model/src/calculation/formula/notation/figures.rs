//! How formulas, and the figures of a file with them, are written.

/// Writes a formula.
///
/// * Over the rows of a table, for what each row says in its columns:
///   `formula!(CHANGE: ProviderBeds [provider] = plan - now)`. `*` is the row itself,
///   `(provider.Organisation.parent)` a column of the row that a column refers to,
///   `{SavingPart::Commissioner}` always that word. Conditions stand in `if`: `if (side is AccountSide::Income)`,
///   `(x is not …)`, `(x given)`, `(x empty)`; several stand one after the other and must all hold.
/// * Over the figures of a kind, keeping parts of their index by position: `formula!(RATE: from TOTAL [0] = [A] / [B])`
///   or, added up, `formula!(TOTAL: sum of CHANGE [])`.
///
/// ```
/// use one_plan_model::calculation::{FigureKind, formula};
/// use one_plan_model::plan::AccountSide;
/// static INCOME: FigureKind = FigureKind::money("income", "Income", &[]);
/// formula!(INCOME: AccountLine [] if (side is AccountSide::Income) = plan);
/// ```
///
/// A word that never stands in the column does not compile: "the column `side` of `AccountLine` never holds
/// FundingKind::Innovation".
///
/// ```compile_fail,E0080
/// use one_plan_model::calculation::{FigureKind, formula};
/// use one_plan_model::plan::FundingKind;
/// static INCOME: FigureKind = FigureKind::money("income", "Income", &[]);
/// formula!(INCOME: AccountLine [] if (side is FundingKind::Innovation) = plan);
/// ```
///
/// Nor does a word in a column that holds no words.
///
/// ```compile_fail,E0080
/// use one_plan_model::calculation::{FigureKind, formula};
/// use one_plan_model::plan::AccountSide;
/// static INCOME: FigureKind = FigureKind::money("income", "Income", &[]);
/// formula!(INCOME: AccountLine [] if (plan is AccountSide::Income) = plan);
/// ```
#[macro_export]
#[doc(hidden)]
macro_rules! formula {
    ($kind:ident: sum of $source:path [$($keep:literal),*]) => {
        $crate::calculation::formula!($kind: from $source [$($keep),*] = {$crate::calculation::Term::Each})
    };
    ($kind:ident: from $source:path [$($keep:literal),*] = $($term:tt)+) => {
        $crate::calculation::Formula {
            kind: &$kind,
            source: $crate::calculation::Source::Figures(&$source, &[$($keep),*]),
            when: &[],
            is: $crate::calculation::term!(PlanDetails, $($term)+),
        }
    };
    ($kind:ident: $row:ident [$($key:tt),*] $(if $(($($when:tt)+))+)? = $($term:tt)+) => {
        $crate::calculation::Formula {
            kind: &$kind,
            source: $crate::calculation::Source::Rows(
                $crate::plan::Table::$row,
                &[$($crate::calculation::formula!(@key $row, $key)),*],
            ),
            when: &[$($($crate::calculation::formula!(@when $row, $($when)+)),+)?],
            is: $crate::calculation::term!($row, $($term)+),
        }
    };
    (@key $row:ident, *) => { $crate::calculation::Key::Row };
    (@key $row:ident, {$choice:ident :: $word:ident}) => { $crate::calculation::word!($choice::$word) };
    (@key $row:ident, ($column:ident . $target:ident . $inner:ident)) => {
        $crate::calculation::Key::Through($crate::calculation::column!($row, $column), $crate::calculation::column!($target, $inner))
    };
    (@key $row:ident, $column:ident) => { $crate::calculation::Key::Column($crate::calculation::column!($row, $column)) };
    (@when $row:ident, $column:ident given) => { $crate::calculation::When::IsFilled($crate::calculation::column!($row, $column)) };
    (@when $row:ident, $column:ident empty) => { $crate::calculation::When::IsEmpty($crate::calculation::column!($row, $column)) };
    (@when $row:ident, $column:ident . $target:ident . $inner:ident is $word:expr) => {
        $crate::calculation::When::ThroughIs(
            $crate::calculation::column!($row, $column),
            $crate::calculation::column!($target, $inner),
            $crate::calculation::formula!(@word $target, $inner, $word),
        )
    };
    (@when $row:ident, $column:ident is not $word:expr) => {
        $crate::calculation::When::IsNot(
            $crate::calculation::column!($row, $column),
            $crate::calculation::formula!(@word $row, $column, $word),
        )
    };
    (@when $row:ident, $column:ident is $word:expr) => {
        $crate::calculation::When::Is(
            $crate::calculation::column!($row, $column),
            $crate::calculation::formula!(@word $row, $column, $word),
        )
    };
    (@word $row:ident, $column:ident, $word:expr) => {{
        const _: () = assert!(
            $crate::calculation::column!($row, $column).holds_word(&$word),
            concat!("the column `", stringify!($column), "` of `", stringify!($row), "` never holds ", stringify!($word))
        );
        $word as u32
    }};
}

/// Writes the word of a choice that a figure is always about: `word!(SavingPart::Commissioner)`.
#[macro_export]
#[doc(hidden)]
macro_rules! word {
    ($choice:ident :: $word:ident) => {
        $crate::calculation::Key::Word($crate::plan::$choice::CHOICES, $crate::plan::$choice::$word as u32)
    };
}

/// Defines the figures of a rule file: for each its name, unit, identifier, label, what it is
/// about, by which rule, formula and source it comes about, and, in braces, its
/// [formula](Formula) where it is data and not code.
///
/// ```text
/// figures! {
///     /// The change in the beds of a provider.
///     CHANGE: count("capacity.beds.change.{}", "{}: change in beds", [ORGANISATION])
///         by("CR35", "beds planned − beds now", "Arden, l. 1500-1507")
///         { ProviderBeds [provider] = plan - now }
/// }
/// ```
macro_rules! figures {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident: $unit:ident($id:literal, $label:literal, [$($dimension:expr),*])
            by($rule:literal, $words:literal, $source:expr)
            $({$($formula:tt)+})?
    )*) => {
        $(
            $(#[doc = $doc])*
            pub static $name: $crate::calculation::FigureKind =
                $crate::calculation::FigureKind::$unit($id, $label, &[$($dimension),*]).by($rule, $words, $source);
        )*

        /// The figure kinds of this file.
        pub static KINDS: &[&$crate::calculation::FigureKind] = &[$(&$name),*];

        /// Those of them that are worked out as data, in order.
        #[allow(dead_code, reason = "a file may have none")]
        pub(crate) static FORMULAS: &[$crate::calculation::Formula] =
            &[$($($crate::calculation::formula!($name: $($formula)+),)?)*];

        // A file that holds no figure to a limit has no `TESTS`; one of its own takes the place of this empty one.
        #[allow(unused_imports)]
        use $crate::calculation::no_tests::*;
        // So it is with what a file reports.
        #[allow(unused_imports)]
        pub(crate) use $crate::calculation::no_findings::*;

        static RULE_FILE: $crate::calculation::RuleFile =
            $crate::calculation::RuleFile { path: file!(), kinds: KINDS, formulas: FORMULAS, tests: TESTS };

        /// What this file says as data.
        pub fn files() -> Vec<&'static $crate::calculation::RuleFile> {
            vec![&RULE_FILE]
        }
    };
}

pub(crate) use figures;
pub use {formula, word};
