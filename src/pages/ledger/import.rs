//! Bringing files in: dropped or chosen, read beside the page, compared with what is there, and applied when one says so.

use std::collections::BTreeSet;

use dument_desk::reading::{Comparison, Conflict, FileRead, RefusedLine};
use dument_desk::{Change, Changed, How, Look};
use dument_documents::Csv;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, FileList, HtmlInputElement};

use super::columns::Columns;
use super::long_table::grouped;
use super::place::{View, use_place};
use crate::address::use_address;
use crate::components::icon::Icon;
use crate::download;
use crate::ledger::desk::{Unanswered, use_desk};

/// How far bringing files in has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Stage {
    /// Nothing is chosen.
    #[default]
    Idle,
    /// Files are read.
    Reading,
    /// They are read: this is what they would change.
    Compared(Box<Comparison>),
    /// It was applied.
    Applied(Changed),
    /// It could not be done.
    Failed(Unanswered),
}

/// Files, and what they change.
#[component]
pub fn Import(
    /// Whether the ledger holds nothing yet.
    empty: Memo<bool>,
) -> impl IntoView {
    let (desk, address) = (use_desk(), use_address());
    let stage = RwSignal::new(Stage::Idle);
    let last = StoredValue::new_local(Vec::<File>::new());
    let receive = Callback::new(move |files: Vec<File>| {
        if files.is_empty() || stage.with_untracked(|stage| *stage == Stage::Reading) {
            return;
        }
        stage.set(Stage::Reading);
        last.set_value(files.clone());
        let how = How { as_of: untrack(|| address.as_of()) };
        spawn_local(async move {
            stage.set(match desk.read::<Comparison>(&how, &files).await {
                Ok(comparison) => Stage::Compared(Box::new(comparison)),
                Err(why) => Stage::Failed(why),
            });
        });
    });
    let again = Callback::new(move |()| receive.run(last.get_value()));
    view! {
        <section class="section ledger-view" aria-labelledby="import-title">
            <h2 id="import-title">{move || if empty.get() { "Commencez par un fichier" } else { "Importer" }}</h2>
            {move || match stage.get() {
                Stage::Idle => view! { <Chooser empty receive/> }.into_any(),
                Stage::Reading => view! { <Reading/> }.into_any(),
                Stage::Compared(comparison) => view! { <Result comparison=*comparison stage again/> }.into_any(),
                Stage::Applied(changed) => view! { <Applied changed stage/> }.into_any(),
                Stage::Failed(why) => view! {
                    <div class=if why == Unanswered::Cancelled { "note" } else { "note lost" } role="alert">
                        <Icon name="warning"/>
                        <p>{why.to_string()}</p>
                    </div>
                    <Chooser empty receive/>
                }.into_any(),
            }}
        </section>
    }
}

/// Where files are dropped or chosen.
#[component]
fn Chooser(empty: Memo<bool>, receive: Callback<Vec<File>>) -> impl IntoView {
    let desk = use_desk();
    let over = RwSignal::new(false);
    let list = |files: Option<FileList>| -> Vec<File> {
        files.map(|files| (0..files.length()).filter_map(|i| files.get(i)).collect()).unwrap_or_default()
    };
    let choose = move |event: web_sys::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        let files = list(input.files());
        // The same files may be chosen again.
        input.set_value("");
        receive.run(files);
    };
    let drop = move |event: web_sys::DragEvent| {
        event.prevent_default();
        over.set(false);
        let Some(transfer) = event.data_transfer() else { return };
        let files = desk.dropped(&transfer);
        spawn_local(async move { receive.run(files.await) });
    };
    view! {
        <div
            class="drop ledger-drop"
            data-over=move || over.get().then_some("")
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <p><strong>"Déposez ici vos fichiers"</strong>", ou un dossier entier, ou choisissez-les\u{a0}:"</p>
            <p class="actions">
                <label class="button small">
                    <input type="file" multiple class="visually-hidden" accept=".pdf,.xml,.txt,.tsv,.csv,.xlsx,.json" on:change=choose/>
                    <Icon name="plus"/>
                    "Choisir des fichiers"
                </label>
                <label class="button plain small">
                    <input type="file" multiple prop:webkitdirectory=true class="visually-hidden" on:change=choose/>
                    "Choisir un dossier"
                </label>
            </p>
            <p class="hint">"Ils sont lus sur cet appareil et n’en sortent pas. Rien n’est changé tant que vous n’avez pas dit oui."</p>
        </div>
        <Kinds open=empty.get_untracked()/>
    }
}

