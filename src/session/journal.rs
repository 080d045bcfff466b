//! Everything that was done to a plan since it was read, in its order, as texts that are kept outside the module: done once
//! more, it leads to the same plan with the same history.

use super::change::Change;
use super::headlines::Effect;
use super::history::History;
use super::make::make;
use one_plan_model::plan::{Edit, NewRow, Plan, Table};
use one_plan_model::quantity::Decimal;
use serde_json::{Value, json};
use std::rc::Rc;

/// One thing that was done.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A change was made, at this time.
    Change(Change, Rc<str>),
    /// The last change was taken back.
    Undo,
    /// It was made again.
    Redo,
    /// One change among others was taken back, at this time.
    TakeBack(u32, Rc<str>),
    /// A change got a reason.
    Reason(u32, Rc<str>),
    /// What a change did to the headline figures; it is not computed again for each.
    Effects(u32, Rc<[Effect]>),
    /// The file was saved: the number of the last step that is in it, 0 where it is as it was read. Entries of earlier
    /// versions do not say it.
    Saved(Option<u32>),
    /// The plan was made of other files: of which, and what was said of them.
    Loaded(Rc<str>, Rc<str>),
    /// The plan was sealed: what came of its seal when it was opened.
    Sealed(Rc<str>),
}

/// What a journal leads to.
pub struct Replayed {
    /// The plan.
    pub plan: Plan,
    /// How it came to it.
    pub history: History,
    /// What stood when the file was saved last.
    pub saved: Option<u32>,
    /// Of which files it was made, and what was said of them.
    pub loaded: Option<(Rc<str>, Rc<str>)>,
    /// What came of its seal, where it was sealed.
    pub sealed: Option<Rc<str>>,
}

/// Does everything of a journal once more. Nothing is computed.
pub fn replay(plan: Plan, journal: &[Entry]) -> Replayed {
    let mut now = Replayed { plan, history: History::default(), saved: None, loaded: None, sealed: None };
    for entry in journal {
        now.history = match entry {
            Entry::Change(change, time) => now.make(change, time),
            Entry::TakeBack(number, time) => match now.history.taking_back(*number) {
                Ok(change) => now.make(&change, time),
                Err(_) => now.history,
            },
            Entry::Undo => match now.history.to_undo().cloned() {
                Some(step) => {
                    now.plan.apply(&step.undo);
                    now.history.undone()
                }
                None => now.history,
            },
            Entry::Redo => match now.history.to_redo().cloned() {
                Some(step) => {
                    now.plan.apply(&step.edits);
                    now.history.redone()
                }
                None => now.history,
            },
            Entry::Reason(number, reason) => now.history.because(*number, reason),
            Entry::Effects(number, effects) => now.history.with_effects(*number, Rc::clone(effects)),
            Entry::Loaded(files, report) => {
                now.loaded = Some((Rc::clone(files), Rc::clone(report)));
                now.history
            }
            Entry::Sealed(report) => {
                now.sealed = Some(Rc::clone(report));
                now.history
            }
            Entry::Saved(step) => {
                now.saved = step.map_or_else(|| now.history.mark(), |step| Some(step).filter(|step| *step > 0));
                now.history
            }
        };
    }
    now
}

impl Replayed {
    fn make(&mut self, change: &Change, time: &str) -> History {
        let made = make(&self.plan, self.history.next_number(), change, time);
        let history = std::mem::take(&mut self.history);
        match made.done {
            Some((plan, step)) => {
                self.plan = plan;
                history.with(step)
            }
            None => history,
        }
    }
}

impl Entry {
    /// The file was saved, with what stood at a mark of the history.
    pub fn saved(mark: Option<u32>) -> Self {
        Self::Saved(Some(mark.unwrap_or_default()))
    }

    /// As a text of one line.
    pub fn to_text(&self) -> String {
        let entry = match self {
            Self::Change(change, time) => json!({
                "change": &*change.name, "why": &*change.reason, "typed": change.is_typed, "time": &**time,
                "edits": change.edits.iter().map(edit_value).collect::<Vec<_>>(),
            }),
            Self::Undo => json!({ "undo": 1 }),
            Self::Redo => json!({ "redo": 1 }),
            Self::TakeBack(number, time) => json!({ "back": number, "time": &**time }),
            Self::Reason(number, reason) => json!({ "reason": number, "why": &**reason }),
            Self::Effects(number, effects) => {
                let amount = |amount: Option<Decimal>| amount.map(|amount| amount.to_string());
                let effect = |effect: &Effect| json!([effect.figure, amount(effect.before), amount(effect.after)]);
                json!({ "effects": number, "figures": effects.iter().map(effect).collect::<Vec<_>>() })
            }
            Self::Saved(None) => json!({ "saved": 1 }),
            Self::Saved(Some(step)) => json!({ "saved": 1, "step": step }),
            Self::Sealed(report) => json!({ "sealed": &**report }),
            Self::Loaded(files, report) => json!({ "loaded": &**files, "report": &**report }),
        };
        entry.to_string()
    }

