/// Whether a text is line numbers for the row or for each of its columns.
pub(super) fn are_lines(text: &str) -> bool {
    let number = |part: &str| !part.is_empty() && part.len() <= 6 && part.bytes().all(|byte| byte.is_ascii_digit());
    let range = |part: &str| {
        let part = part.trim();
        part.split_once('-').map_or_else(|| number(part), |(first, last)| number(first) && number(last))
    };
    text.split(';').all(|entry| {
        let lines = entry.trim().rsplit_once(' ').map_or(entry, |(head, last)| {
            if head.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') { last } else { entry }
        });
        lines.split(',').all(range)
    })
}
