use crate::calculation::{Dimension, FigureKind};
use crate::plan::{SchemeClass, Table};

const PLANS: &str = "NHS Surrey, One Plan, l. 985-1025";
const SHIFTS: &str = "NHS Surrey, One Plan, l. 823-831";
const SCHEME: &[Dimension] = &[Dimension::Row(Table::Scheme)];
const LIST: &[Dimension] = &[Dimension::Row(Table::SchemeList)];

const fn money(
    id: &'static str,
    label: &'static str,
    dimensions: &'static [Dimension],
    formula: &'static str,
) -> FigureKind {
    FigureKind::money(id, label, dimensions).by("CR08", formula, PLANS)
}

/// The gross saving of a scheme.
pub static GROSS: FigureKind =
    money("scheme.{}.gross", "{}: gross saving", SCHEME, "the gross saving that the plan gives");
/// What a scheme spends again.
pub static REINVESTMENT: FigureKind =
    money("scheme.{}.reinvestment", "{}: reinvestment", SCHEME, "the reinvestment that the plan gives");
/// The net saving of a scheme.
pub static NET: FigureKind = money("scheme.{}.net", "{}: net saving", SCHEME, "gross saving − reinvestment");

/// The gross saving of a list.
pub static LIST_GROSS: FigureKind =
    money("schemes.list.{}.gross", "{}: gross saving", LIST, "the sum of its schemes and of its parts");
/// The reinvestment of a list.
pub static LIST_REINVESTMENT: FigureKind =
    money("schemes.list.{}.reinvestment", "{}: reinvestment", LIST, "the sum of its schemes and of its parts");
/// The net saving of a list.
pub static LIST_NET: FigureKind =
    money("schemes.list.{}.net", "{}: net saving", LIST, "the sum of its schemes and of its parts");
/// The low end of the range of a list.
pub static LIST_LOW: FigureKind = money(
    "schemes.list.{}.low",
    "{}: low end of the range",
    LIST,
    "the sum of the low ends of its schemes, or of their savings where no range is given",
);
/// The high end of the range of a list.
pub static LIST_HIGH: FigureKind = money(
    "schemes.list.{}.high",
    "{}: high end of the range",
    LIST,
    "the sum of the high ends of its schemes, or of their savings where no range is given",
);

/// The gross saving of one class of schemes in a list.
pub static CLASS: FigureKind = money(
    "schemes.list.{}.class.{}",
    "{}: {} schemes, gross saving",
    &[Dimension::Row(Table::SchemeList), Dimension::Choice(SchemeClass::CHOICES)],
    "the sum of the schemes of the class",
);

/// The gross saving of one programme in a list.
pub static LIST_PROGRAMME: FigureKind = money(
    "schemes.list.{}.programme.{}",
    "{}: {}, gross saving",
    &[Dimension::Row(Table::SchemeList), Dimension::Row(Table::Programme)],
    "the sum of the schemes of the programme",
);

/// What is required in a list but has no scheme yet.
pub static UNIDENTIFIED: FigureKind = FigureKind::money(
    "schemes.list.{}.unidentified",
    "{}: unidentified savings",
    LIST,
)
.by("CR52", "the sum of the unidentified schemes", SHIFTS);

/// The share of a list that has no scheme yet.
pub static UNIDENTIFIED_SHARE: FigureKind = FigureKind::percent(
    "schemes.list.{}.unidentified-share",
    "{}: share that is unidentified",
    LIST,
)
.by("CR52", "unidentified savings ÷ gross saving", SHIFTS);

/// The figure kinds of this file.
pub const KINDS: &[&FigureKind] = &[
    &GROSS,
    &REINVESTMENT,
    &NET,
    &LIST_GROSS,
    &LIST_REINVESTMENT,
    &LIST_NET,
    &LIST_LOW,
    &LIST_HIGH,
    &CLASS,
    &LIST_PROGRAMME,
    &UNIDENTIFIED,
    &UNIDENTIFIED_SHARE,
];
