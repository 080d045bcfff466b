use super::data::ResultSheet;
use crate::pace::{FIGURES_AT_A_TIME, Pace, at_once};
use postcard::{Error, take_from_bytes, to_extend};
use serde::Serialize;
use std::mem;

impl ResultSheet {
    /// The same as bytes, from which it can be read again by the same version of the engine.
    ///
    /// ```
    /// use one_plan_model::example;
    /// use one_plan_model::outcome::ResultSheet;
    /// let example = example::outcome(r#"
    ///     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
    ///     "schemes": [{"id": "a", "name": "A", "list": "plan", "gross": "200", "unit": "£000"}]
    /// "#);
    /// let sheet = example.outcome.result_sheet(&example.plan);
    /// let bytes = sheet.clone().into_bytes().unwrap();
    /// assert_eq!(ResultSheet::of_bytes(&bytes).unwrap(), sheet);
    /// ```
    ///
    /// # Errors
    ///
    /// None is known: every part of it can be written.
    pub fn into_bytes(self) -> Result<Vec<u8>, Error> {
        at_once(self.into_bytes_in_slices(&Pace::UNBROKEN))
    }

    /// The same, giving way as the pace says.
    ///
    /// # Errors
    ///
    /// As [`ResultSheet::into_bytes`].
    pub async fn into_bytes_in_slices(mut self, pace: &Pace<'_>) -> Result<Vec<u8>, Error> {
        // The two lists that grow with the plan follow the rest, part by part.
        let (figures, steps) = (mem::take(&mut self.figures), mem::take(&mut self.steps));
        let bytes = to_extend(&self, Vec::new())?;
        let bytes = with_list(bytes, figures, pace).await?;
        with_list(bytes, steps, pace).await
    }

    /// What was written as bytes.
    ///
    /// # Errors
    ///
    /// When they are no such bytes, or those of another version.
    pub fn of_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let (mut sheet, rest): (Self, _) = take_from_bytes(bytes)?;
        let (figures, rest) = take_from_bytes(rest)?;
        let (steps, rest) = take_from_bytes(rest)?;
        if !rest.is_empty() {
            return Err(Error::DeserializeBadEncoding);
        }
        (sheet.figures, sheet.steps) = (figures, steps);
        Ok(sheet)
    }
}

/// The bytes with a list behind them: how long it is, and its parts. Each part goes as soon as it is written: to let all of
/// them go at the end takes as long as to write them.
async fn with_list(mut bytes: Vec<u8>, list: Vec<impl Serialize>, pace: &Pace<'_>) -> Result<Vec<u8>, Error> {
    bytes = to_extend(&list.len(), bytes)?;
    for (at, one) in list.into_iter().enumerate() {
        if at.is_multiple_of(FIGURES_AT_A_TIME) {
            pace.checked_rows().await;
        }
        bytes = to_extend(&one, bytes)?;
    }
    Ok(bytes)
}

#[cfg(test)]
#[allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test may stop at once")]
mod tests {
    use super::*;
    use crate::example;

    #[test]
    fn bytes_that_are_cut_off_or_go_on_are_refused() {
        let example = example::outcome(
            r#""scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
            "schemes": [{"id": "a", "name": "A", "list": "plan", "gross": "200", "unit": "£000"}]"#,
        );
        let mut bytes = example.outcome.result_sheet(&example.plan).into_bytes().expect("it is written");
        for end in 0..bytes.len() {
            assert!(ResultSheet::of_bytes(&bytes[..end]).is_err(), "{end} bytes");
        }
        bytes.push(0);
        assert!(ResultSheet::of_bytes(&bytes).is_err());
    }
}
