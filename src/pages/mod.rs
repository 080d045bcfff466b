//! The pages, one for each question a person comes with.
