//! Staff, demand, beds and room, one file for each subject; the last holds them against each other.

pub mod beds;
pub mod closures;
pub mod demand;
pub mod fewer_beds;
pub mod provider_activity;
pub mod room;
pub mod staff;
pub mod stays;
pub mod what_follows;
pub mod workforce;
pub mod workforce_impact;

use super::folder::in_order;

in_order! {
    staff,
    workforce,
    workforce_impact,
    demand,
    beds,
    stays,
    closures,
    fewer_beds,
    provider_activity,
    room,
    what_follows,
}
