/// One step of a recorded run; [`StepId::NONE`] in a run that is not recorded. Steps are numbered in the order in
/// which they were taken: what a step stands on has a smaller number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StepId(u32);

impl StepId {
    /// No step: the run is not recorded.
    pub const NONE: Self = Self(0);

    /// Whether there is no step.
    #[inline]
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// The position in the list of steps; the last possible one for no step, where nothing stands.
    #[inline]
    pub const fn position(self) -> usize {
        (self.0 as usize).wrapping_sub(1)
    }

    /// The step at a position in the list of steps.
    pub(crate) fn at(position: usize) -> Self {
        // Beyond 2^32 steps nothing more is recorded; a file of the largest size has fewer.
        Self(u32::try_from(position + 1).unwrap_or_default())
    }
}