/// What can be read, and where to find it.
#[component]
fn Kinds(open: bool) -> impl IntoView {
    view! {
        <details class="more" open=open>
            <summary>"Quels fichiers\u{202f}?"</summary>
            <dl class="ledger-kinds">
                <div>
                    <dt>"Le FEC, le plus sûr"</dt>
                    <dd>"Le fichier des écritures comptables, que tout logiciel de comptabilité sait exporter. Il donne d’un coup toutes les factures, les paiements et les avoirs."</dd>
                </div>
                <div>
                    <dt>"Un tableau CSV ou Excel"</dt>
                    <dd>"La liste des factures de votre logiciel de facturation. Les colonnes sont reconnues, et vous pouvez les corriger."</dd>
                </div>
                <div>
                    <dt>"Des factures électroniques"</dt>
                    <dd>"Factur-X (un PDF), UBL ou CII (XML), une à une ou un dossier entier."</dd>
                </div>
                <div>
                    <dt>"Un export de Dûment"</dt>
                    <dd>"Le fichier JSON que cette page exporte, pour reprendre le suivi sur un autre appareil."</dd>
                </div>
            </dl>
            <p class="hint">"Le même fichier importé deux fois ne change rien. Un fichier plus récent met à jour ce qui a changé\u{a0}; ce que vous avez corrigé à la main est gardé."</p>
        </details>
    }
}

/// How far the reading is.
#[component]
fn Reading() -> impl IntoView {
    let desk = use_desk();
    let now = Memo::new(move |_| desk.progress.get().unwrap_or_default());
    let told = move || {
        let now = now.get();
        if now.files > 1 {
            format!("Lecture du fichier {} sur {}\u{a0}: {}", grouped(now.file + 1), grouped(now.files), now.name)
        } else if now.name.is_empty() {
            "Lecture…".to_owned()
        } else {
            format!("Lecture de {}", now.name)
        }
    };
    view! {
        <div class="loading ledger-reading" role="status">
            <p>{told}</p>
            <progress max="1000" value=move || now.get().permille.to_string() aria-label="Lecture"></progress>
        </div>
        <p class="actions"><button type="button" class="button plain small" on:click=move |_| desk.cancel()>"Annuler la lecture"</button></p>
    }
}

/// « 1 facture nouvelle », « 12 factures nouvelles ».
fn count(number: usize, one: &str, many: &str) -> String {
    format!("{}\u{a0}{}", grouped(number), if number < 2 { one } else { many })
}

/// What the files would change.
#[component]
fn Result(comparison: Comparison, stage: RwSignal<Stage>, again: Callback<()>) -> impl IntoView {
    let (desk, address) = (use_desk(), use_address());
    let title: NodeRef<html::H3> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(title) = title.get() {
            // Focus can't fail on an element of the page.
            let _ = title.focus();
        }
    });
    let take = RwSignal::new(BTreeSet::<usize>::new());
    let nothing = comparison.empty && comparison.conflicts.is_empty();
    let apply = move |_| {
        let take = take.get_untracked().into_iter().collect();
        let change = Change::Apply { as_of: untrack(|| address.as_of()), take };
        spawn_local(async move {
            stage.set(match desk.change::<Changed>(&change).await {
                Ok(changed) => Stage::Applied(changed),
                Err(why) => Stage::Failed(why),
            });
        });
    };
    let Comparison { files, tables, records, debtors, new, changed, same, deposits, changes, refused, refused_in_all, .. } =
        comparison.clone();
    let line = |number: usize, one: &str, many: &str| {
        (number > 0).then(|| count(number, one, many)).map(|said| view! { <li>{said}</li> })
    };
    view! {
        <h3 tabindex="-1" node_ref=title>{if nothing { "Rien à ajouter" } else { "Ce que ces fichiers changeraient" }}</h3>
        <ul class="ledger-counts">
            {line(records, "client d’une sauvegarde, qui remplace ce qui est ici sous son nom", "clients d’une sauvegarde, qui remplacent ce qui est ici sous leurs noms")}
            {line(new, "facture nouvelle", "factures nouvelles")}
            {line(debtors, "client nouveau", "clients nouveaux")}
            {line(changed, "facture complétée ou modifiée", "factures complétées ou modifiées")}
            {line(same, "ligne déjà connue, identique", "lignes déjà connues, identiques")}
            {line(deposits, "paiement ou avoir qu’aucune facture n’explique encore", "paiements ou avoirs qu’aucune facture n’explique encore")}
            {line(refused_in_all, "ligne laissée de côté", "lignes laissées de côté")}
        </ul>
        <Files files/>
        {tables.into_iter().enumerate().map(|(rank, (file, table))| view! { <Columns file table again rank/> }).collect_view()}
        {(changed > 0).then(|| view! { <Told summary="Ce qui change".to_owned() lines=changes all=changed/> })}
        <Minded comparison take/>
        {(refused_in_all > 0).then(|| view! { <Refused refused all=refused_in_all/> })}
        <p class="actions">
            {(!nothing).then(|| view! { <button type="button" class="button" on:click=apply>"Ajouter à mon suivi"</button> })}
            <button type="button" class="button plain" on:click=move |_| stage.set(Stage::Idle)>
                {if nothing { "Choisir d’autres fichiers" } else { "Ne rien changer" }}
            </button>
        </p>
    }
}

