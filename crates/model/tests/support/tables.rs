//! Tables of small plans that several tests begin with.

/// Two trusts.
pub const TWO_TRUSTS: &str = r#""organisations": [
    {"id": "north", "name": "North", "kind": "nhs-trust"},
    {"id": "south", "name": "South", "kind": "nhs-trust"}
], "#;

/// One trust.
pub const ONE_TRUST: &str = r#""organisations": [{"id": "trust", "name": "Trust", "kind": "nhs-trust"}], "#;

/// Two trusts and a local authority.
pub const TRUSTS_AND_COUNCIL: &str = r#""organisations": [
    {"id": "north", "name": "North", "kind": "nhs-trust"},
    {"id": "south", "name": "South", "kind": "foundation-trust"},
    {"id": "council", "name": "Council", "kind": "local-authority"}
], "#;

/// Two commissioning groups and a trust.
pub const GROUPS_AND_TRUST: &str = r#""organisations": [
    {"id": "north", "name": "North", "kind": "commissioning-group"},
    {"id": "south", "name": "South", "kind": "commissioning-group"},
    {"id": "trust", "name": "Trust", "kind": "nhs-trust"}
], "#;

/// A cluster with two commissioning groups, and a trust.
pub const CLUSTER_AND_TRUST: &str = r#""organisations": [
    {"id": "cluster", "name": "Cluster", "kind": "cluster"},
    {"id": "north", "name": "North", "kind": "commissioning-group", "parent": "cluster"},
    {"id": "south", "name": "South", "kind": "commissioning-group", "parent": "cluster"},
    {"id": "trust", "name": "Trust", "kind": "nhs-trust"}
], "#;

/// One list of schemes.
pub const ONE_LIST: &str = r#""scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}], "#;

/// Two lists of schemes.
pub const TWO_LISTS: &str =
    r#""scheme_lists": [{"id": "l", "name": "L", "year": "2011/12"}, {"id": "m", "name": "M", "year": "2011/12"}], "#;

/// A list of schemes for each of two years.
pub const LISTS_OF_TWO_YEARS: &str = r#""scheme_lists": [
    {"id": "first", "name": "First", "year": "2011/12"},
    {"id": "second", "name": "Second", "year": "2012/13"}
], "#;

/// Two schemes take 4 and 2 from North in the first year, one 1 in the second; one is printed twice.
pub const SCHEMES_OF_NORTH: &str = r#""schemes": [
    {"id": "a", "name": "A", "list": "first", "provider": "north", "gross": "4", "unit": "£m"},
    {"id": "b", "name": "B", "list": "first", "provider": "north", "gross": "2", "unit": "£m"},
    {"id": "c", "name": "C", "list": "second", "provider": "north", "gross": "1", "unit": "£m"},
    {"id": "again", "name": "A, again", "list": "first", "provider": "north", "gross": "4", "unit": "£m", "same_as": "a"}
], "#;

/// Two programmes.
pub const TWO_PROGRAMMES: &str = r#""programmes": [{"id": "p", "name": "P"}, {"id": "q", "name": "Q"}], "#;

/// Spells in acute care.
pub const ACUTE_SPELLS: &str =
    r#""settings": [{"id": "acute", "name": "Acute"}], "points_of_delivery": [{"id": "spells", "name": "Spells"}], "#;

/// Spells in acute and in community care.
pub const ACUTE_AND_COMMUNITY: &str = r#""settings": [{"id": "acute", "name": "Acute"}, {"id": "community", "name": "Community"}],
    "points_of_delivery": [{"id": "spells", "name": "Spells"}], "#;

/// Acute spells, which take a bed, and visits, which do not.
pub const SPELLS_IN_BEDS: &str = r#""settings": [{"id": "acute", "name": "Acute"}],
    "points_of_delivery": [
        {"id": "spells", "name": "Spells", "takes_a_bed": "yes"},
        {"id": "visits", "name": "Visits"}
    ], "#;
