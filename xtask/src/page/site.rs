//! The page as a site: files named by their content, so that a browser may keep them for ever.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::failure::{OrSay, Outcome};
use crate::page::template::{Filling, attribute, filled};
use crate::page::{KEEP_CLIENT, Parts, WORKBOOK_CLIENT, policy};

/// The files of the site by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Starts the page once its files are there.
const START: &str = include_str!("start_site.js");
/// Lets another page import the JavaScript API under a name that stays.
const EMBED: &str = include_str!("embed_site.js");

/// Puts the site together. `extra_script` names one more script to load: `serve` reloads the page with it.
pub fn files(parts: &Parts, extra_script: Option<&str>) -> Outcome<Files> {
    let mut files = Files::new();
    let mut add = |stem: &str, ending: &str, content: &[u8]| {
        let name = format!("{stem}-{}.{ending}", policy::fingerprint(content));
        files.insert(name.clone(), content.to_vec());
        name
    };
    let wasm = add("one-plan", "wasm", &parts.binding.wasm);
    let glue = add("one-plan", "js", parts.binding.module_glue.as_bytes());
    let classic = add("one-plan-classic", "js", parts.binding.classic_glue.as_bytes());
    let styles = add("one-plan", "css", parts.styles.as_bytes());
    let workbook = add("one-plan-workbook", "wasm", &parts.workbook.wasm);
    let workbook_glue = add("one-plan-workbook", "js", parts.workbook.classic_glue.as_bytes());
    let named = |script: &str| {
        let script = script.replace("WORKBOOK_MODULE", &workbook).replace("WORKBOOK_SCRIPT", &workbook_glue);
        script.replace("CLASSIC", &classic).replace("GLUE", &glue).replace("WASM", &wasm)
    };
    let start = add("start", "js", format!("{WORKBOOK_CLIENT}{KEEP_CLIENT}{}", named(START)).as_bytes());
    let mut scripts = format!("<script type=\"module\" src=\"{start}\"></script>");
    if let Some(source) = extra_script {
        scripts.push_str(&format!("\n<script src=\"{}\" defer></script>", attribute(source)));
    }
    let plans: Outcome<Vec<String>> = parts.plans.iter().map(|plan| plan.element()).collect();
    let page = filled(
        &parts.template,
        &Filling {
            policy: &policy::element(&policy::of_site()),
            styles: &format!("<link rel=\"stylesheet\" href=\"{styles}\">"),
            plans: &plans?.join("\n"),
            scripts: &scripts,
        },
    )?;
    files.insert("one-plan.js".to_owned(), named(EMBED).into_bytes());
    files.insert("index.html".to_owned(), page.into_bytes());
    if let Some(types) = &parts.types {
        files.insert("one-plan.d.ts".to_owned(), types.clone().into_bytes());
    }
    Ok(files)
}

/// Writes the site to a folder, in place of what was there.
pub fn write(files: &Files, folder: &Path) -> Outcome<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).or_say(|| format!("empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).or_say(|| format!("make {}", folder.display()))?;
    for (name, content) in files {
        let path = folder.join(name);
        fs::write(&path, content).or_say(|| format!("write {}", path.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::binding::Binding;

    fn parts() -> Parts {
        let binding = Binding {
            wasm: b"\0asm".to_vec(),
            module_glue: "export default function start() {}".to_owned(),
            classic_glue: "let wasm_bindgen;".to_owned(),
        };
        Parts {
            workbook: binding.clone(),
            binding,
            template:
                "<!-- one-plan:policy --><!-- one-plan:styles --><!-- one-plan:plans --><!-- one-plan:scripts -->"
                    .to_owned(),
            styles: "p{}".to_owned(),
            plans: Vec::new(),
            types: Some("export {};".to_owned()),
        }
    }

    #[test]
    fn every_file_the_scripts_name_is_there() {
        let files = files(&parts(), None).unwrap_or_default();
        for ending in ["wasm", "js", "css"] {
            assert!(files.keys().any(|name| name.starts_with("one-plan-") && name.ends_with(ending)));
        }
        let start = files.iter().find(|(name, _)| name.starts_with("start-"));
        let start = start.map_or_else(String::new, |(_, text)| String::from_utf8_lossy(text).into_owned());
        let named = files.keys().filter(|name| start.contains(&format!("./{name}\""))).count();
        assert_eq!(named, 5, "{start}");
        assert!(files.contains_key("one-plan.d.ts"));
    }

    #[test]
    fn only_serve_adds_a_script() {
        let text = |files: Outcome<Files>| {
            let files = files.unwrap_or_default();
            String::from_utf8_lossy(files.get("index.html").map_or(&[][..], Vec::as_slice)).into_owned()
        };
        assert!(!text(files(&parts(), None)).contains("reload"));
        assert!(text(files(&parts(), Some("reload.js"))).contains("src=\"reload.js\""));
    }
}