/// Sentences, folded away; the first of them where there are many.
#[component]
fn Told(summary: String, lines: Vec<String>, all: usize) -> impl IntoView {
    let shown = lines.len();
    view! {
        <details class="more">
            <summary>{summary}</summary>
            <ul class="plain-list">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            {(all > shown).then(|| view! { <p class="hint">{format!("Les {} premières sont montrées, sur {}.", grouped(shown), grouped(all))}</p> })}
        </details>
    }
}

/// What is worth a look before it is applied: what differs, what stays as corrected, what is missing, who may be one.
#[component]
fn Minded(comparison: Comparison, take: RwSignal<BTreeSet<usize>>) -> impl IntoView {
    let Comparison { kept, kept_in_all, conflicts, conflicts_in_all, absent, twins, .. } = comparison;
    let conflict = |(i, conflict): (usize, Conflict)| {
        let choose = move |event: web_sys::Event| {
            let checked = event_target_checked(&event);
            take.update(|take| {
                if checked {
                    take.insert(i);
                } else {
                    take.remove(&i);
                }
            });
        };
        view! {
            <li>
                <label class="check">
                    <input type="checkbox" on:change=choose/>
                    <span><strong>{format!("{}, {}", conflict.name, conflict.number)}</strong> "\u{a0}: " {conflict.message}</span>
                </label>
            </li>
        }
    };
    let shown = conflicts.len();
    view! {
        {(conflicts_in_all > 0).then(|| view! {
            <details class="more" open>
                <summary>{count(conflicts_in_all, "différence avec votre suivi", "différences avec votre suivi")}</summary>
                <p class="hint">"Votre suivi reste tel qu’il est, sauf où vous cochez pour prendre ce que dit le fichier."</p>
                <ul class="plain-list">{conflicts.into_iter().enumerate().map(conflict).collect_view()}</ul>
                {(conflicts_in_all > shown).then(|| view! { <p class="hint">{format!("Les {} premières sont montrées\u{a0}; les autres restent telles quelles.", grouped(shown))}</p> })}
            </details>
        })}
        {(kept_in_all > 0).then(|| view! { <Told summary=count(kept_in_all, "correction de votre main est gardée", "corrections de votre main sont gardées") lines=kept all=kept_in_all/> })}
        {(absent > 0).then(|| view! {
            <p class="note"><Icon name="info"/>{format!("{} de votre suivi n’est pas dans ces fichiers\u{a0}: peut-être réglée depuis. Rien n’est retiré\u{a0}; vérifiez, et notez le paiement s’il y a lieu.", count(absent, "facture impayée", "factures impayées"))}</p>
        })}
        {(!twins.is_empty()).then(|| {
            let all = twins.len();
            let lines = twins.into_iter().map(|(one, other)| format!("{one} et {other}")).collect();
            view! { <Told summary="Des clients qui n’en font peut-être qu’un".to_owned() lines all/> }
        })}
    }
}

