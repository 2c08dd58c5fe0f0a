//! The desk where the ledger is kept: `www/ledger.js` runs it beside the page, which asks and is answered in JSON.

use dument_law::Reference;
use js_sys::{Array, Function, Promise, Uint8Array};
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DataTransfer, File};

use crate::{modules, reference};

#[wasm_bindgen]
extern "C" {
    type Module;

    #[wasm_bindgen(method)]
    fn open(this: &Module, hear: &Function) -> Link;

    #[derive(Clone)]
    type Link;

    #[wasm_bindgen(method, catch)]
    async fn ask(this: &Link, call: &str, text: &str, files: &Array) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method)]
    fn dropped(this: &Link, transfer: &DataTransfer) -> Promise;

    #[wasm_bindgen(method, catch)]
    async fn rescue(this: &Link) -> Result<JsValue, JsValue>;
}

/// How it stands with what is kept of the ledger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Keeping {
    /// Every change is kept.
    #[default]
    Kept,
    /// No room is left.
    Full,
    /// The browser keeps nothing for this site, or took it away.
    Blocked,
    /// What is kept was written by a newer version.
    Newer,
    /// A newer version was opened in another tab.
    Outdated,
    /// A tab of an older version holds it.
    Waiting,
}

impl Keeping {
    /// What the visitor must know; nothing where all is well.
    #[must_use]
    pub fn warning(self) -> Option<&'static str> {
        Some(match self {
            Self::Kept => return None,
            Self::Full => {
                "La place manque\u{a0}: le navigateur ne garde plus votre suivi. Tout fonctionne jusqu’à la fermeture de la page\u{a0}; exportez-le, libérez de la place, puis continuez."
            }
            Self::Blocked => {
                "Ce navigateur ne garde rien pour cette page\u{a0}: le suivi fonctionne, mais disparaîtra avec elle. Exportez-le avant de partir."
            }
            Self::Newer => {
                "Votre suivi a été gardé par une version plus récente de Dûment. Rechargez la page pour l’obtenir\u{a0}; d’ici là, rien n’est gardé."
            }
            Self::Outdated => {
                "Une version plus récente de Dûment est ouverte dans un autre onglet. Rechargez cette page\u{a0}: elle ne garde plus rien."
            }
            Self::Waiting => {
                "Un onglet ouvert sur une version plus ancienne de Dûment retient votre suivi. Fermez-le\u{a0}: il s’ouvrira ici."
            }
        })
    }
}

/// How far the reading of files has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Progress {
    /// Which of the files, from 0.
    pub file: usize,
    /// How many there are.
    pub files: usize,
    /// The name of that one.
    pub name: String,
    /// How much of it is read, in thousandths.
    pub permille: u32,
}

/// What is heard without being asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Heard {
    keeping: Option<Keeping>,
    progress: Option<Progress>,
    news: Option<String>,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unanswered {
    /// The module or its worker could not be fetched.
    #[error("Le suivi n’a pas pu être chargé. Vérifiez la connexion, puis réessayez\u{a0}: ce qui est gardé est intact.")]
    NotLoaded,
    /// It stopped on the way: no memory left, as a rule.
    #[error(
        "Le suivi s’est arrêté en chemin\u{a0}: la mémoire manque peut-être. Ce qui était gardé l’est toujours\u{a0}; fermez d’autres onglets et recommencez."
    )]
    Stopped,
    /// The browser has nothing to read, or doesn't let it be read.
    #[error("Ce navigateur ne garde rien de votre suivi, ou ne permet pas de le lire.")]
    NotKept,
    /// The visitor put an end to it.
    #[error("Annulé\u{a0}: rien n’a changé.")]
    Cancelled,
    /// It refuses, in its own words.
    #[error("{0}")]
    Refused(String),
}

impl Unanswered {
    fn of(thrown: &JsValue) -> Self {
        match thrown.as_string().as_deref() {
            Some("notLoaded") => Self::NotLoaded,
            Some("cancelled") => Self::Cancelled,
            Some("stopped") | None => Self::Stopped,
            Some(words) => Self::Refused(words.to_owned()),
        }
    }
}

