//! Words on a drawing: how wide they are, how they wrap, and how they are spread along a line.

use std::cell::Cell;

/// Widths of the printable ASCII letters of Arial, in thousandths of the letter height.
#[rustfmt::skip]
const ARIAL: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// How many times as wide as those of Arial the letters are with which drawings are shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Letters {
    /// Usual letters.
    pub regular: f64,
    /// Bold letters, against usual ones of Arial.
    pub bold: f64,
}

impl Letters {
    /// Those of Arial itself, and of what is made to take its room.
    pub const ARIAL: Self = Self { regular: 1.0, bold: 1.08 };
}

thread_local! {
    static LETTERS: Cell<Letters> = const { Cell::new(Letters::ARIAL) };
}

/// From here on drawings leave room for these letters: a computer that has no Arial shows others, which are often wider.
/// What is narrower than Arial is given the room of Arial.
///
/// ```
/// use one_plan_page::chart::label::{Letters, show_with, width};
///
/// let narrow = width("Outpatients", 13.0, false);
/// show_with(Letters { regular: 1.2, bold: 1.3 });
/// assert_eq!(width("Outpatients", 13.0, false), narrow * 1.2);
/// ```
pub fn show_with(letters: Letters) {
    let Letters { regular, bold } = Letters::ARIAL;
    LETTERS.set(Letters { regular: letters.regular.max(regular), bold: letters.bold.max(bold) });
}

/// How wide a text will be, closely enough to leave room for it.
///
/// A drawing is laid out without a browser, so widths come from the metrics of Arial, and from how much wider the letters
/// are that stand in for it ([`show_with`]). Letters outside ASCII are taken as wide, so that a guess errs on the side of
/// more room.
///
/// ```
/// use one_plan_page::chart::label;
///
/// assert!(label::width("WWW", 13.0, false) > label::width("iii", 13.0, false));
/// assert_eq!(label::width("", 13.0, false), 0.0);
/// ```
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let letters = LETTERS.get();
    width_in_arial(text, size) * if bold { letters.bold } else { letters.regular }
}

/// How wide a text is in usual letters of Arial.
pub fn width_in_arial(text: &str, size: f64) -> f64 {
    text.chars().map(letter_width).sum::<f64>() / 1000.0 * size
}

fn letter_width(letter: char) -> f64 {
    let ascii = (letter as usize).checked_sub(32).and_then(|index| ARIAL.get(index));
    match (ascii, letter) {
        (Some(width), _) => f64::from(*width),
        (None, '£' | '–' | '−' | '\u{a0}') => 584.0,
        (None, '\u{c0}'..='\u{24f}') => 720.0,
        (None, _) => 1000.0,
    }
}

/// From one baseline to the next.
pub fn line_height(size: f64) -> f64 {
    size * 1.25
}

/// A text cut into lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrapped {
    /// The lines, from the top.
    pub lines: Vec<String>,
    /// Whether words were left out; the last line then ends in `…`.
    pub shortened: bool,
}

/// Cuts a text into lines no wider than `room`, at most `most_lines` of them.
///
/// ```
/// use one_plan_page::chart::label::wrap;
///
/// let short = wrap("Contracting Efficiencies Primary Care", 120.0, 13.0, false, 2);
/// assert_eq!(short.lines, ["Contracting", "Efficiencies Prima…"]);
/// assert!(short.shortened);
/// assert!(!wrap("Maternity", 120.0, 13.0, false, 2).shortened);
/// ```
pub fn wrap(text: &str, room: f64, size: f64, bold: bool, most_lines: usize) -> Wrapped {
    let fits = &|line: &str| width(line, size, bold) <= room;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(last) if fits(&format!("{last} {word}")) => {
                last.push(' ');
                last.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
        // One word may be wider than the room: the whole of it on two lines says more than its beginning on one.
        if lines.len() < most_lines
            && let Some([first, rest]) = lines.last().filter(|last| !fits(last)).and_then(|word| broken(word, fits))
        {
            lines.pop();
            lines.extend([first, rest]);
        }
    }
    let most_lines = most_lines.max(1);
    let mut shortened = lines.len() > most_lines;
    if shortened {
        let rest = lines.split_off(most_lines - 1).join(" ");
        lines.push(rest);
    }
    for line in &mut lines {
        if !fits(line) {
            shortened = true;
            *line = cut(line, fits);
        }
    }
    Wrapped { lines, shortened }
}

/// So many letters of a word stand on a line at least.
const LEAST_LETTERS: usize = 3;

