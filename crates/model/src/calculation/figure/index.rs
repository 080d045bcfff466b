/// The index of one figure among those of its kind: for each dimension the position of a row, the start of a year,
/// the number of a month, a due date as a number, or the position of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FigureIndex([u32; 4]);

impl PartialOrd for FigureIndex {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for FigureIndex {
    /// In the order of the parts. Two at a time: figures are put in order by the hundred thousand.
    #[inline]
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.halves().cmp(&other.halves())
    }
}

impl FigureIndex {
    #[inline]
    const fn halves(self) -> (u64, u64) {
        let [first, second, third, fourth] = self.0;
        ((first as u64) << 32 | second as u64, (third as u64) << 32 | fourth as u64)
    }

    /// Its parts, in the order of the dimensions.
    pub(super) const fn parts(self) -> [u32; 4] {
        self.0
    }

    /// FigureIndex in the order of the dimensions of the kind; at most four.
    pub const fn new<const LENGTH: usize>(index: [u32; LENGTH]) -> Self {
        let mut all = [0; 4];
        let (start, _) = all.split_at_mut(if LENGTH < 4 { LENGTH } else { 4 });
        let (source, _) = index.split_at(start.len());
        start.copy_from_slice(source);
        Self(all)
    }

    /// The index of the row at a position.
    #[inline]
    pub(in crate::calculation) fn of_row(row: usize) -> Self {
        Self([u32::try_from(row).unwrap_or(u32::MAX), 0, 0, 0])
    }

    /// Sets the subject in one dimension; there are at most four.
    pub fn set(&mut self, dimension: usize, subject: u32) {
        if let Some(place) = self.0.get_mut(dimension) {
            *place = subject;
        }
    }

    /// Only the first so many of its parts.
    #[must_use]
    pub fn first(mut self, count: usize) -> Self {
        self.0.iter_mut().skip(count).for_each(|subject| *subject = 0);
        self
    }

    /// The subject in one dimension.
    pub fn get(self, dimension: usize) -> u32 {
        self.0.get(dimension).copied().unwrap_or_default()
    }
}
