//! A plan as a link, which a script of the page makes.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    // Stands in the scripts that start the page; a document that only loads the JavaScript API has none.
    #[wasm_bindgen(js_name = onePlanShare, catch)]
    async fn share(plan: &str, name: &str) -> Result<JsValue, JsValue>;
}

/// Makes a link to a plan and shows it in the element with `data-link`; answers with what is to be said of it.
///
/// # Errors
///
/// Why there is none.
pub async fn share_link(plan: &str, name: &str) -> Result<String, String> {
    match share(plan, name).await {
        Ok(words) => Ok(words.as_string().unwrap_or_default()),
        Err(_) => Err("this page stands in another one, whose address is not its own".to_owned()),
    }
}