    /// Reads such a text; nothing where it is another one.
    pub fn read(text: &str) -> Option<Self> {
        let entry: Value = serde_json::from_str(text).ok()?;
        let words = |name: &str| Some(Rc::<str>::from(entry.get(name)?.as_str()?));
        let number = |name: &str| u32::try_from(entry.get(name)?.as_u64()?).ok();
        if let Some(name) = words("change") {
            let edits: Option<Vec<Edit>> = entry.get("edits")?.as_array()?.iter().map(edit_of).collect();
            let is_typed = entry.get("typed")?.as_bool()?;
            return Some(Self::Change(Change { name, edits: edits?, reason: words("why")?, is_typed }, words("time")?));
        }
        if let Some(files) = words("loaded") {
            return Some(Self::Loaded(files, words("report")?));
        }
        if let Some(report) = words("sealed") {
            return Some(Self::Sealed(report));
        }
        if let Some(of) = number("back") {
            return Some(Self::TakeBack(of, words("time")?));
        }
        if let Some(of) = number("reason") {
            return Some(Self::Reason(of, words("why")?));
        }
        if let Some(of) = number("effects") {
            let effects: Option<Vec<Effect>> = entry.get("figures")?.as_array()?.iter().map(effect_of).collect();
            return Some(Self::Effects(of, effects?.into()));
        }
        let kinds = [("undo", Self::Undo), ("redo", Self::Redo), ("saved", Self::Saved(number("step")))];
        kinds.into_iter().find_map(|(name, kind)| entry.get(name).map(|_| kind))
    }
}

fn effect_of(value: &Value) -> Option<Effect> {
    let amount = |value: &Value| value.as_str().and_then(|text| Decimal::from_str_exact(text).ok());
    match value.as_array()?.as_slice() {
        [figure, before, after] => {
            Some(Effect { figure: figure.as_str()?.to_owned(), before: amount(before), after: amount(after) })
        }
        _ => None,
    }
}

/// Tables and columns by name, so that another version of this page understands them.
fn edit_value(edit: &Edit) -> Value {
    let name = |table: &Table, column: u8| table.columns().get(usize::from(column)).map_or("", |column| column.name);
    match edit {
        Edit::SetCell { table, row, column, text } => json!({ "set": [table.name(), row, name(table, *column), text] }),
        Edit::InsertRows { table, rows } => {
            let cells = |row: &NewRow| -> Vec<Value> {
                row.cells.iter().map(|(column, text)| json!([name(table, *column), text])).collect()
            };
            let rows: Vec<Value> = rows.iter().map(|row| json!([row.at, cells(row)])).collect();
            json!({ "insert": [table.name(), rows] })
        }
        Edit::RemoveRows { table, rows } => json!({ "remove": [table.name(), rows] }),
    }
}

fn edit_of(value: &Value) -> Option<Edit> {
    let position = |value: &Value| u32::try_from(value.as_u64()?).ok();
    let table = |value: &Value| {
        let name = value.as_str()?;
        Table::ALL.iter().find(|table| table.name() == name).copied()
    };
    let column = |table: Table, name: &Value| u8::try_from(table.column(name.as_str()?)?).ok();
    if let Some([of, row, name, text]) = value.get("set").and_then(Value::as_array).map(Vec::as_slice) {
        let of = table(of)?;
        let text = text.as_str().map(Box::from);
        return Some(Edit::SetCell { table: of, row: position(row)?, column: column(of, name)?, text });
    }
    if let Some([of, rows]) = value.get("insert").and_then(Value::as_array).map(Vec::as_slice) {
        let of = table(of)?;
        let row = |row: &Value| {
            let [at, cells] = row.as_array()?.as_slice() else { return None };
            let cell = |cell: &Value| match cell.as_array()?.as_slice() {
                [name, text] => Some((column(of, name)?, Box::from(text.as_str()?))),
                _ => None,
            };
            let cells: Option<Vec<_>> = cells.as_array()?.iter().map(cell).collect();
            Some(NewRow { at: position(at)?, cells: cells? })
        };
        let rows: Option<Vec<NewRow>> = rows.as_array()?.iter().map(row).collect();
        return Some(Edit::InsertRows { table: of, rows: rows? });
    }
    let [of, rows] = value.get("remove")?.as_array()?.as_slice() else { return None };
    let rows: Option<Vec<u32>> = rows.as_array()?.iter().map(position).collect();
    Some(Edit::RemoveRows { table: table(of)?, rows: rows? })
}

#[cfg(test)]
mod tests;
