/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// A figure cannot be computed or cannot be relied on.
    Error,
    /// Two things that should agree do not.
    Warning,
    /// Worth knowing; nothing is wrong with the arithmetic.
    Information,
}

impl Severity {
    /// The word for it in exports and on the page.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Information => "information",
        }
    }
}

/// A kind of finding: by which code it is known, how much it matters, when it is reported and what to do about it.
#[derive(Debug)]
pub struct FindingKind {
    /// Which check finds it, in words with hyphens.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// How much it matters where the plan gives a reason to take it otherwise.
    pub or: Option<Severity>,
    /// What to do, where the place at which it is found does not say more.
    pub advice: &'static str,
    #[cfg(feature = "help")]
    when: &'static str,
}

impl FindingKind {
    /// A kind of finding.
    pub const fn new(severity: Severity, code: &'static str, advice: &'static str, when: &'static str) -> Self {
        #[cfg(not(feature = "help"))]
        let _ = when;
        Self {
            code,
            severity,
            or: None,
            advice,
            #[cfg(feature = "help")]
            when,
        }
    }

    /// A figure cannot be computed or cannot be relied on.
    pub const fn error(code: &'static str, advice: &'static str, when: &'static str) -> Self {
        Self::new(Severity::Error, code, advice, when)
    }

    /// Two things that should agree do not.
    pub const fn warning(code: &'static str, advice: &'static str, when: &'static str) -> Self {
        Self::new(Severity::Warning, code, advice, when)
    }

    /// Something worth knowing.
    pub const fn information(code: &'static str, advice: &'static str, when: &'static str) -> Self {
        Self::new(Severity::Information, code, advice, when)
    }

    /// A kind that may also matter more, or less.
    #[must_use]
    pub const fn or(mut self, severity: Severity) -> Self {
        self.or = Some(severity);
        self
    }

    /// When it is reported, in a sentence; empty without the feature `help`, as the page does not show it.
    pub fn when(&self) -> &'static str {
        #[cfg(feature = "help")]
        return self.when.trim_ascii();
        #[cfg(not(feature = "help"))]
        ""
    }
}

/// The kinds of findings that one file reports.
#[derive(Clone, Copy, Debug)]
pub struct FindingFile {
    /// Where the file lies.
    pub path: &'static str,
    /// The kinds, in the order in which they are written.
    pub kinds: &'static [&'static FindingKind],
}

/// Several lists of kinds as one.
pub(crate) const fn joined_findings<const LENGTH: usize>(
    lists: &[&[&'static FindingKind]],
) -> [&'static FindingKind; LENGTH] {
    static NONE: FindingKind = FindingKind::information("", "", "");
    let mut all = [&NONE; LENGTH];
    let (mut places, mut lists): (&mut [&'static FindingKind], _) = (&mut all, lists);
    while let [kinds, others @ ..] = lists {
        let (here, after) = places.split_at_mut(kinds.len());
        here.copy_from_slice(kinds);
        (places, lists) = (after, others);
    }
    all
}

/// What a file of rules has that reports nothing.
pub(crate) mod no_findings {
    /// Nothing is reported.
    #[allow(dead_code)]
    pub(crate) const fn finding_files() -> Vec<super::FindingFile> {
        Vec::new()
    }
}

/// Declares the kinds of findings of a file. The comment says in a sentence when each is reported; then follow how
/// much it matters, its code, and what to do. At the end stand the files that are part of this one, which say
/// [`findings_of_part`] instead: their findings are listed with its own, and the compiler says where one is forgotten.
///
/// ```text
/// findings! {
///     /// The months of a contract come to more than what it pays in the year.
///     MONTHS_ABOVE_VALUE: warning("contract-months-above-value", "Correct the months, or the value.")
///     /// A deficit is planned; where the control total allows it, that is only worth knowing.
///     DEFICIT: warning or information("planned-deficit", "Say how the deficit is paid for.")
///     ..months
/// }
/// ```
macro_rules! findings {
    ($($all:tt)*) => {
        $crate::calculation::findings_of_part! { $($all)* }

        /// The kinds of findings of this file, with its place.
        pub(crate) fn finding_files() -> Vec<$crate::calculation::FindingFile> {
            vec![$crate::calculation::FindingFile { path: file!(), kinds: FINDINGS }]
        }
    };
}

/// Declares the kinds of findings of a file that is part of another.
macro_rules! findings_of_part {
    ($(
        $(#[doc = $when:literal])*
        $name:ident: $severity:ident $(or $other:ident)?($code:literal, $advice:expr $(,)?)
    )* $(.. $file:ident)*) => {
        $(
            $(#[doc = $when])*
            pub(crate) static $name: $crate::calculation::FindingKind =
                $crate::calculation::FindingKind::$severity($code, $advice, concat!($($when),*))
                $(.or($crate::calculation::findings_of_part!(@severity $other)))?;
        )*

        /// The kinds of findings of this file and of what is part of it.
        pub(crate) const FINDINGS: &[&$crate::calculation::FindingKind] = {
            const OWN: &[&$crate::calculation::FindingKind] = &[$(&$name),*];
            &$crate::calculation::joined_findings::<{ OWN.len() $(+ $file::FINDINGS.len())* }>(
                &[OWN, $($file::FINDINGS),*],
            )
        };
    };
    (@severity error) => { $crate::calculation::Severity::Error };
    (@severity warning) => { $crate::calculation::Severity::Warning };
    (@severity information) => { $crate::calculation::Severity::Information };
}

pub(crate) use {findings, findings_of_part};
