//! What the check of a plan finds, at the cells of the files of which the plan was made: so a corrected copy has both, what
//! could not be read and what does not add up.

use super::report::LoadReport;
use crate::issues::{Effect, Issue, Place, Severity};
use crate::sheet::parsed_reference;
use one_plan_model::plan::SheetSource;
use serde_json::Value;

impl LoadReport {
    /// The report with what the check found at cells of the files, as `outcome::findings_at_cells` hands it out.
    #[must_use]
    pub fn with_findings(&self, findings: &Value) -> Self {
        let mut report = self.clone();
        let findings = findings.as_array().map(Vec::as_slice).unwrap_or_default();
        report.issues.extend(findings.iter().filter_map(|finding| self.issue_of_finding(finding)));
        report.issues.sort_by_key(|issue| (issue.severity, issue.place));
        report
    }

    fn issue_of_finding(&self, finding: &Value) -> Option<Issue> {
        let text = |name: &str| finding.get(name).and_then(Value::as_str).unwrap_or_default();
        let source = SheetSource::read(text("place"))?;
        let file = match source.file {
            Some(name) => self.files.iter().position(|(file, _)| file == name)?,
            None => 0,
        };
        let sheet = self.files.get(file)?.1.iter().position(|sheet| sheet == source.sheet)?;
        let (row, column) = parsed_reference(&source.cell()?)?;
        Some(Issue {
            severity: if finding.get("isError") == Some(&Value::Bool(true)) {
                Severity::Error
            } else {
                Severity::Warning
            },
            place: Place { sheet: Some(sheet), ..Place::file(file) }.cell(row, column),
            column: None,
            value: String::new(),
            what: text("what").to_owned(),
            expected: text("advice").to_owned(),
            effect: Effect::Used,
        })
    }
}
