//! Which sheet is which table, which column is which, and in which unit: by names that are known, never by likeness.
//!
//! Here sheets are held against each other: what each is, which of them count, and what several say of the same. What stands
//! in one sheet is read by `tables` and `tracker`.
//!
//! 1. `names_made`: what was done to identifiers and references
//! 2. `known_names`: what is known while files are read
//! 3. `recognised`: what was found
//! 4. `sheets`: what a sheet is as a whole
//! 5. `same_schemes`: schemes that several sheets hold count once
//! 6. `set_aside`: sheets whose schemes do not count, or not yet
//! 7. `known_trackers`: which trackers the files hold, for sheets beside them that say less
//! 8. `names`: to which rows of other tables rows refer
//! 9. `parts`: the parts of a sheet that are read on their own
//! 10. `read_table`: a part of a sheet as a table, or as one for each year
//! 11. `read_part`: a part of a sheet as what it is
//! 12. `read_files`: all of that together

mod known_names;
mod known_trackers;
mod names;
mod names_made;
mod parts;
mod read_files;
mod read_part;
mod read_table;
mod recognised;
mod same_schemes;
mod set_aside;
mod sheets;

pub use names_made::NamesMade;
pub(crate) use read_files::recognise;
pub use recognised::Recognised;
pub(crate) use sheets::holds_patients;