/// A word on two lines, with a hyphen where it is broken; nothing where it does not fit on two.
fn broken(word: &str, fits: impl Fn(&str) -> bool) -> Option<[String; 2]> {
    // A comma at the end of a word is no letter of it.
    let letters = word.trim_end_matches(|letter: char| !letter.is_alphanumeric()).chars().count();
    let ends =
        word.char_indices().map(|(end, _)| end).take(letters.saturating_sub(LEAST_LETTERS - 1)).skip(LEAST_LETTERS);
    let halves =
        ends.map(|end| (format!("{}-", word.get(..end).unwrap_or_default()), word.get(end..).unwrap_or_default()));
    let (first, rest) = halves.take_while(|(first, _)| fits(first)).last()?;
    fits(rest).then(|| [first, rest.to_owned()])
}

/// The longest beginning of a line that fits with a sign that there is more of it.
fn cut(line: &str, fits: impl Fn(&str) -> bool) -> String {
    let shorter = |end: usize| format!("{}…", line.get(..end).unwrap_or_default().trim_end());
    let ends: Vec<usize> = line.char_indices().map(|(end, _)| end).collect();
    // What is shorter is narrower.
    let fitting = ends.partition_point(|end| fits(&shorter(*end)));
    shorter(fitting.checked_sub(1).and_then(|last| ends.get(last)).copied().unwrap_or_default())
}

/// Moves items of the given heights, wanted around the given middles, so that they keep apart.
///
/// The order stays, each item stays as near as it can, and all lie between `top` and `bottom` when
/// there is room; what does not fit runs over the bottom, where the caller may leave it out.
///
/// ```
/// use one_plan_page::chart::label::spread;
///
/// assert_eq!(spread(&[10.0, 12.0], 10.0, 0.0, 100.0), [6.0, 16.0]);
/// ```
pub fn spread(middles: &[f64], height: f64, top: f64, bottom: f64) -> Vec<f64> {
    // Runs of touching items move as one block around the mean of what its items want.
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    let lowest = |count: usize| (bottom - height * count as f64).max(top);
    let place = |sum: f64, count: usize| {
        let start = sum / count as f64 - height * count as f64 / 2.0;
        start.min(lowest(count)).max(top)
    };
    for middle in middles {
        let (mut sum, mut count) = (*middle, 1);
        while let Some((before, many)) = blocks.last().copied() {
            if place(before, many) + height * many as f64 <= place(sum, count) {
                break;
            }
            blocks.pop();
            sum += before;
            count += many;
        }
        blocks.push((sum, count));
    }
    let mut places = Vec::with_capacity(middles.len());
    for (sum, count) in blocks {
        let start = place(sum, count);
        places.extend((0..count).map(|n| start + height * (n as f64 + 0.5)));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_and_empty_text_has_no_lines() {
        let long = wrap(&"x".repeat(500), 80.0, 13.0, false, 3);
        assert!(long.shortened);
        assert!(width(&long.lines[0], 13.0, false) <= 80.0);
        assert!(long.lines[0].ends_with('…'));
        assert!(wrap("", 80.0, 13.0, false, 3).lines.is_empty());
        assert_eq!(wrap("abc", 0.0, 13.0, false, 1).lines, ["…"]);
    }

    #[test]
    fn a_word_that_is_too_wide_goes_on_in_the_next_line() {
        let room = width("Reinvest-", 13.0, false);
        let word = wrap("Reinvestment", room, 13.0, false, 2);
        assert_eq!(word.lines, ["Reinvest-", "ment"]);
        assert!(!word.shortened);
        let almost = width("Contingen-", 13.0, false);
        assert_eq!(wrap("Contingency", almost, 13.0, false, 2).lines, ["Continge-", "ncy"], "two letters are no line");
        let with_comma = wrap("Contingency, all", almost, 13.0, false, 3);
        assert_eq!(with_comma.lines, ["Continge-", "ncy, all"], "a comma is no letter");
        assert_eq!(wrap("A&E attendances", room, 13.0, false, 3).lines.join("").replace('-', ""), "A&Eattendances");
        assert!(wrap("Reinvestment", room, 13.0, false, 1).shortened, "there is only one line");
        assert!(wrap("Reinvestment", 20.0, 13.0, false, 2).shortened, "it does not fit on two");
    }

    #[test]
    fn spread_keeps_order_distance_and_limits() {
        let wanted = [5.0, 5.0, 6.0, 50.0, 98.0, 99.0];
        let placed = spread(&wanted, 12.0, 0.0, 100.0);
        for pair in placed.windows(2) {
            assert!(pair[1] - pair[0] >= 12.0 - 1e-9, "{placed:?}");
        }
        assert!(placed[0] >= 6.0 && placed[5] <= 94.0, "{placed:?}");
        assert_eq!(placed[3], 50.0, "what is free stays where it was");
        assert!(spread(&[], 12.0, 0.0, 100.0).is_empty());
        assert_eq!(spread(&[5.0; 3], 40.0, 0.0, 50.0), [20.0, 60.0, 100.0]);
    }
}
