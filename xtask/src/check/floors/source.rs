//! Reads one source file: what it defines, what it gives other names, and which paths it names.
//!
//! Code that is compiled for tests alone is left out: a test may use whatever it needs. In macros, whose meaning only the
//! compiler knows, everything that is written like a path is taken for one.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, ImplItem, Item, Macro, Meta, UseTree, Visibility};

/// A module by the names that lead to it from the root of its crate.
pub type ModulePath = Vec<String>;

/// Where a path is written, which decides what it counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a `use` that others do not see.
    Import,
    /// In a `pub use`, `pub(crate) use` and the like.
    ReExport,
    /// In an expression, a type, a pattern, or inside the brackets of a macro.
    Code,
    /// Before the `!` of a macro; its name is also looked for in the modules around.
    MacroName,
}

/// A path as it is written.
#[derive(Clone, Debug)]
pub struct Named {
    /// `crate`, `super`, or whatever else it begins with, and what follows.
    pub segments: Vec<String>,
    /// The line in the file.
    pub line: usize,
    /// Where it is written.
    pub place: Place,
}

/// What stands in one module.
#[derive(Clone, Debug, Default)]
pub struct Module {
    /// The file it stands in; an inline module shares that of its parent.
    pub file: String,
    /// The names it defines. What a macro defines is not among them.
    pub items: BTreeSet<String>,
    /// The names that a `use` gives to something else.
    pub aliases: BTreeMap<String, Vec<String>>,
    /// The paths whose every name it takes over.
    pub globs: Vec<Vec<String>>,
    /// The paths it names.
    pub named: Vec<Named>,
    /// For each macro that is called at its top, the words between the brackets that stand for themselves.
    pub macro_words: BTreeMap<String, Vec<String>>,
}

/// What one file adds to its crate.
#[derive(Debug, Default)]
pub struct Source {
    /// The module of the file and those written inside it.
    pub modules: BTreeMap<ModulePath, Module>,
    /// The modules in other files that are compiled for tests alone.
    pub only_for_tests: Vec<ModulePath>,
}

/// Reads the text of a file that is the module `path`.
pub fn read(file: &str, path: ModulePath, text: &str) -> Result<Source, String> {
    let parsed = syn::parse_file(text).map_err(|error| {
        let place = error.span().start();
        format!("{file}:{}:{}: {error}", place.line, place.column + 1)
    })?;
    let mut reader = Reader { file, path, source: Source::default() };
    reader.module(&parsed.items);
    Ok(reader.source)
}

struct Reader<'a> {
    file: &'a str,
    path: ModulePath,
    source: Source,
}

