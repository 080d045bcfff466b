//! Figures that the plan names by their id, such as what `stated` prints: a row that gets another id takes the ids of the
//! figures about it along.

use crate::calculation::FigureKey;
use crate::outcome::resolve;
use crate::plan::{ColumnKind, Edit, Plan, Table};

/// The edits with which cells that name figures keep naming the same ones when these edits are made: to be made after
/// them. There are some only where a row gets another id. Where rows come or go at the same time nothing is followed.
///
/// ```
/// use one_plan_model::example;
/// use one_plan_model::outcome::edits_of_figure_ids;
/// use one_plan_model::plan::{Edit, RowType, SchemeList, Table};
/// let mut plan = example::plan(r#"
///     "scheme_lists": [{"id": "a", "name": "A", "year": "2011/12"}],
///     "stated": [{"figure": "schemes.list.a.gross", "value": "300", "unit": "£000"}]
/// "#);
/// let column = SchemeList::id.position();
/// let mut edits = vec![Edit::SetCell { table: Table::SchemeList, row: 0, column, text: Some("b".into()) }];
/// edits.extend(edits_of_figure_ids(&plan, &edits));
/// plan.apply(&edits);
/// assert_eq!(plan.written_cell(Table::StatedFigure, 0, "figure").as_deref(), Some("schemes.list.b.gross"));
/// ```
pub fn edits_of_figure_ids(plan: &Plan, edits: &[Edit]) -> Vec<Edit> {
    let names_a_row = |edit: &Edit| match edit {
        Edit::SetCell { table, column, .. } => {
            let column = table.columns().get(usize::from(*column));
            column.is_some_and(|column| matches!(column.kind, ColumnKind::Identifier))
        }
        _ => false,
    };
    let stay = edits.iter().all(|edit| matches!(edit, Edit::SetCell { .. }));
    if !stay || !edits.iter().any(names_a_row) {
        return Vec::new();
    }
    let named = named_figures(plan);
    let mut after = plan.clone();
    after.apply(edits);
    let follow = named.into_iter().filter_map(|(table, row, column, key)| {
        let name = table.columns().get(usize::from(column))?.name;
        let said = plan.written_cell(table, row, name)?;
        // What was changed on purpose stays as it was changed.
        let says = after.written_cell(table, row, name).filter(|says| *says == said)?;
        let id = key.id(&after);
        (id != says).then(|| Edit::SetCell { table, row, column, text: Some(id.into()) })
    });
    follow.collect()
}

/// The cells that name figures, each with the figure.
fn named_figures(plan: &Plan) -> Vec<(Table, u32, u8, FigureKey)> {
    let mut named = Vec::new();
    for table in Table::ALL {
        for (column, at) in table.columns().iter().zip(0_u8..) {
            if !matches!(column.kind, ColumnKind::FigureIdentifier) {
                continue;
            }
            let store = plan.store(*table);
            let cells = store.column(at.into());
            let rows = (0..store.rows()).filter_map(|row| Some((row, resolve(plan, cells.text(row)?)?)));
            named.extend(rows.map(|(row, key)| (*table, row, at, key)));
        }
    }
    named
}