/// The desk, for every part of the page.
#[derive(Clone, Copy)]
pub struct Desk {
    link: StoredValue<Option<Link>, LocalStorage>,
    /// Rises with every change of the ledger, here or in another tab: what is shown is asked for again.
    pub changes: RwSignal<u32>,
    /// How it is kept.
    pub keeping: RwSignal<Keeping>,
    /// How far the reading under way has come.
    pub progress: RwSignal<Option<Progress>>,
    /// Whether it has stopped once, and what was kept was opened again.
    pub restarted: RwSignal<bool>,
    /// The figures of the law that it counts by.
    counts_by: StoredValue<&'static Reference>,
    /// Whether a page was left while it changed something that could not be made again.
    pub interrupted: RwSignal<bool>,
}

impl Desk {
    /// Reached with the first question.
    fn new() -> Self {
        Self {
            link: StoredValue::new_local(None),
            changes: RwSignal::default(),
            keeping: RwSignal::default(),
            progress: RwSignal::default(),
            restarted: RwSignal::default(),
            counts_by: StoredValue::new(Reference::published()),
            interrupted: RwSignal::default(),
        }
    }

    async fn link(self) -> Result<Link, Unanswered> {
        if let Some(link) = self.link.get_value() {
            return Ok(link);
        }
        let module: Module = modules::load("dument_desk").await.map_err(|_| Unanswered::NotLoaded)?.unchecked_into();
        // Another question may have opened it meanwhile: there is one ledger.
        if let Some(link) = self.link.get_value() {
            return Ok(link);
        }
        // Of a type that the letters have too: each new one weighs on the first visit.
        let hear = Closure::<dyn Fn(String) -> Result<String, JsValue>>::new(move |heard: String| {
            self.hear(&heard);
            Ok(String::new())
        });
        let link = module.open(hear.as_ref().unchecked_ref());
        // As long as the page: the module may speak at any time.
        hear.forget();
        self.link.set_value(Some(link.clone()));
        Ok(link)
    }

    fn hear(self, heard: &str) {
        let Heard { keeping, progress, news } = serde_json::from_str(heard).unwrap_or_default();
        if let Some(keeping) = keeping
            && self.keeping.get_untracked() != keeping
        {
            self.keeping.set(keeping);
        }
        if progress.is_some() {
            self.progress.set(progress);
        }
        match news.as_deref() {
            Some("changed" | "erased") => self.changes.update(|changes| *changes += 1),
            Some("stopped") => {
                self.restarted.set(true);
                self.counts_by.set_value(Reference::published());
            }
            Some("interrupted") => self.interrupted.set(true),
            _ => {}
        }
    }

    async fn ask_for(self, call: &str, text: &str, files: &Array) -> Result<JsValue, Unanswered> {
        let link = self.link().await?;
        let in_use = untrack(reference::in_use);
        if !std::ptr::eq(self.counts_by.get_value(), in_use) {
            // The site's owner put a newer edition beside the page: nothing is counted by the older one any more.
            self.counts_by.set_value(in_use);
            link.ask("countBy", &written(in_use), &Array::new()).await.map_err(|thrown| Unanswered::of(&thrown))?;
        }
        link.ask(call, text, files).await.map_err(|thrown| Unanswered::of(&thrown))
    }

    /// The files in what was dropped, those of folders too; looked for at once, for what is dropped is gone with its event.
    pub fn dropped(self, transfer: &DataTransfer) -> impl Future<Output = Vec<File>> + use<> {
        let promised = self.link.get_value().map(|link| link.dropped(transfer));
        async move {
            let Some(promised) = promised else { return Vec::new() };
            // What can't be read is as if it had not been dropped.
            let files = JsFuture::from(promised).await.unwrap_or_else(|_| Array::new().into());
            Array::from(&files).iter().filter_map(|file| file.dyn_into().ok()).collect()
        }
    }

    async fn ask(self, call: &str, text: &str, files: &Array) -> Result<String, Unanswered> {
        Ok(self.ask_for(call, text, files).await?.as_string().unwrap_or_default())
    }

    /// The ledger as a file.
    pub async fn export(self, wanted: &impl Serialize) -> Result<Vec<u8>, Unanswered> {
        Ok(Uint8Array::new(&self.ask_for("export", &written(wanted), &Array::new()).await?).to_vec())
    }

