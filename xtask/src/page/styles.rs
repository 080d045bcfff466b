//! The style sheets: plain files, put together in the order that `styles/order.txt` gives.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, OrSay, Outcome};

/// All style sheets as one text.
pub fn concatenated(folder: &Path) -> Outcome<String> {
    let order = folder.join("order.txt");
    let names = fs::read_to_string(&order).or_say(|| format!("read {}", order.display()))?;
    let mut styles = String::new();
    for name in names.lines().map(str::trim).filter(|name| !name.is_empty()) {
        let path = folder.join(name);
        let sheet = fs::read_to_string(&path).map_err(|error| {
            Failure::new(format!("styles/order.txt names {name}, but it could not be read: {error}."))
                .advise(format!("write styles/{name}, or take its line out of styles/order.txt."))
        })?;
        styles.push_str(sheet.trim_end());
        styles.push('\n');
    }
    Ok(styles)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::message_of;

    fn folder(name: &str, files: &[(&str, &str)]) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("one-plan-{}-{name}", std::process::id()));
        let _ = fs::create_dir_all(&folder);
        for (file, content) in files {
            let _ = fs::write(folder.join(file), content);
        }
        folder
    }

    #[test]
    fn sheets_come_in_the_order_that_is_given() {
        let files =
            [("order.txt", "tokens.css\nlayout.css\n"), ("layout.css", "main{}\n\n"), ("tokens.css", ":root{}")];
        let folder = folder("styles-order", &files);
        assert_eq!(concatenated(&folder), Ok(":root{}\nmain{}\n".to_owned()));
        let _ = fs::remove_dir_all(folder);
    }

    #[test]
    fn a_sheet_that_is_missing_is_named() {
        let folder = folder("styles-missing", &[("order.txt", "charts.css\n")]);
        let message = message_of(concatenated(&folder));
        assert!(message.contains("names charts.css"), "{message}");
        assert!(message.contains("take its line out"), "{message}");
        let _ = fs::remove_dir_all(folder);
    }
}
