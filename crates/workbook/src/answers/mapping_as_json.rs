//! A mapping as JSON, to be kept and used again.

use super::mapping::{MappedHeading, MappedWord, Mapping};
use crate::headings::Field;
use crate::vocabulary::{Follows, words_of};
use one_plan_model::plan::Table;
use one_plan_model::quantity::{FinancialYear, MoneyUnit};
use serde_json::{Map, Value, json};

impl Mapping {
    /// The mapping as JSON.
    pub fn json(&self) -> Value {
        let headings = self
            .headings
            .iter()
            .map(|mapped| json!({ "heading": mapped.heading, "field": mapped.field.map(|field| field.to_string()) }));
        let words = self.words.iter().map(|mapped| {
            let column = mapped.column.and_then(|at| Table::Scheme.columns().get(at)).map(|column| column.name);
            json!({
                "field": mapped.field.to_string(), "value": mapped.value, "column": column,
                "word": column.map(|_| mapped.word.as_str()),
            })
        });
        json!({
            "name": self.name,
            "year": self.year.map(|year| year.to_string()),
            "month": self.month,
            "unit": self.unit.map(MoneyUnit::symbol),
            "follows": self.follows.map(Follows::word),
            "headings": headings.collect::<Vec<_>>(),
            "words": words.collect::<Vec<_>>(),
        })
    }

    /// Reads a mapping from JSON.
    ///
    /// # Errors
    ///
    /// In words, what it holds that no mapping can.
    pub fn of_json(value: &Value) -> Result<Self, String> {
        let object = value.as_object().ok_or("a mapping must be an object with a name and headings")?;
        let mut mapping = Self { name: text(object, "name")?.unwrap_or_default().to_owned(), ..Self::default() };
        if let Some(year) = text(object, "year")? {
            let read =
                FinancialYear::read(year).map_err(|_| format!("\"{year}\" is no financial year such as 2026/27"))?;
            mapping.year = Some(read);
        }
        if let Some(unit) = text(object, "unit")? {
            let read = MoneyUnit::read(unit).ok_or_else(|| format!("\"{unit}\" is no unit such as £000"))?;
            mapping.unit = Some(read);
        }
        if let Some(word) = text(object, "follows")? {
            let named = Follows::named(word).ok_or_else(|| {
                format!(
                    "\"{word}\" is nothing that rows can be; it may be {}",
                    Follows::ALL.map(Follows::word).join(", ")
                )
            })?;
            mapping.follows = Some(named);
        }
        mapping.month = match object.get("month") {
            None | Some(Value::Null) => None,
            Some(month) => {
                let nth =
                    month.as_u64().and_then(|month| u8::try_from(month).ok()).filter(|nth| (1..=12).contains(nth));
                Some(nth.ok_or("\"month\" must be a number from 1 for April to 12 for March")?)
            }
        };
        for heading in list(object, "headings")? {
            mapping.headings.push(heading_of(heading)?);
        }
        for word in list(object, "words")? {
            mapping.words.push(word_of(word)?);
        }
        Ok(mapping)
    }
}

fn heading_of(value: &Value) -> Result<MappedHeading, String> {
    let object = value.as_object().ok_or("each of \"headings\" must be an object with heading and field")?;
    let heading = text(object, "heading")?.ok_or("each of \"headings\" must have a \"heading\"")?.to_owned();
    let field = text(object, "field")?.map(field_of).transpose()?;
    Ok(MappedHeading { heading, field })
}

fn word_of(value: &Value) -> Result<MappedWord, String> {
    let object = value.as_object().ok_or("each of \"words\" must be an object with field, value, column and word")?;
    let field = field_of(text(object, "field")?.unwrap_or_default())?;
    let value = text(object, "value")?.ok_or("each of \"words\" must have a \"value\"")?.to_owned();
    let Some(name) = text(object, "column")? else {
        return Ok(MappedWord { field, value, column: None, word: String::new() });
    };
    let column = Table::Scheme.column(name).ok_or_else(|| format!("schemes have no column \"{name}\""))?;
    let word = text(object, "word")?.unwrap_or_default().to_owned();
    let allowed = words_of(name);
    if !allowed.contains(&word.as_str()) {
        return Err(format!("\"{word}\" is no word of the column \"{name}\"; it has {}", allowed.join(", ")));
    }
    Ok(MappedWord { field, value, column: Some(column), word })
}

fn field_of(word: &str) -> Result<Field, String> {
    Field::named(word)
        .ok_or_else(|| format!("\"{word}\" is nothing that a tracker holds, such as \"name\" or \"plan-month-1\""))
}

fn text<'v>(object: &'v Map<String, Value>, name: &str) -> Result<Option<&'v str>, String> {
    match object.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(format!("\"{name}\" must be text")),
    }
}

fn list<'v>(object: &'v Map<String, Value>, name: &str) -> Result<&'v [Value], String> {
    match object.get(name) {
        None | Some(Value::Null) => Ok(&[]),
        Some(Value::Array(values)) => Ok(values),
        Some(_) => Err(format!("\"{name}\" must be a list")),
    }
}
