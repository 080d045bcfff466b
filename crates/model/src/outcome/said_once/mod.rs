//! One fault said once: findings that one cell or one column explains become one or name it, and what follows from
//! another finding comes behind it.

pub(super) mod consequences;
pub(super) mod fold;
pub(super) mod same_amount;
pub(super) mod where_to_look;
pub(super) mod whole_columns;
