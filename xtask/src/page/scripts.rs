//! The scripts of the page beside its module: what needs no model is plain JavaScript, which costs the module nothing.

/// What both forms of the page and other pages use: calls of the second module, presses that need no model, and the focus that
/// is not lost.
pub const CLIENT: &str = concat!(
    include_str!("scripts/workbook_client.js"),
    include_str!("scripts/made.js"),
    include_str!("scripts/presses.js"),
    include_str!("scripts/tables.js"),
    include_str!("scripts/scramble.js"),
    include_str!("scripts/network_test.js"),
    include_str!("scripts/keep_focus.js"),
);

/// What the page uses where it is a document of its own: the work is kept in the browser, other ways in
/// than a file that is chosen, and printing.
pub const DOCUMENT: &str = concat!(
    include_str!("scripts/keep_client.js"),
    include_str!("scripts/handed_file.js"),
    include_str!("scripts/frame.js"),
    include_str!("scripts/link.js"),
    include_str!("scripts/printing.js"),
);

/// Starts the page that is one file.
pub const START_SINGLE_FILE: &str = include_str!("scripts/start_single_file.js");

/// Starts the page of the site once its files are there, and keeps them in the browser.
pub const START_SITE: &str = concat!(include_str!("scripts/update.js"), include_str!("scripts/start_site.js"));

/// Keeps the files of the site, so that it opens without a network.
pub const SERVICE_WORKER: &str = include_str!("scripts/service_worker.js");

/// Lets another page import the JavaScript API under a name that stays.
pub const EMBED: &str = include_str!("scripts/embed_site.js");

/// Makes the page an element of another page.
pub const ELEMENT: &str = include_str!("scripts/one_plan_element.js");