    /// What is kept as a file, read without what works on it: that may be what stops.
    pub async fn rescue(self) -> Result<String, Unanswered> {
        let kept = self.link().await?.rescue().await.map_err(|_| Unanswered::NotKept)?;
        kept.as_string().ok_or(Unanswered::NotKept)
    }

    /// Tries again to keep what could not be kept.
    pub async fn keep(self) -> Result<(), Unanswered> {
        self.ask("keep", "", &Array::new()).await.map(drop)
    }

    /// Erases the ledger, here and in the browser.
    pub async fn erase(self) -> Result<(), Unanswered> {
        self.ask("erase", "", &Array::new()).await?;
        self.changes.update(|changes| *changes += 1);
        Ok(())
    }

    /// What the ledger answers to a question that changes nothing.
    pub async fn look<T: DeserializeOwned>(self, question: &impl Serialize) -> Result<T, Unanswered> {
        read(&self.ask("look", &written(question), &Array::new()).await?)
    }

    /// The answer to such a question, as it is written.
    pub async fn look_at(self, question: &impl Serialize) -> Result<String, Unanswered> {
        self.ask("look", &written(question), &Array::new()).await
    }

    /// Changes the ledger, and keeps it.
    pub async fn change<T: DeserializeOwned>(self, change: &impl Serialize) -> Result<T, Unanswered> {
        let answer = self.ask("change", &written(change), &Array::new()).await?;
        self.changes.update(|changes| *changes += 1);
        read(&answer)
    }

    /// Reads files, and tells what they would change; nothing is changed by that.
    pub async fn read<T: DeserializeOwned>(self, how: &impl Serialize, files: &[File]) -> Result<T, Unanswered> {
        self.progress.set(Some(Progress::default()));
        let answer = self.ask("read", &written(how), &files.iter().collect()).await;
        self.progress.set(None);
        read(&answer?)
    }

    /// Puts an end to the reading under way.
    pub fn cancel(self) {
        spawn_local(async move {
            // Nothing answers: the reading itself says that it ended.
            let _ = self.ask("cancel", "", &Array::new()).await;
        });
    }

    /// A signal that holds the answer to a question, asked again whenever what it is made of changes or the ledger does. The last
    /// answer stays until the next is there.
    pub fn follow<Q, T>(self, question: impl Fn() -> Option<Q> + 'static) -> RwSignal<Option<Result<T, Unanswered>>>
    where
        Q: Serialize + 'static,
        T: DeserializeOwned + Send + Sync + 'static,
    {
        let answer = RwSignal::new(None);
        let asked = StoredValue::new(0_u32);
        Effect::new(move |_| {
            self.changes.track();
            // Newer figures of the law change every answer.
            let _ = reference::in_use();
            let Some(question) = question() else { return };
            let rank = asked.get_value() + 1;
            asked.set_value(rank);
            spawn_local(async move {
                let found = self.look(&question).await;
                // A later question has gone out meanwhile, or what asked is gone.
                if asked.try_get_value() == Some(rank) {
                    answer.set(Some(found));
                }
            });
        });
        answer
    }
}

thread_local! {
    /// One for the visit, with what its signals belong to: a page that is left and shown again finds its ledger open.
    static DESK: (Owner, Desk) = {
        // Of no page's: it would go with that page.
        let page = Owner::current();
        let owner = Owner::new_root(None);
        let desk = owner.with(Desk::new);
        if let Some(page) = page {
            page.set();
        }
        (owner, desk)
    };
}

/// The desk, from any part of the page.
#[must_use]
pub fn use_desk() -> Desk {
    DESK.with(|(_, desk)| *desk)
}

fn written(value: &impl Serialize) -> String {
    // Questions are plain data with text keys: nothing in them can fail.
    serde_json::to_string(value).unwrap_or_default()
}

/// An answer; one of another version than the page is a module that stopped.
fn read<T: DeserializeOwned>(answer: &str) -> Result<T, Unanswered> {
    serde_json::from_str(answer).map_err(|_| Unanswered::Stopped)
}
