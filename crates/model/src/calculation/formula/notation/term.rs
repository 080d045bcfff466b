//! How columns and terms are written.

/// Writes a column of a table: `column!(ProviderBeds, plan)`.
///
/// ```
/// use one_plan_model::calculation::column;
/// assert_eq!(column!(ProviderBeds, plan).definition().unwrap().name, "plan");
/// ```
///
/// A column that the table does not have does not compile: "no variant or associated item named `planned` found for
/// enum `ProviderBeds`".
///
/// ```compile_fail,E0599
/// use one_plan_model::calculation::column;
/// assert_eq!(column!(ProviderBeds, planned).definition().unwrap().name, "plan");
/// ```
#[macro_export]
#[doc(hidden)]
macro_rules! column {
    ($row:ident, $column:ident) => {
        $crate::calculation::ColumnOf { table: $crate::plan::Table::$row, position: $crate::plan::$row::$column as u8 }
    };
}

/// Writes a term: `term!(ProviderBeds, (plan - now) / now)`.
///
/// A word is a column; `(contract.Contract.base)` is the column `base` of the row of `Contract` to which the column
/// `contract` refers; `[KIND]` is the figure of a kind about the same; `{…}` is a term written out; parentheses
/// group. `*` and `/` bind more tightly than `+` and `-`, and what binds alike is taken from the left, as arithmetic
/// has it. `a or b` takes the first that is filled, and `stated else computed` what the plan states, or else what
/// follows from other cells: both bind least, and are not mixed without parentheses.
///
/// ```
/// use one_plan_model::calculation::term;
/// term!(ProviderBeds, plan - now);
/// term!(Allocation, distance else (actual - target));
/// term!(ContractPart, share * (contract.Contract.base));
/// ```
///
/// What is no number is not calculated with: "the column `provider` of `ProviderBeds` holds no number".
///
/// ```compile_fail,E0080
/// use one_plan_model::calculation::term;
/// term!(ProviderBeds, plan - provider);
/// ```
///
/// A column of another table is not found: "no variant or associated item named `target` found for enum
/// `ProviderBeds`".
///
/// ```compile_fail,E0599
/// use one_plan_model::calculation::term;
/// term!(ProviderBeds, plan - target);
/// ```
///
/// Nor is one in the row that a column refers to.
///
/// ```compile_fail,E0599
/// use one_plan_model::calculation::term;
/// term!(ContractPart, share * (contract.Contract.role));
/// ```
///
/// `or` and `else` stand in one term only where parentheses say what belongs together, in either order.
///
/// ```
/// use one_plan_model::calculation::term;
/// term!(Allocation, distance else (target or actual));
/// term!(Allocation, (distance else actual) or target);
/// ```
/// ```compile_fail
/// use one_plan_model::calculation::term;
/// term!(Allocation, distance else target or actual);
/// ```
/// ```compile_fail
/// use one_plan_model::calculation::term;
/// term!(Allocation, distance or actual else target);
/// ```
#[macro_export]
#[doc(hidden)]
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
    (@group $row:ident ($column:ident . $target:ident . $inner:ident)) => {
        $crate::calculation::Term::Through(
            $crate::calculation::column!($row, $column),
            $crate::calculation::term!(@number $target, $inner),
        )
    };
    (@group $row:ident ($($inner:tt)+)) => { $crate::calculation::term!($row, $($inner)+) };
    (@group $row:ident [$kind:path]) => { $crate::calculation::Term::Figure(&$kind) };
    (@group $row:ident {$term:expr}) => { $term };
    (@group $row:ident $column:ident) => {
        $crate::calculation::Term::Cell($crate::calculation::term!(@number $row, $column))
    };

    // A column that is calculated with.
    (@number $row:ident, $column:ident) => {{
        const COLUMN: $crate::calculation::ColumnOf = $crate::calculation::column!($row, $column);
        const _: () = assert!(
            COLUMN.holds_numbers(),
            concat!("the column `", stringify!($column), "` of `", stringify!($row), "` holds no number")
        );
        COLUMN
    }};

    ($row:ident, $($term:tt)+) => { $crate::calculation::term!(@first $row [] [] $($term)+) };
}

pub use {column, term};
