//! What the keys do in a grid while nothing is being written.

use super::not_taken::Place;
use std::ops::RangeInclusive;

/// So many rows the keys for pages go.
const PAGE: i64 = 12;

/// What a key asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Goes to a cell; `extends` chooses all cells from where a person was.
    Go { to: Place, extends: bool },
    /// Begins to write over what stands in the cell.
    Write(String),
    /// Begins to change what stands in the cell.
    Change,
    /// Empties the chosen cells.
    Empty,
    /// Puts the first chosen row into all chosen rows.
    FillDown,
    /// Chooses every cell.
    All,
}

/// A key with what is held down beside it.
#[derive(Clone, Copy, Debug)]
pub struct Pressed<'a> {
    /// The key, as the browser names it.
    pub key: &'a str,
    /// Whether Control (on a Mac, Command) is held down.
    pub command: bool,
    /// Whether Shift is held down.
    pub shift: bool,
    /// Whether Alt is held down.
    pub alt: bool,
}

/// How large a grid is. Behind its last row there is one more place, for rows that are to come.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// How many rows are shown.
    pub rows: u32,
    /// How many columns there are.
    pub columns: usize,
}

impl Size {
    /// The cell so many rows below and columns to the right of another, or the nearest that there is.
    pub fn moved(self, (row, column): Place, down: i64, right: i64) -> Place {
        let within = |at: i64, count: i64| at.clamp(0, count.saturating_sub(1).max(0));
        let row = within(i64::from(row).saturating_add(down), i64::from(self.rows).saturating_add(1));
        let column = i64::try_from(column).unwrap_or(0).saturating_add(right);
        let column = within(column, i64::try_from(self.columns).unwrap_or(0));
        (u32::try_from(row).unwrap_or(0), usize::try_from(column).unwrap_or(0))
    }

    /// The last cell in which something stands.
    pub fn last(self) -> Place {
        (self.rows.saturating_sub(1), self.columns.saturating_sub(1))
    }
}

/// What is written after another key, where no field takes it yet; nothing where the key writes nothing.
pub fn written_on(mut text: String, key: &str) -> Option<String> {
    match key {
        "Backspace" => {
            text.pop();
        }
        letter if letter.chars().count() == 1 => text.push_str(letter),
        _ => return None,
    }
    Some(text)
}

/// What a key asks for; nothing where it belongs to the browser.
pub fn command(pressed: Pressed<'_>, at: Place, size: Size) -> Option<Command> {
    let all_rows = i64::from(size.rows);
    let all_columns = i64::try_from(size.columns).unwrap_or(0);
    let go = |down: i64, right: i64| Some(Command::Go { to: size.moved(at, down, right), extends: pressed.shift });
    match (pressed.key, pressed.command) {
        ("ArrowDown", false) => go(1, 0),
        ("ArrowUp", false) => go(-1, 0),
        ("ArrowRight", false) => go(0, 1),
        ("ArrowLeft", false) => go(0, -1),
        ("PageDown", false) => go(PAGE, 0),
        ("PageUp", false) => go(-PAGE, 0),
        ("Home", false) => go(0, -all_columns),
        ("End", false) => go(0, all_columns),
        ("Home", true) => go(-all_rows, -all_columns),
        // To what there is; new rows are one further.
        ("End", true) => Some(Command::Go { to: size.last(), extends: pressed.shift }),
        ("Enter" | "F2", false) => Some(Command::Change),
        ("Delete", false) => Some(Command::Empty),
        ("d", true) => Some(Command::FillDown),
        ("a", true) => Some(Command::All),
        (letter, false) if letter.chars().count() == 1 && !pressed.alt => Some(Command::Write(letter.to_owned())),
        _ => None,
    }
}

/// The cells from the one corner to the other, whichever was chosen first: rows and columns.
pub fn chosen(place: Place, anchor: Option<Place>) -> (RangeInclusive<u32>, RangeInclusive<usize>) {
    let other = anchor.unwrap_or(place);
    (place.0.min(other.0)..=place.0.max(other.0), place.1.min(other.1)..=place.1.max(other.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size { rows: 30, columns: 4 };

    fn asked(key: &str, command: bool, shift: bool) -> Option<Command> {
        super::command(Pressed { key, command, shift, alt: false }, (20, 1), SIZE)
    }

    #[test]
    fn keys_go_no_further_than_there_are_cells() {
        let gone = |key: &str, command| asked(key, command, false);
        assert_eq!(gone("ArrowDown", false), Some(Command::Go { to: (21, 1), extends: false }));
        assert_eq!(gone("PageDown", false), Some(Command::Go { to: (30, 1), extends: false }), "where new rows come");
        assert_eq!(gone("Home", false), Some(Command::Go { to: (20, 0), extends: false }));
        assert_eq!(gone("End", true), Some(Command::Go { to: (29, 3), extends: false }));
        assert_eq!(gone("Home", true), Some(Command::Go { to: (0, 0), extends: false }));
        assert_eq!(SIZE.moved((30, 1), 1, 0), (30, 1));
        assert_eq!(Size { rows: 0, columns: 4 }.moved((0, 0), 1, 0), (0, 0));
    }

    #[test]
    fn shift_chooses_and_letters_write() {
        assert_eq!(asked("ArrowLeft", false, true), Some(Command::Go { to: (20, 0), extends: true }));
        assert_eq!(asked("x", false, false), Some(Command::Write("x".to_owned())));
        assert_eq!(asked("F2", false, false), Some(Command::Change));
        for (key, command) in [("c", true), ("z", true), ("Tab", false), ("Escape", false), ("F5", false)] {
            assert_eq!(asked(key, command, false), None, "{key}");
        }
    }

    #[test]
    fn cells_are_chosen_from_either_corner() {
        assert_eq!(chosen((5, 1), Some((2, 3))), (2..=5, 1..=3));
        assert_eq!(chosen((5, 1), None), (5..=5, 1..=1));
    }
}
