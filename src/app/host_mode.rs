/// Where the application stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HostMode {
    /// It is the whole document: the address names the page, and the title is its own.
    #[default]
    Document,
    /// It is a part of another document, which keeps its address, its title and its focus.
    Embedded,
}
