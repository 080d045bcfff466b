//! What `wasm-bindgen` makes of a compiled module: the module a browser runs, and the JavaScript ("glue") around it.

use wasm_bindgen_cli_support::Bindgen;

use crate::failure::{Failure, OrSay, Outcome};

/// A module with its glue in both dialects of JavaScript. The module is the same for both.
#[derive(Debug, Clone)]
pub struct Binding {
    /// The module.
    pub wasm: Vec<u8>,
    /// The glue as an ES module: for pages with files beside them.
    pub module_glue: String,
    /// The glue as a classic script, which defines `wasm_bindgen`: for the single file and for workers made from text.
    pub classic_glue: String,
}

/// Which dialect of JavaScript the glue is written in.
#[derive(Debug, Clone, Copy)]
enum Dialect {
    Module,
    Classic,
}

impl Binding {
    /// Binds the page.
    pub fn of(compiled: &[u8]) -> Outcome<Self> {
        let (module_glue, wasm) = bound(compiled, Dialect::Module, false)?;
        let (classic_glue, classic_wasm) = bound(compiled, Dialect::Classic, false)?;
        if wasm != classic_wasm {
            // The page hands one compiled module to workers that run the classic glue.
            return Err(Failure::new(
                "wasm-bindgen made two different modules for its two dialects of JavaScript; expected one that fits both.",
            )
            .advise("go back to the wasm-bindgen version that Cargo.lock held before."));
        }
        Ok(Self { wasm, module_glue, classic_glue })
    }
}

/// Binds the wasm tests: an ES module and its WebAssembly, names kept so that a failure can be read.
pub fn of_tests(compiled: &[u8]) -> Outcome<(String, Vec<u8>)> {
    bound(compiled, Dialect::Module, true)
}

fn bound(compiled: &[u8], dialect: Dialect, for_tests: bool) -> Outcome<(String, Vec<u8>)> {
    let what = || "bind the compiled page to JavaScript (wasm-bindgen)".to_owned();
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes("one_plan", compiled.to_vec())
        .typescript(false)
        .debug(for_tests)
        .remove_name_section(!for_tests)
        .remove_producers_section(!for_tests);
    match dialect {
        Dialect::Module => bindgen.web(true).or_say(what)?,
        Dialect::Classic => bindgen.no_modules(true).or_say(what)?,
    };
    let mut output = bindgen.generate_output().or_say(what)?;
    // Every crate with bindings has a list of scripts; almost all of them are empty.
    let inline = output.snippets().iter().filter(|(_, scripts)| !scripts.is_empty()).map(|(name, _)| name);
    let mut brought: Vec<&str> = inline.chain(output.local_modules().keys()).map(String::as_str).collect();
    brought.sort_unstable();
    if !brought.is_empty() {
        return Err(Failure::new(format!(
            "These crates of the page bring JavaScript files of their own, which the single file cannot carry: {}.",
            brought.join(", ")
        ))
        .advise("do without `inline_js` and `module = \"/…\"` in #[wasm_bindgen], also in dependencies."));
    }
    let wasm = output.wasm_mut().emit_wasm();
    Ok((output.js().to_owned(), wasm))
}
