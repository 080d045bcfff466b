//! What sets the values of a line apart.

use csv::ReaderBuilder;

/// What is tried, in the order in which it is preferred.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many bytes and lines are looked at.
const SAMPLE: usize = 65_536;
const LINES: usize = 200;

/// The separator by which most lines have equally many values.
pub(super) fn of(text: &str) -> u8 {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = text.get(..end).unwrap_or_default();
    let is_cut = end < text.len();
    let mut best = (0, 0, b',');
    for separator in SEPARATORS {
        let (share, values) = agreement(sample, is_cut, separator);
        if (share, values) > (best.0, best.1) {
            best = (share, values, separator);
        }
    }
    best.2
}

/// How many of a thousand lines have the commonest number of values, and that number; 0 where it is one.
fn agreement(sample: &str, is_cut: bool, separator: u8) -> (usize, usize) {
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(sample.as_bytes());
    let mut counts: Vec<usize> = reader.byte_records().take(LINES).flatten().map(|record| record.len()).collect();
    if is_cut && counts.len() > 1 && counts.len() < LINES {
        counts.pop();
    }
    let lines = counts.len();
    counts.sort_unstable();
    let runs = counts.chunk_by(|one, other| one == other);
    let commonest = runs.filter(|run| run.first().is_some_and(|count| *count > 1)).max_by_key(|run| run.len());
    commonest.map_or((0, 0), |run| (run.len() * 1_000 / lines.max(1), run.first().copied().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_separator_follows_from_the_lines() {
        for (text, separator) in [
            ("a,b,c\n1,2,3\n", b','),
            ("a;b;c\n1,5;2,5;3\n", b';'),
            ("a\tb\n1,000\t2,000\n", b'\t'),
            ("a|b\n1|2\n", b'|'),
            ("\"a;b\",c\n\"d;e;f\",1\n", b','),
            ("name;amount\nSmith, John;1\nBloggs, Jo;2\n", b';'),
            ("only one column\nof words, here\n", b','),
            ("", b','),
        ] {
            assert_eq!(char::from(of(text)), char::from(separator), "{text}");
        }
    }
}
