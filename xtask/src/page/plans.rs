//! The plans of the project, published ones and the made-up example, carried inside the page so that it can offer them
//! without a network.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::failure::{Failure, OrSay, Outcome};
use crate::page::packed;
use crate::page::template::attribute;

/// A plan that the page offers as an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExamplePlan {
    /// The name of its file, without the ending: `surrey-one-plan`.
    pub name: String,
    /// Its title, as its plan table gives it.
    pub title: String,
    /// The health economy it is for, as its plan table gives it.
    pub system: String,
    /// The file, byte for byte.
    pub bytes: Vec<u8>,
}

impl ExamplePlan {
    /// The element that carries the plan. Its content is data: no browser runs or interprets it.
    pub fn element(&self) -> Outcome<String> {
        Ok(format!(
            "<script type=\"application/json+gzip;base64\" data-plan=\"{}\" data-title=\"{}\" data-system=\"{}\">{}</script>",
            attribute(&self.name),
            attribute(&self.title),
            attribute(&self.system),
            packed::gzip_base64(&self.bytes)?
        ))
    }
}

/// Every `plans/*.json`, by name.
pub fn all(folder: &Path) -> Outcome<Vec<ExamplePlan>> {
    let mut plans = Vec::new();
    for entry in fs::read_dir(folder).or_say(|| format!("read {}", folder.display()))? {
        let path = entry.or_say(|| format!("read {}", folder.display()))?.path();
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(&path).or_say(|| format!("read {}", path.display()))?;
        let [title, system] = ["title", "system"].map(|column| of_plan(column, &name, &bytes));
        plans.push(ExamplePlan { name, title: title?, system: system?, bytes });
    }
    plans.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(plans)
}

/// What stands in a column of the first row of the table `plan`.
fn of_plan(column: &str, name: &str, bytes: &[u8]) -> Outcome<String> {
    let plan: Value = serde_json::from_slice(bytes).or_say(|| format!("read plans/{name}.json as JSON"))?;
    let first = plan.get("plan").and_then(|table| table.get(0));
    let text = first.and_then(|row| row.get(column)).and_then(Value::as_str);
    match text.map(str::trim) {
        Some(text) if !text.is_empty() => Ok(text.to_owned()),
        _ => Err(Failure::new(format!(
            "plans/{name}.json has no {column}; expected text in the column `{column}` of the first row of the table `plan`."
        ))
        .advise("write what people know the plan by, and whose it is; the page offers the plan under both.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::message_of;

    #[test]
    fn title_and_system_are_read_from_the_plan_table() {
        let plan = br#"{"plan":[{"title":" Surrey One Plan ","system":"NHS Surrey"}]}"#;
        assert_eq!(of_plan("title", "surrey", plan), Ok("Surrey One Plan".to_owned()));
        assert_eq!(of_plan("system", "surrey", plan), Ok("NHS Surrey".to_owned()));
    }

    #[test]
    fn a_plan_without_a_title_is_refused() {
        for plan in [&b"{}"[..], br#"{"plan":[]}"#, br#"{"plan":[{"title":""}]}"#] {
            let message = message_of(of_plan("title", "kent", plan));
            assert!(message.contains("plans/kent.json has no title"), "{message}");
        }
    }

    #[test]
    fn neither_the_plan_nor_its_title_can_break_out_of_the_page() {
        let plan = ExamplePlan {
            name: "odd".to_owned(),
            title: "A \"plan\" </script><b>".to_owned(),
            system: "</script>".to_owned(),
            bytes: b"</script><script>alert(1)</script>".to_vec(),
        };
        let element = plan.element().unwrap_or_default();
        assert_eq!(element.matches("</script>").count(), 1);
        assert!(element.contains("data-title=\"A &quot;plan&quot; &lt;/script&gt;&lt;b&gt;\""));
    }
}
