//! The shapes in which the notes of a sheet are shown: a drawing of old, in a language of its own.

use super::notes::Notes;
use super::pieces::Edits;
use crate::write::WriteProblem;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The last column of a sheet.
const LAST_COLUMN: u32 = 16_383;

/// The prefixes that a drawing of notes uses.
const SPACES: [(&str, &str); 3] = [
    ("v", "urn:schemas-microsoft-com:vml"),
    ("o", "urn:schemas-microsoft-com:office:office"),
    ("x", "urn:schemas-microsoft-com:office:excel"),
];

/// The shapes of the notes of a sheet that has no drawing of that kind.
pub fn new_shapes(notes: &Notes, skip: &BTreeSet<(u32, u32)>) -> String {
    let (shapes, blocks) = shapes(notes, skip, 1_025, "");
    let blocks: Vec<String> = blocks.iter().map(usize::to_string).collect();
    format!(
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
         xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"{}\"/>\
         </o:shapelayout>{SHAPE_TYPE}{shapes}</xml>",
        blocks.join(",")
    )
}

const SHAPE_TYPE: &str = "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">\
    <v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

/// A drawing of old with further shapes: it is not always XML, and changed as a text.
pub fn more_shapes(text: &str, notes: &Notes, skip: &BTreeSet<(u32, u32)>) -> Result<String, WriteProblem> {
    let said = |letter: &str, space: &str| {
        let ways = [format!("xmlns:{letter}=\"{space}\""), format!("xmlns:{letter}='{space}'")];
        ways.iter().any(|way| text.contains(way.as_str()))
    };
    // Programs may use other prefixes: then each shape says its own.
    let all_are_said = SPACES.iter().all(|(letter, space)| said(letter, space));
    let declared: String = SPACES.iter().map(|(letter, space)| format!(" xmlns:{letter}=\"{space}\"")).collect();
    let declared = if all_are_said { "" } else { declared.as_str() };
    let Some(end) = text.rfind("</xml") else {
        return Err(WriteProblem::new("the drawing of the notes of a sheet is not as spreadsheet programs write it"));
    };
    let numbers = text.match_indices("_x0000_s").filter_map(|(at, word)| {
        let digits = text.get(at + word.len()..)?;
        let length = digits.bytes().take_while(u8::is_ascii_digit).count();
        digits.get(..length)?.parse::<usize>().ok().filter(|number| *number < 100_000_000)
    });
    let (shapes, blocks) = shapes(notes, skip, numbers.max().unwrap_or(1_024) + 1, declared);
    let mut edits = Edits::default();
    // Which blocks of a thousand numbers the drawing uses.
    if let Some(list) = text.find("<o:idmap").and_then(|at| {
        let begin = at + text.get(at..)?.find("data=")? + "data=".len() + 1;
        let length = text.get(begin..)?.find(['"', '\''])?;
        Some(begin..begin + length)
    }) {
        let said = text.get(list.clone()).unwrap_or_default();
        let mut all: BTreeSet<usize> = said.split(',').filter_map(|block| block.trim().parse().ok()).collect();
        all.extend(blocks);
        edits.replace(list, all.iter().map(usize::to_string).collect::<Vec<_>>().join(","));
    }
    let kind = match text.contains("_x0000_t202") {
        true => String::new(),
        false => SHAPE_TYPE.replacen("<v:shapetype", &format!("<v:shapetype{declared}"), 1),
    };
    edits.insert(end, format!("{kind}{shapes}"));
    Ok(edits.apply(text))
}

/// The shapes of notes, numbered from a number on, and the blocks of numbers that they use.
fn shapes(notes: &Notes, skip: &BTreeSet<(u32, u32)>, first: usize, declared: &str) -> (String, BTreeSet<usize>) {
    let (mut text, mut blocks) = (String::new(), BTreeSet::from([first / 1_024]));
    for (number, (row, column)) in (first..).zip(notes.keys().filter(|at| !skip.contains(at))) {
        blocks.insert(number / 1_024);
        let left = (column + 1).min(LAST_COLUMN - 4);
        let top = row.saturating_sub(1);
        let _ = write!(
            text,
            "<v:shape{declared} id=\"_x0000_s{number}\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:59.25pt;margin-top:1.5pt;\
             width:240pt;height:120pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>\
             <v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">\
             <div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>\
             <x:Anchor>{left}, 15, {top}, 10, {}, 15, {}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row>\
             <x:Column>{column}</x:Column></x:ClientData></v:shape>",
            left + 4,
            top + 8
        );
    }
    (text, blocks)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn notes(cells: &[(u32, u32)]) -> Notes {
        cells.iter().map(|at| (*at, String::new())).collect()
    }

    #[test]
    fn shapes_are_added_with_numbers_of_their_own() {
        let first = new_shapes(&notes(&[(0, 0)]), &BTreeSet::new());
        let more = more_shapes(&first, &notes(&[(0, 0), (1, 0)]), &BTreeSet::from([(0, 0)])).unwrap();
        assert_eq!(more.matches("<v:shape ").count(), 2);
        assert!(more.contains("\"_x0000_s1026\"") && more.contains("data=\"1\"") && more.ends_with("</v:shape></xml>"));
        assert_eq!(more.matches("<v:shapetype").count(), 1);
        let other = more_shapes("<xml></xml>", &notes(&[(0, 0)]), &BTreeSet::new()).unwrap();
        assert!(other.contains("<v:shape xmlns:v=") && other.contains("<v:shapetype xmlns:v="), "{other}");
        assert!(more_shapes("<x/>", &notes(&[(0, 0)]), &BTreeSet::new()).is_err());
    }
}
