//! Pairs of cells of one row that have a cell in common: what is said of them is said once.

/// The pairs by the cells that they have in common, directly or through others of them. Those of a row are few.
pub(super) fn joined<T, Cell: PartialEq>(
    pairs: impl Iterator<Item = T>,
    cells: impl Fn(&T) -> [Cell; 2],
) -> Vec<Vec<T>> {
    let mut groups: Vec<Vec<T>> = Vec::new();
    for pair in pairs {
        let [first, other] = cells(&pair);
        let shares = |group: &Vec<T>| group.iter().flat_map(&cells).any(|cell| cell == first || cell == other);
        let (joined, apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(shares);
        groups = apart;
        groups.push(joined.into_iter().flatten().chain([pair]).collect());
    }
    groups
}
