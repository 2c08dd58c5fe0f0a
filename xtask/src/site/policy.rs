//! What a page may do: the one place that says it, for `<meta>`, and the headers that a host should add.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use dument_pages::Page;
use sha2::{Digest as _, Sha256};

/// Nothing but the page's own origin, its own style sheet and the one script it may hold; WebAssembly, but no `eval`. It stands in
/// the page, which knows both: so it holds on any host. Only the page that shows the embedded tools may show a frame.
pub(super) fn content_security_policy(style: &str, script: Option<&str>, page: Page) -> String {
    let frames = if page == Page::Integrate { "frame-src 'self'; " } else { "" };
    let digest = |text| format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    let (style, script) = (digest(style), script.map(digest).unwrap_or_default());
    format!(
        "default-src 'none'; \
         script-src 'self'{script} 'wasm-unsafe-eval'; \
         style-src 'self'{style}; \
         font-src 'self'; \
         img-src 'self' data: blob:; \
         connect-src 'self'; \
         manifest-src 'self'; \
         worker-src 'self'; \
         {frames}\
         base-uri 'none'; \
         form-action 'none'"
    )
}

/// Nothing but what the page itself holds: it can ask no one for anything.
pub(super) fn of_one_file(style: &str, script: &str) -> String {
    let [style, script] = [style, script].map(|text| BASE64_STANDARD.encode(Sha256::digest(text)));
    format!(
        "default-src 'none'; \
         script-src 'sha256-{script}' blob: 'wasm-unsafe-eval'; \
         style-src 'sha256-{style}' blob:; \
         font-src data:; \
         img-src data: blob:; \
         base-uri 'none'; \
         form-action 'none'"
    )
}

/// The headers of an answer, by the path that was asked for. Of the policy they say what only a header can: a `<meta>` with it is
/// ignored, and the browser complains.
///
/// Tools stand in the pages of other sites (`/embed/`): nothing may keep them out, not even where those sites isolate themselves.
/// What they load is asked for without an origin where they stand in a sandbox.
pub(crate) fn headers(path: &str) -> Vec<(&'static str, &'static str)> {
    let embedded = path.starts_with("/embed/");
    let shared = embedded || ["/assets/", "/icons/", "/reference.json"].iter().any(|start| path.starts_with(start));
    let mut headers = vec![
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Resource-Policy", if shared { "cross-origin" } else { "same-origin" }),
    ];
    if shared {
        headers.extend([("Access-Control-Allow-Origin", "*"), ("Cross-Origin-Embedder-Policy", "require-corp")]);
    }
    if !embedded {
        headers.extend([("Content-Security-Policy", "frame-ancestors 'self'"), ("Cross-Origin-Opener-Policy", "same-origin")]);
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checked with `printf 'a{}' | openssl dgst -sha256 -binary | base64`.
    #[test]
    fn the_style_sheet_and_the_script_are_named_by_their_digests() {
        let policy = content_security_policy("a{}", Some("a{}"), Page::Home);
        let digest = "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='";
        assert!(policy.contains(&format!("style-src 'self' {digest};")));
        assert!(policy.contains(&format!("script-src 'self' {digest} 'wasm-unsafe-eval';")));
        assert!(content_security_policy("a{}", None, Page::Home).contains("script-src 'self' 'wasm-unsafe-eval';"));
    }

    #[test]
    fn tools_may_stand_in_other_sites_and_nothing_else_may() {
        let named = |path, name| headers(path).into_iter().find(|(found, _)| *found == name).map(|(_, value)| value);
        for path in ["/", "/penalites/", "/dossiers/"] {
            assert_eq!(named(path, "Content-Security-Policy"), Some("frame-ancestors 'self'"));
            assert_eq!(named(path, "Cross-Origin-Resource-Policy"), Some("same-origin"));
            assert_eq!(named(path, "Access-Control-Allow-Origin"), None);
        }
        for path in ["/embed/v1/penalites/", "/embed/v1/embed.js", "/embed/v1/penalites"] {
            assert_eq!(named(path, "Content-Security-Policy"), None);
            assert_eq!(named(path, "Cross-Origin-Embedder-Policy"), Some("require-corp"));
        }
        for path in ["/embed/v1/embed.js", "/assets/dument-0.js", "/icons/icon-192.png", "/reference.json"] {
            assert_eq!(named(path, "Cross-Origin-Resource-Policy"), Some("cross-origin"));
            assert_eq!(named(path, "Access-Control-Allow-Origin"), Some("*"));
        }
    }
}
