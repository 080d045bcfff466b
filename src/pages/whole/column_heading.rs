use crate::components::{capitalised, choice_words};
use one_plan_model::plan::{Column, ColumnKind};

/// What a column is called above its cells and beside a field.
pub(super) fn column_heading(column: &Column) -> String {
    match column.kind {
        ColumnKind::SourceLines => "Source".to_owned(),
        _ => capitalised(&choice_words(column.name)),
    }
}
