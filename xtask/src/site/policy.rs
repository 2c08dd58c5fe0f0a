//! What a page may do: the one place that says it, for the served headers and for `<meta>`.

/// Nothing but the page's own origin; WebAssembly, but no inline script and no `eval`.
pub(crate) const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
     script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; \
     font-src 'self'; \
     img-src 'self' data: blob:; \
     connect-src 'self'; \
     manifest-src 'self'; \
     worker-src 'self'; \
     base-uri 'none'; \
     form-action 'none'";

/// What only a header can say: a `<meta>` with it is ignored, and the browser complains.
const ONLY_IN_HEADERS: &str = "frame-ancestors 'self'";

/// The headers of every answer.
pub(crate) fn headers() -> Vec<(&'static str, String)> {
    vec![
        ("Content-Security-Policy", format!("{CONTENT_SECURITY_POLICY}; {ONLY_IN_HEADERS}")),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()".to_owned()),
    ]
}
