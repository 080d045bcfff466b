//! What stands behind `?` in an address: names with values, such as `#/checks?tab=printed`. Pure text.

/// The value of a name in an address; empty where it has none.
///
/// ```
/// use one_plan_page::navigation::value_in;
/// assert_eq!(value_in("#/checks?tab=printed&find=A%26E", "find"), "A&E");
/// assert_eq!(value_in("#/checks", "find"), "");
/// ```
pub fn value_in(address: &str, name: &str) -> String {
    pairs(address).find(|(other, _)| *other == name).map(|(_, value)| decoded(value)).unwrap_or_default()
}

/// The address with another value for a name; an empty value takes the name out.
///
/// ```
/// use one_plan_page::navigation::with_value;
/// assert_eq!(with_value("#/checks?tab=printed", "find", "A&E 5%"), "#/checks?tab=printed&find=A%26E%205%25");
/// assert_eq!(with_value("#/checks?tab=printed", "tab", ""), "#/checks");
/// ```
pub fn with_value(address: &str, name: &str, value: &str) -> String {
    let mut changed = address.split('?').next().unwrap_or_default().to_owned();
    let mut parts: Vec<String> = Vec::new();
    let mut is_there = false;
    for (other, old) in pairs(address) {
        if other != name {
            parts.push(format!("{other}={old}"));
        } else if !value.is_empty() {
            is_there = true;
            parts.push(format!("{name}={}", encoded(value)));
        }
    }
    if !is_there && !value.is_empty() {
        parts.push(format!("{name}={}", encoded(value)));
    }
    if !parts.is_empty() {
        changed.push('?');
        changed.push_str(&parts.join("&"));
    }
    changed
}

fn pairs(address: &str) -> impl Iterator<Item = (&str, &str)> {
    let words = address.split_once('?').map_or("", |(_, words)| words);
    words.split('&').filter_map(|pair| pair.split_once('='))
}

/// What may stand in an address as it is; everything else is written as the numbers of its bytes.
fn encoded(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:,".contains(&byte) {
            written.push(char::from(byte));
        } else {
            written.push_str(&format!("%{byte:02X}"));
        }
    }
    written
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let coded = if *first == b'%' { text_of_byte(after) } else { None };
        bytes.push(coded.unwrap_or(*first));
        rest = after.get(if coded.is_some() { 2 } else { 0 }..).unwrap_or_default();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn text_of_byte(digits: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(digits.get(..2)?).ok()?;
    u8::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for value in ["£5 & more", "100%", "a=b?c#d", "Überweisung", "%", "%zz", "a+b"] {
            let address = with_value("#/checks?tab=printed", "find", value);
            assert_eq!(value_in(&address, "find"), value, "{address}");
            assert_eq!(value_in(&address, "tab"), "printed");
        }
    }

    #[test]
    fn what_no_browser_would_write_is_read_as_it_stands() {
        assert_eq!(value_in("#/checks?find=%zz%4", "find"), "%zz%4");
        assert_eq!(value_in("#/checks?find", "find"), "");
    }
}
