//! The content security policy: what the browser lets the page do. It is how the page proves that nothing leaves.

use sha2::{Digest, Sha256};

use crate::page::packed;

/// A source expression that allows one inline script or style by its content: `'sha256-…'`.
pub fn sha256_source(content: &[u8]) -> String {
    format!("'sha256-{}'", packed::base64(&Sha256::digest(content)))
}

/// The first twelve hexadecimal digits of the content's SHA-256: enough to name a file by what is in it.
pub fn fingerprint(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// The policy of the single file: its own scripts and styles by their content, and no connection at all.
pub fn of_single_file(scripts: &[&str], style: &str) -> String {
    let scripts: Vec<String> = scripts.iter().map(|script| sha256_source(script.as_bytes())).collect();
    format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval' {}; worker-src blob:; style-src {}; \
         img-src data: blob:; base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        sha256_source(style.as_bytes())
    )
}

/// The policy of the site: files from its own place only. It connects to that place alone, to load its module.
pub fn of_site() -> String {
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self'; \
     connect-src 'self'; img-src data: blob:; base-uri 'none'; form-action 'none'"
        .to_owned()
}

/// The policy as the element that states it.
pub fn element(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_browsers_compute() {
        // The example of the CSP specification (https://www.w3.org/TR/CSP3/#external-hash): alert('Hello, world.');
        assert_eq!(sha256_source(b"alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }

    #[test]
    fn the_single_file_allows_its_own_scripts_and_no_connection() {
        let policy = of_single_file(&["let a;", "start();"], "p{}");
        assert!(policy.starts_with("default-src 'none'; script-src 'wasm-unsafe-eval' 'sha256-"));
        assert_eq!(policy.matches("'sha256-").count(), 3);
        assert!(!policy.contains("connect-src"));
        assert!(!policy.contains("unsafe-inline"));
    }

    #[test]
    fn a_fingerprint_is_short_and_follows_the_content() {
        assert_eq!(fingerprint(b"").len(), 12);
        assert_eq!(fingerprint(b""), "e3b0c44298fc");
        assert_ne!(fingerprint(b"a"), fingerprint(b"b"));
    }
}
