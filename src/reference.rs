//! The figures of the law in use: the application's own, or a newer edition that the site's owner put beside the page.

use std::sync::LazyLock;

use dument_law::reading::{self, Given};
use dument_law::{Problems, Reference, french};
use leptos::prelude::*;
use leptos::reactive::graph::Observer;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

#[wasm_bindgen]
extern "C" {
    /// Provided by the page's start script, which knows where the file is: its text, or nothing where it is the application's own.
    #[wasm_bindgen(js_name = dumentReference, catch)]
    async fn load() -> Result<JsValue, JsValue>;
}

/// One for the whole application, so that whatever computes with the figures, wherever it stands, follows them.
static IN_USE: LazyLock<ArcRwSignal<&'static Reference>> = LazyLock::new(|| ArcRwSignal::new(Reference::published()));
static EDITION: LazyLock<ArcRwSignal<Edition>> = LazyLock::new(|| ArcRwSignal::new(Edition::Own));

/// What became of the site's own file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edition {
    /// It isn't there, or it is the application's own: nothing to say.
    Own,
    /// It is newer and whole: every figure comes from it.
    Newer(&'static Reference),
    /// It is not newer, or not whole: why it was left aside.
    Ignored(String),
}

/// The figures to compute with, followed by whatever follows anything.
#[must_use]
pub fn in_use() -> &'static Reference {
    // A component's body and a click read them once, and mean to.
    if Observer::get().is_some() { IN_USE.get() } else { IN_USE.get_untracked() }
}

/// What became of the site's file, followed.
#[must_use]
pub fn edition() -> Edition {
    EDITION.get()
}

/// Looks for a newer edition, once the page is there: no one waits for it, and a site without the file is in order.
pub fn look_for_newer() {
    spawn_local(async {
        let Some(text) = load().await.ok().and_then(|text| text.as_string()) else { return };
        let edition = judge(&text);
        if let Edition::Newer(newer) = edition {
            IN_USE.set(newer);
        }
        EDITION.set(edition);
    });
}

/// Whether a file is used, and why not: only an edition that is newer and whole is.
fn judge(text: &str) -> Edition {
    let own = Reference::published();
    let given = match serde_json::from_str::<Given<'_>>(text) {
        Ok(given) => given,
        Err(error) => {
            let place = format!("ligne {}, colonne {}", error.line(), error.column());
            return Edition::Ignored(format!("Le fichier de chiffres de ce site est illisible ({place})\u{a0}: il est ignoré."));
        }
    };
    let read = reading::read::<Reference>(&given).and_then(|read| read.check().map(|()| read));
    match read {
        Err(problems) => Edition::Ignored(format!("Le fichier de chiffres de ce site est ignoré. {}", first_of(&problems))),
        Ok(read) if read == *own => Edition::Own,
        Ok(read) if read.read_on <= own.read_on => Edition::Ignored(format!(
            "Le fichier de chiffres de ce site, du {}, n’est pas plus récent que ceux de l’application, du {}\u{a0}: il est ignoré.",
            french::day(read.read_on),
            french::day(own.read_on)
        )),
        // Once, and for as long as the page is open.
        Ok(read) => Edition::Newer(Box::leak(Box::new(read))),
    }
}

/// The first problem and where it is, and how many there are besides.
fn first_of(problems: &Problems) -> String {
    let all = problems.all();
    let Some(first) = all.first() else { return String::new() };
    let besides = match all.len() - 1 {
        0 => String::new(),
        1 => " (et un autre problème)".to_owned(),
        others => format!(" (et {others} autres problèmes)"),
    };
    format!("{}\u{a0}: {}{besides}", first.field, first.message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(change: impl FnOnce(&mut Reference)) -> String {
        let mut given = Reference::published().clone();
        change(&mut given);
        serde_json::to_string(&given).unwrap()
    }

    #[track_caller]
    fn check_ignored(text: &str, why: &[&str]) {
        let Edition::Ignored(said) = judge(text) else { panic!("it was taken") };
        for part in why {
            assert!(said.contains(part), "{said}");
        }
    }

    #[test]
    fn the_application_s_own_figures_need_no_word() {
        assert_eq!(judge(&written(|_| ())), Edition::Own);
    }

    #[test]
    fn a_newer_edition_is_taken() {
        let newer = written(|given| given.read_on = given.read_on.next());
        assert!(matches!(judge(&newer), Edition::Newer(taken) if taken.read_on == Reference::published().read_on.next()));
    }

    #[test]
    fn an_older_edition_is_left_aside() {
        check_ignored(&written(|given| given.read_on = given.read_on.eve()), &["n’est pas plus récent"]);
        check_ignored(&written(|given| given.figures[0].rows[0].value = "99".to_owned()), &["n’est pas plus récent"]);
    }

    #[test]
    fn a_broken_file_is_left_aside_with_its_first_problem() {
        check_ignored("", &["illisible (ligne 1, colonne 0)"]);
        check_ignored("<!doctype html>", &["illisible (ligne 1, colonne 1)"]);
        check_ignored("[]", &["est ignoré"]);
        check_ignored("{}", &["est ignoré. readOn\u{a0}: ", "(et 3 autres problèmes)"]);
        let gone = written(|given| {
            given.read_on = given.read_on.next();
            given.figures.remove(0);
        });
        check_ignored(&gone, &["est ignoré. figures\u{a0}: ", "est nécessaire."]);
        let wrong = written(|given| given.figures[0].rows[0].value = "5,0".to_owned());
        check_ignored(&wrong, &["figures[0].rows[0].value"]);
    }
}
