use super::data::ResultSheet;
use crate::pace::{FIGURES_AT_A_TIME, Pace, at_once};
use serde::Serialize;
use std::mem;

impl ResultSheet {
    /// The bytes of the same in JSON, from which it can be read again.
    ///
    /// ```
    /// use one_plan_model::example;
    /// use one_plan_model::outcome::ResultSheet;
    /// let example = example::outcome(r#"
    ///     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
    ///     "schemes": [{"id": "a", "name": "A", "list": "plan", "gross": "200", "unit": "£000"}]
    /// "#);
    /// let sheet = example.outcome.result_sheet(&example.plan);
    /// let bytes = sheet.clone().into_json()?;
    /// assert_eq!(serde_json::from_slice::<ResultSheet>(&bytes)?, sheet);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// None is known: every part of it can be written.
    pub fn into_json(self) -> serde_json::Result<Vec<u8>> {
        at_once(self.into_json_in_slices(&Pace::UNBROKEN))
    }

    /// The same, giving way as the pace says.
    ///
    /// # Errors
    ///
    /// As [`ResultSheet::into_json`].
    pub async fn into_json_in_slices(mut self, pace: &Pace<'_>) -> serde_json::Result<Vec<u8>> {
        // The two lists that grow with the plan are written part by part; lists without anything are left out.
        let (figures, steps) = (mem::take(&mut self.figures), mem::take(&mut self.steps));
        let mut bytes = serde_json::to_vec(&self)?;
        bytes.pop();
        write_list(&mut bytes, "figures", &figures, pace).await?;
        write_list(&mut bytes, "steps", &steps, pace).await?;
        bytes.push(b'}');
        Ok(bytes)
    }
}

/// A list as a further member of an object that is not closed.
async fn write_list(
    bytes: &mut Vec<u8>,
    name: &str,
    list: &[impl Serialize],
    pace: &Pace<'_>,
) -> serde_json::Result<()> {
    bytes.extend_from_slice(format!(",\"{name}\":[").as_bytes());
    for (at, one) in list.iter().enumerate() {
        if at.is_multiple_of(FIGURES_AT_A_TIME) {
            pace.checked_rows().await;
        }
        if at > 0 {
            bytes.push(b',');
        }
        serde_json::to_writer(&mut *bytes, one)?;
    }
    bytes.push(b']');
    Ok(())
}
