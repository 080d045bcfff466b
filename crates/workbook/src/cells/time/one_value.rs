//! What several places say in one way.

/// The name of a file without its folders and its ending.
pub(crate) fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The one value that all have.
pub(crate) fn only<T: PartialEq + Copy>(values: Vec<T>) -> Option<T> {
    let first = *values.first()?;
    values.iter().all(|value| *value == first).then_some(first)
}
