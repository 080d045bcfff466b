//! Where rows and figures stand after a step: rows that come or go above them move them.

use one_plan_model::calculation::{Dimension, FigureKey};
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{Edit, Plan, Table};
use std::rc::Rc;

/// Which rows a step moved: what takes it back says exactly which rows came and which went.
#[derive(Clone, Default)]
pub struct Moves {
    undo: Rc<[Edit]>,
    /// Whether the step is taken back, and not made.
    is_back: bool,
}

impl Moves {
    /// When a step is made that this takes back.
    pub fn by(undo: &Rc<[Edit]>) -> Self {
        Self { undo: Rc::clone(undo), is_back: false }
    }

    /// When it is taken back.
    pub fn back(undo: &Rc<[Edit]>) -> Self {
        Self { undo: Rc::clone(undo), is_back: true }
    }

    /// The same the other way round.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self { undo: Rc::clone(&self.undo), is_back: !self.is_back }
    }

    /// Where a row stands afterwards. One that went is where another with its identifier came, if one did.
    pub fn row(&self, table: Table, row: u32, from: &Plan, to: &Plan) -> Option<u32> {
        let moved = if self.is_back {
            self.undo.iter().try_fold(row, |row, edit| after(edit, table, row))
        } else {
            self.undo.iter().rev().try_fold(row, |row, edit| before(edit, table, row))
        };
        let again = || to.find(table, from.identifier(table, row)?);
        moved.filter(|row| *row < to.store(table).rows()).or_else(again)
    }

    /// The same figure afterwards, if it is still about something.
    pub fn figure(&self, key: FigureKey, from: &Plan, to: &Plan) -> Option<FigureKey> {
        let mut moved = key;
        for (at, dimension) in key.kind.dimensions.iter().enumerate() {
            if let Dimension::Row(table) = dimension {
                moved.index.set(at, self.row(*table, key.index.get(at), from, to)?);
            }
        }
        Some(moved)
    }

    /// Those of some figures that there still are afterwards.
    pub fn figures(&self, keys: &[FigureKey], from: &Plan, (to, outcome): (&Plan, &Outcome)) -> Vec<FigureKey> {
        let moved = keys.iter().filter_map(|key| self.figure(*key, from, to));
        moved.filter(|key| outcome.value(*key).is_some()).collect()
    }
}

/// Where a row of a table stands after an edit; nowhere where the edit takes it out.
pub(super) fn after(edit: &Edit, of: Table, row: u32) -> Option<u32> {
    match edit {
        Edit::InsertRows { table, rows } if *table == of => Some(behind(rows.iter().map(|new| new.at), row)),
        Edit::RemoveRows { table, rows } if *table == of => without(rows.iter().copied(), row),
        _ => Some(row),
    }
}

/// Where it stands after what such an edit takes back.
fn before(edit: &Edit, of: Table, row: u32) -> Option<u32> {
    match edit {
        Edit::InsertRows { table, rows } if *table == of => without(rows.iter().map(|new| new.at), row),
        Edit::RemoveRows { table, rows } if *table == of => Some(behind(rows.iter().copied(), row)),
        _ => Some(row),
    }
}

/// Behind rows that came to these places, the first first.
fn behind(places: impl Iterator<Item = u32>, row: u32) -> u32 {
    places.fold(row, |row, place| if place <= row { row.saturating_add(1) } else { row })
}

/// Without the rows that went from these places.
fn without(places: impl Iterator<Item = u32>, row: u32) -> Option<u32> {
    let mut fewer = 0;
    for place in places {
        match place.cmp(&row) {
            std::cmp::Ordering::Less => fewer += 1,
            std::cmp::Ordering::Equal => return None,
            std::cmp::Ordering::Greater => {}
        }
    }
    Some(row.saturating_sub(fewer))
}

#[cfg(test)]
mod tests {
    use crate::session::{Change, Session};
    use one_plan_model::example;
    use one_plan_model::outcome::compute;
    use one_plan_model::plan::{Edit, NewRow, Table};

    const LISTS: &str =
        r#""programmes": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}]"#;

    fn new(at: u32, id: &str) -> NewRow {
        NewRow { at, cells: vec![(0, id.into()), (1, id.into())] }
    }

    /// Where the three programmes stand after some edits, and where those that stand then were before.
    fn moved(edits: Vec<Edit>) -> (Vec<Option<u32>>, Vec<Option<u32>>) {
        let plan = example::plan(LISTS);
        let before = Session::open(plan.clone(), compute(&plan), "plan.json");
        let after = before.changed(&Change::new("Rows", edits), "").session.expect("it is made");
        let rows = |from: &Session, to: &Session| {
            let moves = to.moves_from(from);
            let all = 0..from.plan().programmes.len() as u32;
            all.map(|row| moves.row(Table::Programme, row, from.plan(), to.plan())).collect::<Vec<_>>()
        };
        let undone = after.undone().expect("it is taken back");
        let there = rows(&before, &after);
        assert_eq!(rows(&undone, &undone.redone().expect("it is made again")), there);
        (there, rows(&after, &undone))
    }

    #[test]
    fn rows_that_come_and_go_move_those_below_them() {
        let gone = Edit::RemoveRows { table: Table::Programme, rows: vec![1] };
        assert_eq!(moved(vec![gone]), (vec![Some(0), None, Some(1)], vec![Some(0), Some(2)]));
        let come = Edit::InsertRows { table: Table::Programme, rows: vec![new(0, "x"), new(2, "y")] };
        let there = vec![Some(1), Some(3), Some(4)];
        assert_eq!(moved(vec![come]), (there, vec![None, Some(0), None, Some(1), Some(2)]));
    }

    #[test]
    fn a_row_that_is_put_in_anew_is_found_by_its_identifier() {
        let gone = Edit::RemoveRows { table: Table::Programme, rows: vec![0] };
        let again = Edit::InsertRows { table: Table::Programme, rows: vec![new(2, "a")] };
        assert_eq!(moved(vec![gone, again]).0, [Some(2), Some(0), Some(1)]);
    }
}
