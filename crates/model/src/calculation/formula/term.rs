//! The notation in which formulas are written.

/// Writes the position of a column: `column!(ProviderBeds, plan)`. A column that the table does not have does not
/// compile, and the compiler names the table and the column that is nearest.
macro_rules! column {
    ($row:ident, $column:ident) => {
        $crate::plan::$row::$column as u8
    };
}

/// Writes a term: `term!(ProviderBeds, (plan - now) / now)`.
///
/// A word is a column; `[KIND]` is the figure of a kind about the same; `{…}` is a term written out; parentheses
/// group. `*` and `/` bind more tightly than `+` and `-`, and what binds alike is taken from the left, as arithmetic
/// has it. `a or b` takes the first that is filled, and `stated else computed` what the plan states, or else what
/// follows from other cells: both bind least, and are not mixed without parentheses.
macro_rules! term {
    // What is filled first, or what is stated.
    (@first $row:ident [] [$($last:tt)+]) => { $crate::calculation::term!(@sum $row () [] $($last)+) };
    (@first $row:ident [$($done:tt)+] [$($last:tt)+]) => {
        $crate::calculation::Term::FirstFilled(&[
            $($crate::calculation::term!(@group $row $done),)+
            $crate::calculation::term!(@sum $row () [] $($last)+)
        ])
    };
    (@first $row:ident [$($done:tt)*] [$($current:tt)+] or $($rest:tt)+) => {
        $crate::calculation::term!(@first $row [$($done)* ($($current)+)] [] $($rest)+)
    };
    (@first $row:ident [] [$($current:tt)+] else $($rest:tt)+) => {
        $crate::calculation::Term::StatedOrComputed(&[
            $crate::calculation::term!(@sum $row () [] $($current)+),
            $crate::calculation::term!(@sum $row () [] $($rest)+)
        ])
    };
    (@first $row:ident [$($done:tt)+] [$($current:tt)+] else $($rest:tt)+) => {
        compile_error!("write parentheses where `or` and `else` stand in one term")
    };
    (@first $row:ident [$($done:tt)*] [$($current:tt)*] $next:tt $($rest:tt)*) => {
        $crate::calculation::term!(@first $row [$($done)*] [$($current)* $next] $($rest)*)
    };

    // Sums and differences, from the left: what was read so far stands in the first parentheses.
    (@sum $row:ident () [$($last:tt)+]) => { $crate::calculation::term!(@product $row () [] $($last)+) };
    (@sum $row:ident ($left:expr, $operation:ident) [$($last:tt)+]) => {
        $crate::calculation::Term::$operation(&[$left, $crate::calculation::term!(@product $row () [] $($last)+)])
    };
    (@sum $row:ident ($($left:tt)*) [$($current:tt)+] + $($rest:tt)+) => {
        $crate::calculation::term!(
            @sum $row ($crate::calculation::term!(@sum $row ($($left)*) [$($current)+]), Add) [] $($rest)+
        )
    };
    (@sum $row:ident ($($left:tt)*) [$($current:tt)+] - $($rest:tt)+) => {
        $crate::calculation::term!(
            @sum $row ($crate::calculation::term!(@sum $row ($($left)*) [$($current)+]), Subtract) [] $($rest)+
        )
    };
    (@sum $row:ident ($($left:tt)*) [$($current:tt)*] or $($rest:tt)*) => {
        compile_error!("write parentheses around `or` on the right of `else`")
    };
    (@sum $row:ident ($($left:tt)*) [$($current:tt)*] $next:tt $($rest:tt)*) => {
        $crate::calculation::term!(@sum $row ($($left)*) [$($current)* $next] $($rest)*)
    };

    // Products and quotients, from the left.
    (@product $row:ident () [$($last:tt)+]) => { $crate::calculation::term!(@group $row $($last)+) };
    (@product $row:ident ($left:expr, $operation:ident) [$($last:tt)+]) => {
        $crate::calculation::Term::$operation(&[$left, $crate::calculation::term!(@group $row $($last)+)])
    };
    (@product $row:ident ($($left:tt)*) [$($current:tt)+] * $($rest:tt)+) => {
        $crate::calculation::term!(
            @product $row ($crate::calculation::term!(@product $row ($($left)*) [$($current)+]), Multiply) [] $($rest)+
        )
    };
    (@product $row:ident ($($left:tt)*) [$($current:tt)+] / $($rest:tt)+) => {
        $crate::calculation::term!(
            @product $row ($crate::calculation::term!(@product $row ($($left)*) [$($current)+]), Divide) [] $($rest)+
        )
    };
    (@product $row:ident ($($left:tt)*) [$($current:tt)*] $next:tt $($rest:tt)*) => {
        $crate::calculation::term!(@product $row ($($left)*) [$($current)* $next] $($rest)*)
    };

    // One thing.
    (@group $row:ident ($($inner:tt)+)) => { $crate::calculation::term!($row, $($inner)+) };
    (@group $row:ident [$kind:path]) => { $crate::calculation::Term::Figure(&$kind) };
    (@group $row:ident {$term:expr}) => { $term };
    (@group $row:ident $column:ident) => {
        $crate::calculation::Term::Cell($crate::calculation::column!($row, $column))
    };

    ($row:ident, $($term:tt)+) => { $crate::calculation::term!(@first $row [] [] $($term)+) };
}

/// Writes a formula.
///
/// * Over the rows of a table, for what each row says in its columns:
///   `formula!(CHANGE: ProviderBeds [provider] = plan - now)`. `*` is the row itself,
///   `(provider.Organisation.parent)` a column of the row that a column refers to, `{n}` always the
///   subject `n`. Conditions stand in `if`: `if (side is AccountSide::Income)`, `(x is not …)`,
///   `(x given)`, `(x empty)`.
/// * Over the figures of a kind, keeping parts of their index by position: `formula!(RATE: from TOTAL [0] = [A] / [B])`
///   or, added up, `formula!(TOTAL: sum of CHANGE [])`.
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
    (@key $row:ident, {$subject:expr}) => { $crate::calculation::Key::Constant($subject) };
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
            $word as u32,
        )
    };
    (@when $row:ident, $column:ident is not $word:expr) => {
        $crate::calculation::When::IsNot($crate::calculation::column!($row, $column), $word as u32)
    };
    (@when $row:ident, $column:ident is $word:expr) => {
        $crate::calculation::When::Is($crate::calculation::column!($row, $column), $word as u32)
    };
}

/// Defines the figures of a rule file: for each its name, unit, identifier, label, what it is
/// about, by which rule, formula and source it comes about, and, in braces, its
/// [formula](Formula) where it is data and not code.
///
/// ```ignore
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
    };
}

pub(crate) use {column, figures, formula, term};
