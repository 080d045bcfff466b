//! The page as files: compiled, bound to JavaScript, and put together in the two forms that are published.

pub mod binding;
pub mod compile;
pub mod packed;
pub mod plans;
pub mod policy;
pub mod scripts;
pub mod single_file;
pub mod site;
pub mod size;
pub mod styles;
pub mod template;

use std::fs;

use crate::failure::{OrSay, Outcome};
use crate::page::binding::Binding;
use crate::page::compile::Profile;
use crate::page::plans::ExamplePlan;
use crate::toolchain::WasmToolchain;
use crate::workspace::Workspace;

/// Everything that a form of the page is put together from.
pub struct Parts {
    /// The page compiled, with the JavaScript that starts it.
    pub binding: Binding,
    /// The second module, which reads and writes workbooks.
    pub workbook: Binding,
    /// `index.html`, with its markers.
    pub template: String,
    /// All style sheets, in their order.
    pub styles: String,
    /// The plans that the page offers as examples.
    pub plans: Vec<ExamplePlan>,
    /// The types of the JavaScript API and of the element, by the name of their file, where they are written.
    pub types: Vec<(String, String)>,
}

impl Parts {
    /// Compiles the page and reads what else it consists of.
    pub fn gather(workspace: &Workspace, toolchain: &WasmToolchain, profile: Profile) -> Outcome<Self> {
        let wasm = compile::page(workspace, toolchain, profile)?;
        let workbook = compile::workbook(workspace, toolchain, profile)?;
        Self::around(workspace, Binding::of(&wasm)?, Binding::of(&workbook)?)
    }

    /// Reads what the page consists of beside its code.
    pub fn around(workspace: &Workspace, binding: Binding, workbook: Binding) -> Outcome<Self> {
        let template = workspace.path("index.html");
        let types = ["one-plan.d.ts", "one-plan-element.d.ts"]
            .into_iter()
            .filter_map(|name| Some((name.to_owned(), fs::read_to_string(workspace.path("src").join(name)).ok()?)));
        Ok(Self {
            binding,
            workbook,
            template: fs::read_to_string(&template).or_say(|| format!("read {}", template.display()))?,
            styles: styles::concatenated(&workspace.path("styles"))?,
            plans: plans::all(&workspace.path("plans"))?,
            types: types.collect(),
        })
    }
}
