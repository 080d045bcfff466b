//! What the columns of contract monitoring hold, and how their headings are spelled.

use crate::cells::key_of;

/// What a row says of a month: what was planned, or what was done and billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// The plan.
    Planned,
    /// What was done.
    Actual,
}

impl Measure {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Planned, Self::Actual];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Actual => "actual",
        }
    }
}

/// A column that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// The month, counted from April.
    Month,
    /// The financial year.
    Year,
    /// When the provider put the file together: it tells submissions apart, and cannot order them.
    Created,
    /// What kind of submission a row is of.
    ReportingType,
    /// The code of the provider.
    Provider,
    /// What the provider is called.
    ProviderName,
    /// The code of the commissioner.
    Commissioner,
    /// The national code of the point of delivery.
    PointOfDelivery,
    /// What the point of delivery is called.
    PointOfDeliveryName,
    /// The code by which the provider calls it.
    LocalPointOfDelivery,
    /// What it is called by the provider.
    LocalPointOfDeliveryName,
    /// How many.
    Activity(Measure),
    /// What they cost, in pounds.
    Price(Measure),
    /// A market forces factor: feeds hold a factor in it, or a price.
    MarketForcesFactor(Measure),
}

/// The headings with all but letters and digits taken out. Of several for one column the first that a file has is read: the
/// form of the national repository has the code as it came, and one that was derived from it.
const HEADINGS: [(&str, Column); 34] = [
    ("financialmonth", Column::Month),
    ("deractivitymonth", Column::Month),
    ("financialyear", Column::Year),
    ("deractivityyear", Column::Year),
    ("dateandtimedatasetcreated", Column::Created),
    ("reportingtypeindicator", Column::ReportingType),
    ("reportingtype", Column::ReportingType),
    ("derrecordtype", Column::ReportingType),
    ("organisationidentifiercodeofprovider", Column::Provider),
    ("organisationcodecodeofprovider", Column::Provider),
    ("clnprovidercode", Column::Provider),
    ("derprovidercode", Column::Provider),
    ("providername", Column::ProviderName),
    ("organisationidentifiercodeofcommissioner", Column::Commissioner),
    ("organisationcodecodeofcommissioner", Column::Commissioner),
    ("clncommissionercode", Column::Commissioner),
    ("dercommissionercode", Column::Commissioner),
    ("pointofdeliverycode", Column::PointOfDelivery),
    ("dernationalpodcode", Column::PointOfDelivery),
    ("pointofdeliverydescription", Column::PointOfDeliveryName),
    ("localpointofdeliverycode", Column::LocalPointOfDelivery),
    ("localpodcode", Column::LocalPointOfDelivery),
    ("localpointofdeliverydescription", Column::LocalPointOfDeliveryName),
    ("localpoddescription", Column::LocalPointOfDeliveryName),
    ("contractmonitoringplannedactivity", Column::Activity(Measure::Planned)),
    ("clnactivityplan", Column::Activity(Measure::Planned)),
    ("contractmonitoringplannedprice", Column::Price(Measure::Planned)),
    ("clnpriceplan", Column::Price(Measure::Planned)),
    ("contractmonitoringactualactivity", Column::Activity(Measure::Actual)),
    ("clnactivityactual", Column::Activity(Measure::Actual)),
    ("contractmonitoringactualprice", Column::Price(Measure::Actual)),
    ("clnpriceactual", Column::Price(Measure::Actual)),
    ("contractmonitoringplannedmarketforcesfactor", Column::MarketForcesFactor(Measure::Planned)),
    ("contractmonitoringactualmarketforcesfactor", Column::MarketForcesFactor(Measure::Actual)),
];

/// The month of the national repository, which counts as the calendar does.
const MONTH_OF_CALENDAR: &str = "deractivitymonth";

/// A heading that is known: the column, and how far down the list it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownHeading {
    /// The column.
    pub column: Column,
    /// Which of the spellings it is: the lower one is read.
    pub rank: usize,
}

impl KnownHeading {
    /// What a heading names; nothing for one that is not read.
    pub fn of(words: &str) -> Option<Self> {
        let key = key_of(words);
        // A pivot table writes what it does with a column before its heading, or behind it.
        let bare = key.strip_prefix("sumof").unwrap_or(&key);
        let at = |key: &str| HEADINGS.iter().position(|(known, _)| *known == key);
        let rank = at(bare).or_else(|| at(bare.strip_suffix("first")?))?;
        let (_, column) = HEADINGS.get(rank)?;
        Some(Self { column: *column, rank })
    }

    /// Whether months below it count as the calendar does.
    pub fn counts_as_the_calendar(self) -> bool {
        HEADINGS.get(self.rank).is_some_and(|(known, _)| *known == MONTH_OF_CALENDAR)
    }
}
