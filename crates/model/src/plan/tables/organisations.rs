use crate::plan::Id;
use crate::plan::definition::{choice, table};

choice! {
    /// What kind of organisation it is.
    OrganisationKind {
        /// A primary care trust.
        PrimaryCareTrust = "primary-care-trust",
        /// A cluster of primary care trusts.
        Cluster = "cluster",
        /// A strategic health authority or region.
        Region = "region",
        /// A group of practices that commissions: a GP commissioning consortium or clinical commissioning group.
        CommissioningGroup = "commissioning-group",
        /// A local transformation board or locality that groups commissioners.
        Locality = "locality",
        /// An NHS trust.
        NhsTrust = "nhs-trust",
        /// An NHS foundation trust.
        FoundationTrust = "foundation-trust",
        /// A local authority.
        LocalAuthority = "local-authority",
        /// A provider of community services.
        CommunityProvider = "community-provider",
        /// A voluntary or independent organisation.
        Independent = "independent",
        /// An integrated care board of today.
        IntegratedCareBoard = "integrated-care-board",
        /// Anything else.
        Other = "other",
    }
}

impl OrganisationKind {
    /// Whether it buys care: what is required of providers is not required of it.
    pub const fn commissions(self) -> bool {
        matches!(
            self,
            Self::PrimaryCareTrust
                | Self::Cluster
                | Self::Region
                | Self::CommissioningGroup
                | Self::Locality
                | Self::IntegratedCareBoard
        )
    }
}

table! {
    /// An organisation of the health economy.
    named Organisation as ["organisation", "providers and commissioners"] {
        /// What kind of organisation it is.
        kind: Option<OrganisationKind> as ["type", "organisation type"],
        /// The organisation or locality that it is part of.
        parent: Option<Id<Organisation>> as ["part of", "belongs to"],
        /// Other names by which the plan calls it.
        aliases: Option<String>,
        /// What the plan says about its status, such as the way to foundation trust.
        status: Option<String>,
    }
}