/// What each file is.
#[component]
fn Files(files: Vec<FileRead>) -> impl IntoView {
    let one = |file: FileRead| {
        let detail = file.detail.clone().map(|detail| format!("{detail}\u{a0}: ")).unwrap_or_default();
        let found = || format!("{detail}{}", count(file.invoices, "facture ou avoir", "factures et avoirs"));
        let what = file.failed.clone().unwrap_or_else(found);
        view! {
            <li class=if file.failed.is_some() { "late" } else { "" }>
                <strong>{file.name}</strong> " — " {what}
                {file.notices.into_iter().map(|notice| view! { <p class="hint">{notice}</p> }).collect_view()}
            </li>
        }
    };
    let many = files.len() > 5;
    let list = files.into_iter().map(one).collect_view();
    view! {
        <details class="more" open=!many>
            <summary>"Les fichiers lus"</summary>
            <ul class="plain-list">{list}</ul>
        </details>
    }
}

/// What gave nothing and why, each with its place.
#[component]
fn Refused(refused: Vec<RefusedLine>, all: usize) -> impl IntoView {
    let desk = use_desk();
    let not_saved = RwSignal::new(None::<String>);
    let save = move |_| {
        spawn_local(async move {
            let saved = match desk.look::<Vec<RefusedLine>>(&Look::Refused).await {
                Ok(lines) => download::save("dument-lignes-laissees.csv", "text/csv;charset=utf-8", &csv(&lines))
                    .map_err(|error| error.to_string()),
                Err(why) => Err(why.to_string()),
            };
            not_saved.set(saved.err());
        });
    };
    let shown = refused.len();
    let rows = refused.into_iter().map(|line| view! {
        <tr>
            <th scope="row">{line.number}</th>
            <td data-label="où">{[line.file, line.place].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")}</td>
            <td>{line.why}</td>
        </tr>
    }).collect_view();
    view! {
        <details class="more">
            <summary>"Les lignes laissées de côté, et pourquoi"</summary>
            <div class="table-scroll">
                <table class="stack">
                    <caption class="visually-hidden">"Lignes laissées de côté"</caption>
                    <thead><tr><th scope="col">"Facture"</th><th scope="col">"Où"</th><th scope="col">"Pourquoi"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {(all > shown).then(|| view! { <p class="hint">{format!("Les {} premières sont montrées\u{a0}; le fichier les a toutes.", grouped(shown))}</p> })}
            <p class="actions"><button type="button" class="button quiet small" on:click=save><Icon name="download"/>"Télécharger cette liste (CSV)"</button></p>
            {move || not_saved.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
        </details>
    }
}

/// The lines as a table for a spreadsheet.
fn csv(lines: &[RefusedLine]) -> Vec<u8> {
    let mut csv = Csv::new();
    csv.row(&["Fichier", "Où", "Facture", "Pourquoi"]);
    for line in lines {
        csv.row(&[&line.file, &line.place, &line.number, &line.why]);
    }
    csv.finish()
}

/// It is done: where to go now, and the way back.
#[component]
fn Applied(changed: Changed, stage: RwSignal<Stage>) -> impl IntoView {
    let (desk, place) = (use_desk(), use_place());
    let said: NodeRef<html::P> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(said) = said.get() {
            // Focus can't fail on an element of the page.
            let _ = said.focus();
        }
    });
    let undo = move |_| {
        spawn_local(async move {
            if let Err(why) = desk.change::<Changed>(&Change::Undo).await {
                stage.set(Stage::Failed(why));
            } else {
                stage.set(Stage::Idle);
            }
        });
    };
    view! {
        <p class="ok" role="status" tabindex="-1" node_ref=said>{format!("C’est fait\u{a0}: {}.", changed.name)}</p>
        <p class="actions">
            <a class="button" href=move || place.href(&View::Today)>"Que faire aujourd’hui\u{202f}?"</a>
            <a class="button plain" href=move || place.href(&View::Invoices)>"Voir les factures"</a>
            <button type="button" class="button quiet small" on:click=undo><Icon name="undo"/>"Annuler cet import"</button>
            <button type="button" class="button quiet small" on:click=move |_| stage.set(Stage::Idle)>"Importer autre chose"</button>
        </p>
    }
}
