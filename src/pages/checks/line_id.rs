/// The id of the line of a finding.
pub(super) fn line_id(name: &str) -> String {
    format!("finding-{name}")
}
