use one_plan_model::plan::{Column, ColumnKind, Table};

/// What stands in the example row of a column; nothing where the example leaves it empty.
///
/// The example of every table names rows of the examples of other tables, so that all of them together are a plan.
pub fn example(table: Table, column: &Column) -> Option<String> {
    let name = column.name;
    Some(match column.kind {
        ColumnKind::Identifier => "example".to_owned(),
        // A row that is part of itself would be a circle.
        ColumnKind::Reference(to) if to == table && !column.required => return None,
        ColumnKind::Reference(_) => "example".to_owned(),
        ColumnKind::Text if name == "name" || name == "title" => "Example".to_owned(),
        ColumnKind::Text if column.required => "Example text".to_owned(),
        // What only some plans need is left empty: the example stays easy to take in.
        ColumnKind::Text | ColumnKind::FigureIdentifier if !column.required => return None,
        ColumnKind::Text => "Example text".to_owned(),
        ColumnKind::FigureIdentifier => "savings.total".to_owned(),
        ColumnKind::MoneyUnit => "£000".to_owned(),
        ColumnKind::Money => "250".to_owned(),
        ColumnKind::Count => "1,200".to_owned(),
        ColumnKind::Number | ColumnKind::Measured => "1".to_owned(),
        ColumnKind::Rate => "2.5%".to_owned(),
        ColumnKind::Year if name.contains("base") => "2025/26".to_owned(),
        ColumnKind::Year if name.contains("last") || name == "to" => "2028/29".to_owned(),
        ColumnKind::Year => "2026/27".to_owned(),
        ColumnKind::Month => "2026-04".to_owned(),
        ColumnKind::Date => "2026-04-01".to_owned(),
        ColumnKind::DueDate => "2026-09".to_owned(),
        ColumnKind::Choice(choices) => choices.first()?.word.to_owned(),
        ColumnKind::Flag => "yes".to_owned(),
        ColumnKind::SourceLines => "12".to_owned(),
    })
}
