//! Development only: pages that reload when the site has been built again.

use std::sync::atomic::{AtomicU64, Ordering};

use super::files::Folder;
use super::{Answer, Asked};

/// Asks for the version every so often, and reloads when it is another one.
const SCRIPT: &str = r#"
let known;
for (;;) {
    try {
        const version = await (await fetch("/__live/version", { cache: "no-store" })).text();
        if (known !== undefined && version !== known) location.reload();
        known = version;
    } catch {
        // The server is being started again.
    }
    await new Promise((done) => setTimeout(done, 500));
}
"#;

const TAG: &str = r#"<script type="module" src="/__live/reload.js"></script></head>"#;

/// The version of the site that is served.
#[derive(Default)]
pub(crate) struct Live {
    version: AtomicU64,
}

impl Live {
    /// Makes every open page reload.
    pub(crate) fn reload(&self) {
        self.version.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn answer(&self, asked: &Asked<'_>, folder: &Folder) -> Answer {
        match asked.path {
            "/__live/version" => script(self.version.load(Ordering::Relaxed).to_string()),
            "/__live/reload.js" => script(SCRIPT),
            _ => with_script(folder.answer(&Asked { if_none_match: "", ..*asked })),
        }
    }
}

fn script(body: impl Into<Vec<u8>>) -> Answer {
    Answer {
        status: 200,
        headers: vec![("Content-Type", "text/javascript".to_owned()), ("Cache-Control", "no-store".to_owned())],
        body: body.into(),
    }
}

fn with_script(mut answer: Answer) -> Answer {
    let is_page = answer.headers.iter().any(|(name, value)| *name == "Content-Type" && value.starts_with("text/html"));
    if is_page {
        answer.body = String::from_utf8_lossy(&answer.body).replacen("</head>", TAG, 1).into_bytes();
    }
    answer
}
