//! Numbers as people write them, as the digits that the model reads.

/// A number that is written as text, with at most so many decimal places, and whether anything was rounded off. What is no
/// number stays as it is.
pub fn number_of_text(text: &str, places: usize) -> (String, bool) {
    let bare = plain_signs(&without_currency(text));
    if is_plain_decimal(&bare) { at_most_places(&bare, places) } else { (bare, false) }
}

/// A number without a sign of currency, which may stand before or behind a minus sign or an opening bracket.
fn without_currency(text: &str) -> String {
    let without = text.replacen('£', "", 1);
    if without.len() == text.len() {
        return text.to_owned();
    }
    let trimmed = without.trim();
    match trimmed.strip_prefix(['-', '\u{2212}', '(']) {
        Some(rest) => format!("{}{}", trimmed.chars().next().unwrap_or('-'), rest.trim_start()),
        None => trimmed.to_owned(),
    }
}

/// A number as programs of accounts and other countries print it, which can mean one thing only: `+75`, `50-`, an
/// apostrophe that a spreadsheet did not take for its own, thousands set apart by blanks.
fn plain_signs(text: &str) -> String {
    let bare = text.strip_prefix(['\'', '\u{2018}', '\u{2019}']).unwrap_or(text).trim();
    let bare =
        bare.strip_prefix('+').filter(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit())).unwrap_or(bare);
    let behind =
        bare.strip_suffix(['-', '\u{2212}']).filter(|rest| rest.ends_with(|letter: char| letter.is_ascii_digit()));
    let bare = behind
        .filter(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()))
        .map_or_else(|| bare.to_owned(), |rest| format!("-{rest}"));
    without_blanks_between_thousands(&bare).unwrap_or(bare)
}

/// `1 234 567.5` with commas in place of the blanks; nothing where they do not set thousands apart.
fn without_blanks_between_thousands(text: &str) -> Option<String> {
    let begin = text.find(|letter: char| letter.is_ascii_digit())?;
    let end = text.rfind(|letter: char| letter.is_ascii_digit())? + 1;
    let (whole, fraction) = text.get(begin..end)?.split_once('.').unwrap_or((text.get(begin..end)?, ""));
    let mut groups = whole.split(char::is_whitespace);
    let first = groups.next()?;
    let are_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let is_whole = whole.contains(char::is_whitespace)
        && (1..=3).contains(&first.len())
        && are_digits(first)
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && are_digits(group))
        && are_digits(fraction);
    let with_commas = || whole.split(char::is_whitespace).collect::<Vec<&str>>().join(",");
    let point = if fraction.is_empty() { String::new() } else { format!(".{fraction}") };
    is_whole.then(|| {
        format!("{}{}{point}{}", text.get(..begin).unwrap_or(""), with_commas(), text.get(end..).unwrap_or(""))
    })
}

fn is_plain_decimal(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    !whole.is_empty() && [whole, fraction].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A number with at most so many decimal places, rounded half away from zero, and whether anything was rounded off.
pub fn at_most_places(digits: &str, places: usize) -> (String, bool) {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let Some((kept, rest)) = fraction.split_at_checked(places).filter(|(_, rest)| !rest.is_empty()) else {
        return (digits.to_owned(), false);
    };
    if rest.bytes().all(|digit| digit == b'0') {
        return (format!("{whole}.{kept}"), false);
    }
    let rounds_up = rest.as_bytes().first().is_some_and(|digit| *digit >= b'5');
    let cut = format!("{whole}.{kept}");
    (if rounds_up { one_more_in_the_last_place(&cut) } else { cut }, true)
}

fn one_more_in_the_last_place(digits: &str) -> String {
    let mut reversed: Vec<char> = Vec::with_capacity(digits.len() + 1);
    let (sign, unsigned) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let mut carry = true;
    for letter in unsigned.chars().rev() {
        reversed.push(match (letter, carry) {
            ('9', true) => '0',
            (digit @ '0'..='8', true) => {
                carry = false;
                char::from_u32(u32::from(digit) + 1).unwrap_or(digit)
            }
            _ => letter,
        });
    }
    if carry {
        reversed.push('1');
    }
    format!("{sign}{}", reversed.iter().rev().collect::<String>())
}