impl Reader<'_> {
    fn module(&mut self, items: &[Item]) {
        self.here().items.extend(items.iter().filter_map(name_of));
        for item in items {
            if let Item::Macro(called) = item
                && called.ident.is_none()
                && let Some(name) = called.mac.path.segments.last()
            {
                let words = words(called.mac.tokens.clone());
                self.here().macro_words.insert(name.ident.to_string(), words);
            }
            self.visit_item(item);
        }
    }

    fn here(&mut self) -> &mut Module {
        let module = self.source.modules.entry(self.path.clone()).or_default();
        if module.file.is_empty() {
            self.file.clone_into(&mut module.file);
        }
        module
    }

    fn name(&mut self, segments: Vec<String>, line: usize, place: Place) {
        self.here().named.push(Named { segments, line, place });
    }

    fn import(&mut self, tree: &UseTree, before: &[String], place: Place) {
        match tree {
            UseTree::Path(path) => {
                self.import(&path.tree, &[before, &[path.ident.to_string()]].concat(), place);
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.import(tree, before, place)),
            UseTree::Name(name) => self.import_as(name.ident.to_string(), None, name.ident.span(), before, place),
            UseTree::Rename(rename) => {
                let (name, alias) = (rename.ident.to_string(), rename.rename.to_string());
                self.import_as(name, Some(alias), rename.ident.span(), before, place);
            }
            UseTree::Glob(glob) => {
                self.here().globs.push(before.to_vec());
                let line = glob.star_token.spans[0].start().line;
                self.name(before.to_vec(), line, place);
            }
        }
    }

    fn import_as(
        &mut self,
        name: String,
        alias: Option<String>,
        span: proc_macro2::Span,
        before: &[String],
        place: Place,
    ) {
        // `use a::b::{self}` is `use a::b`.
        let segments = if name == "self" && !before.is_empty() { before.to_vec() } else { [before, &[name]].concat() };
        let alias = alias.or_else(|| segments.last().cloned()).unwrap_or_default();
        self.here().aliases.insert(alias, segments.clone());
        self.name(segments, span.start().line, place);
    }

    /// What looks like a path between the brackets of a macro. What stands in the definition of a macro is looked up where
    /// the macro is called, except for what begins at the crate.
    fn tokens(&mut self, tokens: TokenStream, definition: bool) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < trees.len() {
            match &trees[at] {
                TokenTree::Group(group) => {
                    self.tokens(group.stream(), definition);
                    at += 1;
                }
                // `pub(crate)` names no use of the crate.
                TokenTree::Ident(word) if word == "pub" => {
                    let restricted = matches!(trees.get(at + 1), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
                    at += if restricted { 2 } else { 1 };
                }
                TokenTree::Ident(first) => {
                    let begun = at;
                    let line = first.span().start().line;
                    let mut segments = vec![first.to_string()];
                    at += 1;
                    while let [TokenTree::Punct(one), TokenTree::Punct(two), TokenTree::Ident(next), ..] = &trees[at..]
                        && (one.as_char(), two.as_char()) == (':', ':')
                    {
                        segments.push(next.to_string());
                        at += 3;
                    }
                    let from_crate = segments[0] == "crate";
                    if from_crate || (!definition && !is_no_path(&trees, begun, at)) {
                        self.name(segments, line, Place::Code);
                    }
                }
                _ => at += 1,
            }
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = attributes_of(item);
        let for_tests = attributes.iter().any(is_for_tests);
        if let Item::Mod(module) = item {
            let name = module.ident.to_string();
            let path = [self.path.as_slice(), &[name]].concat();
            match &module.content {
                None if for_tests => self.source.only_for_tests.push(path),
                Some((_, items)) if !for_tests => {
                    self.path = path;
                    self.module(items);
                    self.path.pop();
                }
                _ => {}
            }
        } else if !for_tests {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        let for_tests = matches!(item, ImplItem::Fn(function) if function.attrs.iter().any(is_for_tests));
        if !for_tests {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if item.leading_colon.is_none() {
            let seen = !matches!(item.vis, Visibility::Inherited);
            self.import(&item.tree, &[], if seen { Place::ReExport } else { Place::Import });
        }
    }

    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if item.ident.is_some() {
            self.tokens(item.mac.tokens.clone(), true);
        } else {
            self.visit_macro(&item.mac);
        }
    }

    fn visit_macro(&mut self, called: &'ast Macro) {
        if let Some((segments, line)) = written(&called.path) {
            self.name(segments, line, Place::MacroName);
        }
        self.tokens(called.tokens.clone(), false);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if let Some((segments, line)) = written(path) {
            self.name(segments, line, Place::Code);
        }
        visit::visit_path(self, path);
    }

    // `pub(super)` names no use of the module above, and attributes name what other crates define.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}

/// The words of a path with its line; nothing where it begins in another crate.
fn written(path: &syn::Path) -> Option<(Vec<String>, usize)> {
    let first = path.segments.first()?;
    if path.leading_colon.is_some() {
        return None;
    }
    let segments = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    Some((segments, first.ident.span().start().line))
}

/// Whether a word in a macro that reaches from `begun` to `ended` cannot be a path: a variable of the macro, a field or a
/// method, a lifetime, the name before a colon, and what follows the type in `<Type as Trait>::name`.
fn is_no_path(trees: &[TokenTree], begun: usize, ended: usize) -> bool {
    let sign = |at: Option<usize>| at.and_then(|at| trees.get(at)).and_then(punctuation);
    let before = (sign(begun.checked_sub(2)), sign(begun.checked_sub(1)));
    let after = (sign(Some(ended)), sign(Some(ended + 1)));
    let alone = ended == begun + 1;
    match before {
        (_, Some('$' | '\'')) | (Some(':'), Some(':')) => true,
        (earlier, Some('.')) if earlier != Some('.') => true,
        _ => alone && after.0 == Some(':') && after.1 != Some(':'),
    }
}

fn punctuation(tree: &TokenTree) -> Option<char> {
    match tree {
        TokenTree::Punct(sign) => Some(sign.as_char()),
        _ => None,
    }
}

/// The words between commas at the top of a macro's brackets: `a` and `b` in `a, b`.
fn words(tokens: TokenStream) -> Vec<String> {
    tokens
        .into_iter()
        .filter_map(|tree| match tree {
            TokenTree::Ident(word) => Some(word.to_string()),
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => Some(group.stream().to_string()),
            _ => None,
        })
        .collect()
}

/// Whether an attribute keeps what it stands on for tests: `#[test]`, `#[cfg(test)]`, `#[cfg(all(test, unix))]`.
fn is_for_tests(attribute: &Attribute) -> bool {
    if attribute.path().is_ident("test") {
        return true;
    }
    attribute.path().is_ident("cfg") && attribute.parse_args::<Meta>().is_ok_and(|condition| needs_tests(&condition))
}

fn needs_tests(condition: &Meta) -> bool {
    let Meta::List(list) = condition else {
        return condition.path().is_ident("test");
    };
    let inner = list.parse_args_with(syn::punctuated::Punctuated::<Meta, syn::Token![,]>::parse_terminated);
    let inner = inner.unwrap_or_default();
    (list.path.is_ident("all") && inner.iter().any(needs_tests))
        || (list.path.is_ident("any") && !inner.is_empty() && inner.iter().all(needs_tests))
}

fn name_of(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::TraitAlias(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

fn attributes_of(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
