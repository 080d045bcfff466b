use crate::quantity::InOrder;
use std::ops::Range;

/// The rows of a table by the code of one column, such as the changes of each scheme: all rows of one code together, in
/// the order of the file.
///
/// In most files they stand together already, and then no list of rows is made.
pub(crate) struct Grouped<'a> {
    codes: &'a [u32],
    rows: Option<Vec<u32>>,
}

impl<'a> Grouped<'a> {
    pub(crate) fn by(codes: &'a [u32]) -> Self {
        let code = |row: u32| codes.get(row as usize).copied();
        let rows = (!codes.is_sorted()).then(|| {
            let mut rows: Vec<u32> = (0..u32::try_from(codes.len()).unwrap_or(u32::MAX)).collect();
            rows.order_by_key(|row| code(*row));
            rows
        });
        Self { codes, rows }
    }

    /// The row at a place.
    #[inline]
    pub(crate) fn row(&self, at: usize) -> u32 {
        match &self.rows {
            Some(rows) => rows.get(at).copied().unwrap_or(u32::MAX),
            None => u32::try_from(at).unwrap_or(u32::MAX),
        }
    }

    #[inline]
    fn code(&self, at: usize) -> Option<u32> {
        self.codes.get(self.row(at) as usize).copied()
    }

    /// Each code with the places of its rows, in ascending order.
    pub(crate) fn runs(&self) -> impl Iterator<Item = (u32, Range<usize>)> {
        let mut start = 0;
        std::iter::from_fn(move || {
            let code = self.code(start)?;
            let after = start + 1;
            let same = match &self.rows {
                Some(_) => (after..).take_while(|at| self.code(*at) == Some(code)).count(),
                None => self.codes.get(after..)?.iter().take_while(|other| **other == code).count(),
            };
            let end = after + same;
            let places = start..end;
            start = end;
            Some((code, places))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Grouped;

    fn groups(codes: &[u32]) -> Vec<(u32, Vec<u32>)> {
        let grouped = Grouped::by(codes);
        grouped.runs().map(|(code, places)| (code, places.map(|at| grouped.row(at)).collect())).collect()
    }

    #[test]
    fn rows_stay_in_the_order_of_the_file() {
        assert_eq!(groups(&[]), []);
        assert_eq!(groups(&[1, 1, 4]), [(1, vec![0, 1]), (4, vec![2])]);
        assert_eq!(groups(&[4, 1, 4, 1]), [(1, vec![1, 3]), (4, vec![0, 2])]);
    }
}
