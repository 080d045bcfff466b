//! Writes what is generated from the definitions of the model: the schema, and documents for people. `cargo xtask docs` runs
//! it; a test holds that they are current.

#[path = "../tests/support/documents/mod.rs"]
mod documents;

use std::io;

fn main() -> io::Result<()> {
    // All of it is made before any file is touched, and each file is replaced in one step: what fails leaves all as it was.
    let root = documents::register::project();
    for document in documents::all() {
        let path = root.join(document.path);
        if std::fs::read_to_string(&path).is_ok_and(|before| before == document.text) {
            println!("{}: as it was", document.path);
            continue;
        }
        let new = path.with_extension("new");
        std::fs::write(&new, &document.text)?;
        std::fs::rename(&new, &path)?;
        println!("{}: written", document.path);
    }
    Ok(())
}
