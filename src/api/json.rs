//! Answers are put together as JSON text, which the browser reads in one go: quicker than to make its
//! objects field by field, and it needs no description of each answer beside the answer itself.

/// A JSON value as text.
pub struct Json(String);

impl Json {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An object with these fields, in this order.
pub fn object(fields: &[(&str, Json)]) -> Json {
    let mut json = String::from("{");
    for (position, (name, value)) in fields.iter().enumerate() {
        if position > 0 {
            json.push(',');
        }
        quote(name, &mut json);
        json.push(':');
        json.push_str(value.as_str());
    }
    json.push('}');
    Json(json)
}

/// A list.
pub fn list(items: impl Iterator<Item = Json>) -> Json {
    let mut json = String::from("[");
    for item in items {
        if json.len() > 1 {
            json.push(',');
        }
        json.push_str(item.as_str());
    }
    json.push(']');
    Json(json)
}

/// A text.
pub fn text(text: &str) -> Json {
    let mut json = String::with_capacity(text.len() + 2);
    quote(text, &mut json);
    Json(json)
}

/// A text, or `null`.
pub fn maybe(words: Option<&str>) -> Json {
    words.map_or_else(|| Json("null".to_owned()), text)
}

/// A number of things.
pub fn number(number: usize) -> Json {
    Json(number.to_string())
}

fn quote(text: &str, json: &mut String) {
    json.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                json.push('\\');
                json.push(letter);
            }
            '\0'..='\u{1f}' => json.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => json.push(letter),
        }
    }
    json.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_read_back_as_it_was() {
        let letters: String = (0..=0x2fff).filter_map(char::from_u32).chain("\"\\😀".chars()).collect();
        let json = object(&[("a\"b", list([text(&letters), maybe(None), number(7)].into_iter()))]);
        let read: serde_json::Value = serde_json::from_str(json.as_str()).unwrap();
        assert_eq!(read, serde_json::json!({ "a\"b": [letters, null, 7] }));
    }
}
