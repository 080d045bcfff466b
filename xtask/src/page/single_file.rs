//! The page as one HTML file that works from a disk, with no network and no other file.

use crate::failure::Outcome;
use crate::page::template::{Filling, filled, inline_script, inline_style};
use crate::page::{Parts, packed, policy, scripts};

/// Puts the file together. `wasm_gzip` and `workbook_gzip` are the modules, [compressed](packed::gzip).
pub fn html(parts: &Parts, wasm_gzip: &[u8], workbook_gzip: &[u8]) -> Outcome<String> {
    let glue = inline_script(&parts.binding.classic_glue);
    // Text that no browser runs where it stands: a worker is made of it.
    let workbook_glue = inline_script(&parts.workbook.classic_glue);
    let start = inline_script(&[scripts::CLIENT, scripts::DOCUMENT, scripts::START_SINGLE_FILE].concat());
    let styles = inline_style(&parts.styles);
    let wasm = packed::base64(wasm_gzip);
    let workbook = packed::base64(workbook_gzip);
    let plans: Outcome<Vec<String>> = parts.plans.iter().map(|plan| plan.element()).collect();
    filled(
        &parts.template,
        &Filling {
            policy: &policy::element(&policy::of_single_file(&[&glue, &start], &styles)),
            styles: &format!("<style>{styles}</style>"),
            plans: &plans?.join("\n"),
            scripts: &format!(
                "<script type=\"application/wasm;base64\" id=\"one-plan-wasm\">{wasm}</script>\n\
                 <script type=\"application/wasm;base64\" id=\"one-plan-workbook-wasm\">{workbook}</script>\n\
                 <script type=\"text/plain\" id=\"one-plan-workbook-glue\">{workbook_glue}</script>\n\
                 <script id=\"one-plan-glue\">{glue}</script>\n\
                 <script>{start}</script>"
            ),
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::binding::Binding;
    use crate::page::plans::ExamplePlan;

    fn page() -> String {
        let binding = Binding {
            wasm: b"\0asm</script>".to_vec(),
            module_glue: String::new(),
            classic_glue: "let wasm_bindgen = '</script>';".to_owned(),
        };
        let parts = Parts {
            workbook: binding.clone(),
            binding,
            template:
                "<!-- one-plan:policy --><!-- one-plan:styles --><!-- one-plan:plans --><!-- one-plan:scripts -->"
                    .to_owned(),
            styles: "p{content:'</style>'}".to_owned(),
            plans: vec![ExamplePlan {
                name: "a".to_owned(),
                title: "A".to_owned(),
                system: "B".to_owned(),
                bytes: b"{\"a\":\"</script>\"}".to_vec(),
            }],
            types: Vec::new(),
        };
        packed::gzip(&parts.binding.wasm).and_then(|wasm| html(&parts, &wasm, &wasm)).unwrap_or_default()
    }

    /// What stands between the first `opening` and the next `closing`.
    fn between<'a>(text: &'a str, opening: &str, closing: &str) -> &'a str {
        let after = text.split_once(opening).map_or("", |(_, after)| after);
        after.split_once(closing).map_or("", |(inside, _)| inside)
    }

    #[test]
    fn every_element_ends_where_it_should() {
        let page = page();
        assert_eq!(page.matches("<script").count(), 6);
        assert_eq!(page.matches("</script>").count(), 6);
        assert_eq!(page.matches("</style>").count(), 1);
    }

    #[test]
    fn the_policy_allows_exactly_the_text_that_stands_in_the_file() {
        let page = page();
        for (opening, closing) in
            [("<script id=\"one-plan-glue\">", "</script>"), ("<script>", "</script>"), ("<style>", "</style>")]
        {
            let content = between(&page, opening, closing);
            assert!(!content.is_empty());
            assert!(page.contains(&policy::sha256_source(content.as_bytes())), "{opening}");
        }
    }

    #[test]
    fn nothing_is_loaded_from_elsewhere() {
        let page = page();
        assert!(!page.contains("src=\"") && !page.contains("href=\""));
    }
}
