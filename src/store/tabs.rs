//! What the tabs of one browser tell each other: which case was kept, and which one is gone.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::address::is_framed;

/// What another tab did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// It kept a case, as this revision.
    Kept {
        /// Which.
        id: String,
        /// Its revision.
        revision: u32,
    },
    /// It deleted a case.
    Deleted {
        /// Which.
        id: String,
    },
}

impl News {
    fn write(&self) -> String {
        match self {
            Self::Kept { id, revision } => format!("{revision} {id}"),
            Self::Deleted { id } => format!("0 {id}"),
        }
    }

    fn read(text: &str) -> Option<Self> {
        let (revision, id) = text.split_once(' ')?;
        let (id, revision) = (id.to_owned(), revision.parse().ok()?);
        Some(if revision == 0 { Self::Deleted { id } } else { Self::Kept { id, revision } })
    }
}

thread_local! {
    /// None where the browser has no such channel: the revisions alone then keep the tabs from overwriting each other.
    static CHANNEL: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
}

/// Hears the other tabs from now on, as long as the page lives.
pub fn listen(heard: impl Fn(News) + 'static) {
    if is_framed() {
        return;
    }
    let Ok(channel) = BroadcastChannel::new("dument") else { return };
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(news) = event.data().as_string().and_then(|text| News::read(&text)) {
            heard(news);
        }
    });
    channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    CHANNEL.set(Some(channel));
}

/// Tells the other tabs.
pub fn tell(news: &News) {
    CHANNEL.with_borrow(|channel| {
        if let Some(channel) = channel {
            // A text can be sent but where the channel is closed, which it never is.
            let _ = channel.post_message(&JsValue::from(news.write()));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_is_heard_as_it_was_told() {
        for news in [News::Kept { id: "a1 b".to_owned(), revision: 12 }, News::Deleted { id: "a1".to_owned() }] {
            assert_eq!(News::read(&news.write()), Some(news));
        }
        assert_eq!(News::read("autre chose"), None);
        assert_eq!(News::read(""), None);
    }
}
