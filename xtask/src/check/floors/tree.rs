//! The modules of a crate, and which file uses which.
//!
//! A path is followed through every `use` that gives a name on, to the file where the thing is defined. So a folder may
//! list what its files offer without being used by whoever asks for it, and a name that was passed on from a higher floor
//! is seen for what it is.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::source::{self, Module, ModulePath, Named, Place};

/// No name is passed on more often than this; what goes on for longer goes in a circle.
const MOST_STEPS: usize = 32;

/// One file uses another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// The file in which it is written.
    pub from: String,
    /// The file where the thing is defined, or one that passes its name on.
    pub to: String,
    /// Whether something defined in that file is used. A module that is only named, to reach what is in it, holds no
    /// one; nor does a file that passes a name on.
    pub defined_there: bool,
    /// The line on which it is first written.
    pub line: usize,
    /// What is written there.
    pub written: String,
}

/// The modules of a crate by their paths.
#[derive(Debug, Default)]
pub struct Tree {
    pub modules: BTreeMap<ModulePath, Module>,
}

/// Where a path leads.
#[derive(Debug, Default)]
struct Target {
    /// The modules that passed the name on.
    through: Vec<ModulePath>,
    /// The module in which it ends.
    module: ModulePath,
    /// Whether it ends at the module itself.
    whole_module: bool,
}

impl Tree {
    /// The modules of the files under a folder.
    pub fn of_folder(root: &Path, folder: &str) -> Result<Self, String> {
        let mut files = Vec::new();
        collect(&root.join(folder), &mut files)?;
        let mut named = Vec::new();
        for path in files {
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let inside = path.strip_prefix(root).map_err(|error| error.to_string())?;
            named.push((inside.to_string_lossy().replace('\\', "/"), text));
        }
        let sources = named.iter().map(|(file, text)| (file.as_str(), text.as_str()));
        Self::of_sources(folder, sources)
    }

