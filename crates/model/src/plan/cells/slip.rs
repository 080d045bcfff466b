//! Names that there are not, and what is asked where one is a slip of the hand: nothing is taken for it.

use super::shortened::shortened;
use crate::plan::Table;

/// The name of which a word is a slip of the hand: one letter left out, one written twice, or two beside one another in each
/// other's place; capitals do not matter. Nothing where it is a slip of none, or of several.
///
/// ```
/// use one_plan_model::plan::slip_of;
/// let names = || ["programmes", "schemes"].into_iter();
/// for word in ["progammes", "programmmes", "porgrammes", "Programme"] {
///     assert_eq!(slip_of(word, names()), Some("programmes"), "{word}");
/// }
/// assert_eq!(slip_of("progranmes", names()), None, "another letter is no slip of this kind");
/// assert_eq!(slip_of("cat", ["cart", "coat"].into_iter()), None, "it may be either");
/// ```
pub fn slip_of<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let mut meant = names.filter(|name| is_slip(word, name));
    let first = meant.next()?;
    meant.all(|other| other == first).then_some(first)
}

/// The question behind what is said of a word that is no name: ": did you mean "gross"?"; empty where there is none to ask.
///
/// ```
/// use one_plan_model::plan::did_you_mean;
/// assert_eq!(did_you_mean("gros", ["gross", "net"].into_iter()), ": did you mean \"gross\"?");
/// assert_eq!(did_you_mean("cost", ["gross", "net"].into_iter()), "");
/// ```
pub fn did_you_mean<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> String {
    slip_of(word, names).map(|name| format!(": did you mean \"{name}\"?")).unwrap_or_default()
}

/// What is said of a name that no table has.
pub fn no_table(name: &str) -> String {
    let tables = Table::ALL.iter().map(|table| table.name());
    format!("there is no table \"{}\"{}", shortened(name), did_you_mean(name, tables))
}

/// What is said of a name that no column of a table has.
pub fn no_column(table: Table, name: &str) -> String {
    let columns = table.columns().iter().map(|column| column.name);
    let question = did_you_mean(name, columns);
    format!("the table \"{}\" has no column \"{}\"{question}", table.name(), shortened(name))
}

fn is_slip(word: &str, name: &str) -> bool {
    // A word may be as long as a file: only one that is about as long is looked at.
    if word.len().abs_diff(name.len()) > 4 * LONGEST_LETTER {
        return false;
    }
    let word: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
    let name: Vec<char> = name.chars().flat_map(char::to_lowercase).collect();
    let differs = word.iter().zip(&name).position(|(one, other)| one != other);
    let at = differs.unwrap_or_else(|| word.len().min(name.len()));
    let [word_rest, name_rest] = [&word, &name].map(|letters| letters.get(at..).unwrap_or_default());
    match (word_rest, name_rest) {
        (word_rest, [_, rest @ ..]) if word_rest == rest => true,
        ([twice, rest @ ..], name_rest) if rest == name_rest => at > 0 && word.get(at - 1) == Some(twice),
        ([one, other, rest @ ..], [first, second, name_rest @ ..]) => {
            (one, other) == (second, first) && rest == name_rest
        }
        _ => false,
    }
}

/// So many bytes a letter may take.
const LONGEST_LETTER: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slip_of_every_table_asks_for_it_or_for_nothing() {
        let tables = || Table::ALL.iter().map(|table| table.name());
        let mut asked = 0;
        for name in tables() {
            let letters: Vec<char> = name.chars().collect();
            for at in 0..letters.len() {
                let mut left_out = letters.clone();
                let letter = left_out.remove(at);
                let mut twice = letters.clone();
                twice.insert(at, letter);
                let mut swapped = letters.clone();
                swapped.swap(at, (at + 1).min(letters.len() - 1));
                for slip in [left_out, twice, swapped].map(|letters| letters.into_iter().collect::<String>()) {
                    if Table::named(&slip).is_some() {
                        continue;
                    }
                    let meant = slip_of(&slip, tables());
                    assert!(meant == Some(name) || meant.is_none(), "{slip}: {meant:?}");
                    asked += usize::from(meant.is_some());
                }
            }
        }
        assert!(asked > 2_000, "{asked}");
    }

    #[test]
    fn what_is_no_slip_is_not_asked_about() {
        let tables = || Table::ALL.iter().map(|table| table.name());
        for word in ["", "s", "prgrames", "progranmes", "xprogrammes", "programmesx", "wards", "…"] {
            assert_eq!(slip_of(word, tables()), None, "{word}");
        }
        assert_eq!(slip_of(&"x".repeat(1_000_000), tables()), None);
        assert_eq!(no_table("progammes"), "there is no table \"progammes\": did you mean \"programmes\"?");
        assert_eq!(
            no_column(Table::Scheme, "grsos"),
            "the table \"schemes\" has no column \"grsos\": did you mean \"gross\"?"
        );
    }
}
