//! The page as a site: files named by their content, so that a browser may keep them for ever.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::failure::{OrSay, Outcome};
use crate::page::template::{Filling, attribute, filled};
use crate::page::{Parts, policy, scripts};

/// The files of the site by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The name of the page that is one file, beside the others.
const ONE_FILE: &str = "one-plan.html";
/// The name of the script that keeps the site in the browser. The browser knows the site by it, so it stays.
const SERVICE_WORKER: &str = "service-worker.js";

/// For whom the site is put together.
#[derive(Clone, Copy)]
pub enum Use<'a> {
    /// To be published, with the page that is one file, where it is made: it is used where the browser gives the site no
    /// files.
    Published(Option<&'a str>),
    /// To be looked at while it is worked on, with one more script: it loads the page again. Nothing is kept.
    Served(&'a str),
}

/// Puts the site together.
pub fn files(parts: &Parts, used: Use<'_>) -> Outcome<Files> {
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
    let client = add("client", "js", scripts::CLIENT.as_bytes());
    let (one_file, service_worker) = match used {
        Use::Published(one_file) => (one_file.map_or("", |_| ONE_FILE), SERVICE_WORKER),
        Use::Served(_) => ("", ""),
    };
    let named = |script: &str| {
        let script = script.replace("WORKBOOK_MODULE", &workbook).replace("WORKBOOK_SCRIPT", &workbook_glue);
        let script = script.replace("CLASSIC", &classic).replace("GLUE", &glue).replace("WASM", &wasm);
        let script = script.replace("CLIENT", &client).replace("STYLES", &styles);
        script.replace("ONE_FILE", one_file).replace("SERVICE_WORKER", service_worker)
    };
    let start = add("start", "js", format!("{}{}", scripts::DOCUMENT, named(scripts::START_SITE)).as_bytes());
    // No modules: of a page in a sandbox the browser refuses to load them, and nothing would be said.
    let mut loaded = vec![client.as_str(), start.as_str()];
    if let Use::Served(script) = used {
        loaded.push(script);
    }
    let loaded: Vec<String> =
        loaded.iter().map(|source| format!("<script src=\"{}\" defer></script>", attribute(source))).collect();
    let plans: Outcome<Vec<String>> = parts.plans.iter().map(|plan| plan.element()).collect();
    let page = filled(
        &parts.template,
        &Filling {
            policy: &policy::element(&policy::of_site()),
            styles: &format!("<link rel=\"stylesheet\" href=\"{styles}\">"),
            plans: &plans?.join("\n"),
            scripts: &loaded.join("\n"),
        },
    )?;
    files.insert("index.html".to_owned(), page.into_bytes());
    if let Use::Published(one_file) = used {
        // Made before the other names are added: what the page needs is kept, and no more.
        let worker = service_worker_for(&files);
        files.insert(SERVICE_WORKER.to_owned(), worker.into_bytes());
        if let Some(one_file) = one_file {
            files.insert(ONE_FILE.to_owned(), one_file.as_bytes().to_vec());
        }
    }
    files.insert("one-plan.js".to_owned(), named(scripts::EMBED).into_bytes());
    files.insert("one-plan-element.js".to_owned(), named(scripts::ELEMENT).into_bytes());
    for (name, types) in &parts.types {
        files.insert(name.clone(), types.clone().into_bytes());
    }
    Ok(files)
}

/// The script that keeps these files. Its version follows from their content, so that any other page is another version.
fn service_worker_for(files: &Files) -> String {
    let mut contents = Vec::new();
    for (name, content) in files {
        contents.extend_from_slice(name.as_bytes());
        contents.extend_from_slice(content);
    }
    let names: Vec<String> = files.keys().map(|name| format!("\"{name}\"")).collect();
    scripts::SERVICE_WORKER.replace("VERSION", &policy::fingerprint(&contents)).replace("/*FILES*/", &names.join(", "))
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
            types: vec![("one-plan.d.ts".to_owned(), "export {};".to_owned())],
        }
    }

    #[test]
    fn every_file_the_scripts_name_is_there() {
        let files = files(&parts(), Use::Published(Some("one file"))).unwrap_or_default();
        for ending in ["wasm", "js", "css"] {
            assert!(files.keys().any(|name| name.starts_with("one-plan-") && name.ends_with(ending)));
        }
        let start = files.iter().find(|(name, _)| name.starts_with("start-"));
        let start = start.map_or_else(String::new, |(_, text)| String::from_utf8_lossy(text).into_owned());
        let named = files.keys().filter(|name| start.contains(&format!("./{name}\""))).count();
        assert_eq!(named, 5, "{start}");
        for name in ["one-plan.d.ts", "one-plan.js", "one-plan-element.js", ONE_FILE] {
            assert!(files.contains_key(name), "{name}");
        }
        for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".js")) {
            let text = String::from_utf8_lossy(text);
            for marker in [
                "GLUE",
                "WASM\"",
                "CLASSIC",
                "WORKBOOK_",
                "CLIENT\"",
                "STYLES\"",
                "ONE_FILE",
                "\"SERVICE_WORKER",
                "/*FILES*/",
            ] {
                assert!(!text.contains(marker), "{name} still has {marker}");
            }
        }
    }

    fn service_worker(styles: &str) -> String {
        let parts = Parts { styles: styles.to_owned(), ..parts() };
        let files = files(&parts, Use::Published(Some("one file"))).unwrap_or_default();
        String::from_utf8_lossy(files.get(SERVICE_WORKER).map_or(&[][..], Vec::as_slice)).into_owned()
    }

    #[test]
    fn what_the_page_needs_is_kept_and_another_page_is_another_version() {
        let worker = service_worker("p{}");
        let kept = worker.lines().find(|line| line.starts_with("const FILES")).unwrap_or_default();
        for kind in ["index.html", "client-", "start-", "one-plan-classic-", "one-plan-workbook-", ".wasm", ".css"] {
            assert!(kept.contains(kind), "{kind} is not kept: {kept}");
        }
        assert!(!kept.contains(ONE_FILE) && !kept.contains("one-plan.js"), "{kept}");
        assert_eq!(worker, service_worker("p{}"));
        assert_ne!(worker, service_worker("p{color:red}"));
    }

    #[test]
    fn only_serve_adds_a_script() {
        let text = |files: Outcome<Files>| {
            let files = files.unwrap_or_default();
            String::from_utf8_lossy(files.get("index.html").map_or(&[][..], Vec::as_slice)).into_owned()
        };
        assert!(!text(files(&parts(), Use::Published(None))).contains("reload"));
        assert!(text(files(&parts(), Use::Served("reload.js"))).contains("src=\"reload.js\""));
        assert!(!files(&parts(), Use::Served("reload.js")).unwrap_or_default().contains_key(SERVICE_WORKER));
    }
}