    /// The modules of files, each given by its path with its text.
    pub fn of_sources<'a>(folder: &str, files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, String> {
        let mut tree = Self::default();
        let mut only_for_tests = Vec::new();
        for (file, text) in files {
            let source = source::read(file, module_path(folder, file), text)?;
            tree.modules.extend(source.modules);
            only_for_tests.extend(source.only_for_tests);
        }
        tree.modules.retain(|path, _| !only_for_tests.iter().any(|dropped| path.starts_with(dropped)));
        Ok(tree)
    }

    /// Which file uses which: each pair once, with the first line on which it does.
    pub fn edges(&self) -> Vec<Edge> {
        let mut edges: BTreeMap<(String, String, bool), Edge> = BTreeMap::new();
        for (path, module) in &self.modules {
            for named in &module.named {
                for edge in self.edges_of(path, module, named) {
                    let key = (edge.from.clone(), edge.to.clone(), edge.defined_there);
                    let first = edges.entry(key).or_insert_with(|| edge.clone());
                    if edge.line < first.line {
                        *first = edge;
                    }
                }
            }
        }
        edges.into_values().collect()
    }

    fn edges_of(&self, path: &ModulePath, module: &Module, named: &Named) -> Vec<Edge> {
        let target = match self.target(path, &named.segments) {
            Some(target) => target,
            None if named.place == Place::MacroName => match self.macro_around(path, &named.segments) {
                Some(target) => target,
                None => return Vec::new(),
            },
            None => return Vec::new(),
        };
        // A folder that lists what its own files offer does not use them.
        if named.place == Place::ReExport && target.module.starts_with(path) {
            return Vec::new();
        }
        let mut files: BTreeSet<(&str, bool)> = BTreeSet::new();
        // A folder that passes on what lies in it says no more than the thing itself.
        let elsewhere = target.through.iter().filter(|through| !target.module.starts_with(through));
        files.extend(elsewhere.map(|module| (self.file(module), false)));
        files.insert((self.file(&target.module), !target.whole_module));
        files
            .into_iter()
            .filter(|(file, _)| *file != module.file)
            .map(|(file, defined_there)| Edge {
                from: module.file.clone(),
                to: file.to_owned(),
                defined_there,
                line: named.line,
                written: named.segments.join("::"),
            })
            .collect()
    }

    fn file(&self, path: &ModulePath) -> &str {
        self.modules.get(path).map_or("", |module| module.file.as_str())
    }

    /// A macro without a path can also be one that is defined further up, before the module.
    fn macro_around(&self, path: &ModulePath, segments: &[String]) -> Option<Target> {
        let [name] = segments else { return None };
        let above = (0..path.len()).rev().map(|length| path[..length].to_vec());
        let module = above.into_iter().find(|above| self.defines(above, name))?;
        Some(Target { module, ..Target::default() })
    }

    fn defines(&self, module: &ModulePath, name: &str) -> bool {
        self.modules.get(module).is_some_and(|module| module.items.contains(name))
    }

    fn child(&self, module: &ModulePath, name: &str) -> Option<ModulePath> {
        let path = [module.as_slice(), &[name.to_owned()]].concat();
        self.modules.contains_key(&path).then_some(path)
    }

    /// Where a path leads that is written in a module; nothing for what another crate defines.
    fn target(&self, module: &ModulePath, segments: &[String]) -> Option<Target> {
        let mut target = Target { module: module.clone(), ..Target::default() };
        self.follow(&mut target, segments, true, MOST_STEPS).then_some(target)
    }

    /// Goes along a path from where `target` stands. `first` says that the path begins here: its first word may be one that
    /// leads up, or the name of something that another crate or the language defines.
    fn follow(&self, target: &mut Target, segments: &[String], first: bool, steps: usize) -> bool {
        let Some(steps) = steps.checked_sub(1) else { return false };
        let mut rest = segments;
        if first {
            while let Some((word, after)) = rest.split_first() {
                match word.as_str() {
                    "crate" => target.module.clear(),
                    "super" => drop(target.module.pop()),
                    "self" => {}
                    _ => break,
                }
                rest = after;
            }
        }
        let Some((name, after)) = rest.split_first() else {
            target.whole_module = true;
            return true;
        };
        self.step(target, name, after, first && rest.len() == segments.len(), steps)
    }

    /// One name of a path, looked up in the module where `target` stands.
    fn step(&self, target: &mut Target, name: &str, rest: &[String], first: bool, steps: usize) -> bool {
        let here = target.module.clone();
        let child = self.child(&here, name);
        // A module and a function may have one name: what something follows is the module.
        if !rest.is_empty()
            && let Some(child) = child
        {
            target.module = child;
            return self.follow(target, rest, false, steps);
        }
        if self.defines(&here, name) {
            return true;
        }
        let Some(module) = self.modules.get(&here) else { return false };
        if let Some(alias) = module.aliases.get(name)
            && !(alias.len() == 1 && alias[0] == name)
        {
            let mut onward = Target { module: here.clone(), through: target.through.clone(), whole_module: false };
            if self.follow(&mut onward, &[alias.as_slice(), rest].concat(), true, steps) {
                onward.through.push(here);
                *target = onward;
                return true;
            }
            // The name is passed on from another crate: this module is what is used.
            target.whole_module = true;
            return true;
        }
        if let Some(child) = child {
            target.module = child;
            target.whole_module = true;
            return true;
        }
        for glob in &module.globs {
            let mut onward = Target { module: here.clone(), ..Target::default() };
            if self.follow(&mut onward, glob, true, steps)
                && onward.whole_module
                && onward.module != here
                && self.offers(&onward.module, name)
            {
                onward.whole_module = false;
                if self.step(&mut onward, name, rest, false, steps) {
                    onward.through.extend(target.through.iter().cloned());
                    *target = onward;
                    return true;
                }
            }
        }
        // Nothing else defines it, so a macro of this module does. A word that stands alone may be anything.
        !first
    }

    fn offers(&self, module: &ModulePath, name: &str) -> bool {
        self.modules.get(module).is_some_and(|inside| {
            inside.items.contains(name) || inside.aliases.contains_key(name) || self.child(module, name).is_some()
        })
    }
}

fn collect(folder: &Path, files: &mut Vec<std::path::PathBuf>) -> Result<(), String> {
    let say = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(say)? {
        entries.push(entry.map_err(say)?.path());
    }
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

/// The module that a file is: `src/a/mod.rs` and `src/a.rs` are `a`, `src/a/b.rs` is `a::b`.
fn module_path(folder: &str, file: &str) -> ModulePath {
    let inside = file.strip_prefix(folder).unwrap_or(file).trim_start_matches('/').trim_end_matches(".rs");
    let mut path: ModulePath = inside.split('/').map(str::to_owned).collect();
    if path.last().is_some_and(|last| last == "mod" || (path.len() == 1 && last == "lib")) {
        path.pop();
    }
    path
}
