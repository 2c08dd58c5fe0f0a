//! What becomes of a finished letter: files, messages, copy, print, and everything of the case at once.

use dument_documents::{Sms, calendar, mailto, sms};
use dument_letters::{Letter, LetterKind};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::checks::{Doubt, doubts};
use super::desk::{OnDesk, use_desk};
use super::{catalogue, paragraph};
use crate::address::{Address, use_address};
use crate::case::file;
use crate::case_drawer::file_name_part;
use crate::components::copy::CopyButton;
use crate::components::icon::Icon;
use crate::deadlines::deadlines;
use crate::documents::{self, File, RenderError};
use crate::download;
use crate::letters_module;
use crate::pages::penalties::export;
use crate::state::{Owed, State, use_state};

/// Letters of a subject in the name of a file.
const LONGEST_NAME: usize = 80;

/// What can be taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Pdf,
    Docx,
    Text,
    Email,
    Calendar,
    Statement,
    Everything,
    Print,
    /// The message, in the visitor's own program.
    Message,
}

impl Wanted {
    /// What is said while it is made.
    fn working(self) -> &'static str {
        match self {
            Self::Pdf => "Préparation du PDF…",
            Self::Docx => "Préparation du document DOCX…",
            Self::Email => "Préparation du brouillon…",
            Self::Everything => "Préparation de toutes les pièces du dossier…",
            _ => "Préparation du fichier…",
        }
    }

    /// Whether the words of the letter leave with it.
    fn holds_the_letter(self) -> bool {
        !matches!(self, Self::Calendar | Self::Statement)
    }
}

/// What is going on with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Progress {
    Idle,
    Working(&'static str),
    Done(String),
    Failed(String, Wanted),
    /// Waits for a word of the visitor.
    Doubted(Vec<Doubt>, Wanted),
}

/// All that a file is made from, on the click.
#[derive(Clone, Copy)]
struct Maker {
    state: State,
    address: Address,
    desk: OnDesk,
    /// Whether the PDF carries the case.
    carries_case: RwSignal<bool>,
    progress: RwSignal<Progress>,
    /// The doubts that the visitor has already answered.
    meant: StoredValue<Vec<Doubt>>,
    /// The letters that go into the archive beside this one.
    others: RwSignal<Vec<LetterKind>>,
}

impl Maker {
    /// The letter as the visitor rewrote it.
    fn finished(self) -> Option<Letter> {
        let draft = self.state.case.with(|case| case.letters.get(&self.desk.kind).cloned()).unwrap_or_default();
        self.desk.part(|letter| draft.applied_to(letter))
    }

    fn doubts(self) -> Vec<Doubt> {
        let Self { state, desk, .. } = self;
        untrack(|| desk.part(|letter| state.case.with(|case| doubts(case, desk.kind, letter)))).unwrap_or_default()
    }

    /// Makes what is wanted, unless something in the letter should be looked at first.
    fn make(self, wanted: Wanted) {
        let doubts = if wanted.holds_the_letter() { self.doubts() } else { Vec::new() };
        if !doubts.is_empty() && self.meant.with_value(|meant| *meant != doubts) {
            self.progress.set(Progress::Doubted(doubts, wanted));
            return;
        }
        self.make_anyway(wanted);
    }

    /// Holds a link back where something in its message should be looked at first.
    fn follow(self, event: &web_sys::MouseEvent) {
        let doubts = self.doubts();
        if !doubts.is_empty() && self.meant.with_value(|meant| *meant != doubts) {
            event.prevent_default();
            self.progress.set(Progress::Doubted(doubts, Wanted::Message));
        }
    }

    fn make_anyway(self, wanted: Wanted) {
        if wanted == Wanted::Message {
            // Only a click may open another program.
            self.progress.set(Progress::Done("C’est confirmé\u{a0}: vous pouvez ouvrir le message.".to_owned()));
            return;
        }
        if wanted == Wanted::Print {
            self.progress.set(Progress::Idle);
            // The question above is gone by then.
            request_animation_frame(|| {
                // A browser that can't print says so itself.
                let _ = window().print();
            });
            return;
        }
        let Some(letter) = untrack(|| self.finished()) else { return };
        self.progress.set(Progress::Working(wanted.working()));
        spawn_local(async move {
            let made = self.file(wanted, &letter).await;
            self.progress.try_set(match made {
                Ok((made, said)) => match download::save(&made.name, made.media_type(), &made.bytes) {
                    Ok(()) => Progress::Done(said),
                    Err(error) => Progress::Failed(error.to_string(), wanted),
                },
                Err(error) => Progress::Failed(error.to_string(), wanted),
            });
        });
    }

    /// A file, and what is said of it.
    async fn file(self, wanted: Wanted, letter: &Letter) -> Result<(File, String), RenderError> {
        let subject: String = file_name_part(&letter.subject.to_lowercase()).chars().take(LONGEST_NAME).collect();
        let name = |end: &str| format!("{subject}-{}.{end}", letter.written_on);
        let said = "Le fichier est dans vos téléchargements.".to_owned();
        let file = match wanted {
            Wanted::Pdf => {
                let case = self.carries_case.get_untracked().then(|| self.state.case.with_untracked(file::write));
                File { name: name("pdf"), bytes: documents::pdf(letter, case.as_deref()).await? }
            }
            Wanted::Docx => File { name: name("docx"), bytes: documents::docx(letter).await? },
            // The browser prints, another program sends: neither makes a file.
            Wanted::Text | Wanted::Print | Wanted::Message => File { name: name("txt"), bytes: documents::txt(letter).await? },
            Wanted::Email => self.email(letter, &name).await?,
            Wanted::Calendar => {
                let calendar = self.calendar().ok_or(RenderError::Stopped)?;
                File::text(format!("dument-agenda-{}.ics", letter.written_on), &calendar)
            }
            Wanted::Statement => self.statement().ok_or(RenderError::Stopped)?,
            Wanted::Everything => return self.everything(letter).await,
        };
        Ok((file, said))
    }

    /// An e-mail draft: a message as it is, a letter with its PDF.
    async fn email(self, letter: &Letter, name: &impl Fn(&str) -> String) -> Result<File, RenderError> {
        let to = self.state.case.with_untracked(|case| case.debtor.email.trim().to_owned());
        let to = (!to.is_empty() && is_to_debtor(letter.kind)).then_some(to);
        let mut attached = Vec::new();
        if !is_message(letter.kind) {
            attached.push(File { name: name("pdf"), bytes: documents::pdf(letter, None).await? });
        }
        Ok(File { name: name("eml"), bytes: documents::eml(letter, to.as_deref(), &attached).await? })
    }

    /// The days that count, where there are any.
    fn calendar(self) -> Option<String> {
        let as_of = untrack(|| self.address.as_of());
        let guidance = self.state.guidance.get_untracked().ok();
        let limitations = self.state.limitations.get_untracked().unwrap_or_default();
        let events = self.state.case.with_untracked(|case| deadlines(case, guidance.as_ref(), &limitations, as_of));
        (!events.is_empty()).then(|| calendar(&events, as_of))
    }

    /// The statement of the case as a table.
    fn statement(self) -> Option<File> {
        let owed = self.state.owed.get_untracked().ok()?;
        let Owed { input, statement } = &*owed;
        Some(File { name: format!("dument-decompte-{}.csv", statement.as_of), bytes: export::csv(input, statement) })
    }

    /// Everything of the case: the letters chosen, the statement, the calendar, the case itself, the list of exhibits.
    async fn everything(self, letter: &Letter) -> Result<(File, String), RenderError> {
        let as_of = untrack(|| self.address.as_of());
        let mut letters = vec![letter.clone()];
        let mut left_out = Vec::new();
        for kind in self.others.get_untracked() {
            let written = match self.state.case.with_untracked(|case| case.letter_input(kind, as_of)) {
                Ok(told) => letters_module::write(kind, &told.input).await.ok(),
                Err(_) => None,
            };
            let draft = self.state.case.with_untracked(|case| case.letters.get(&kind).cloned()).unwrap_or_default();
            match written {
                Some(written) => letters.push(draft.applied_to(&written)),
                None => left_out.push(catalogue::name(kind)),
            }
        }
        let mut files = Vec::new();
        for letter in &letters {
            files
                .push(File { name: format!("{}.pdf", catalogue::name(letter.kind)), bytes: documents::pdf(letter, None).await? });
        }
        files.extend(self.statement().map(|statement| File { name: "Décompte.csv".to_owned(), ..statement }));
        files.extend(self.calendar().map(|calendar| File::text("Agenda.ics", &calendar)));
        files.push(File::text("Dossier Dûment.json", &self.state.case.with_untracked(file::write)));
        let exhibits = documents::exhibits(&letters).await?;
        if !exhibits.is_empty() {
            files.push(File::text("Pièces à joindre.txt", &exhibits));
        }
        let debtor = self.state.case.with_untracked(|case| file_name_part(&case.debtor.name.to_lowercase()));
        let name = format!("dument-{debtor}-{}.zip", letter.written_on);
        let bytes = documents::archive(&files, letter.written_on).await?;
        let without = if left_out.is_empty() {
            String::new()
        } else {
            format!(" N’y sont pas, faute d’éléments\u{a0}: {}.", left_out.join(", "))
        };
        let said = format!("L’archive est dans vos téléchargements.{without}");
        Ok((File { name, bytes }, said))
    }
}

/// Whether it is written in a message rather than on paper.
fn is_message(kind: LetterKind) -> bool {
    matches!(kind, LetterKind::PhoneScript | LetterKind::TextMessage | LetterKind::EmailReminder)
}

/// Whether the debtor is written to, and no court or third party.
fn is_to_debtor(kind: LetterKind) -> bool {
    use LetterKind::{ClaimDeclaration, ConciliationRequest, GuarantorNotice, PaymentOrderRequest};
    !matches!(kind, ClaimDeclaration | ConciliationRequest | GuarantorNotice | PaymentOrderRequest)
}

/// The ways to take the letter away.
#[component]
pub fn Downloads() -> impl IntoView {
    let (state, address, desk) = (use_state(), use_address(), use_desk());
    let kind = desk.kind;
    let drafted = state.case.with_untracked(|case| case.letters.keys().copied().filter(|other| *other != kind).collect());
    let maker = Maker {
        state,
        address,
        desk,
        carries_case: RwSignal::new(false),
        progress: RwSignal::new(Progress::Idle),
        meant: StoredValue::new(Vec::new()),
        others: RwSignal::new(drafted),
    };
    let text = Callback::new(move |()| untrack(|| maker.finished()).map(|letter| letter.text).unwrap_or_default());
    view! {
        <section class="downloads no-print" aria-label="Emporter la lettre">
            <p class="actions">
                {first(&maker)}
                {is_message(kind).then(|| view! { <CopyButton text/> })}
            </p>
            <Going maker/>
            <details class="more">
                <summary>"Autres formats, agenda, dossier complet"</summary>
                <Others maker text/>
            </details>
        </section>
    }
}

/// A button that makes a file.
fn button(maker: &Maker, wanted: Wanted, class: &'static str, icon: &'static str, words: &'static str) -> AnyView {
    let maker = *maker;
    let working = move || maker.progress.with(|progress| matches!(progress, Progress::Working(_)));
    view! { <button type="button" class=class disabled=working on:click=move |_| maker.make(wanted)><Icon name=icon/>{words}</button> }
        .into_any()
}

/// What one does first with a letter of this kind.
fn first(maker: &Maker) -> AnyView {
    let pdf = |class| button(maker, Wanted::Pdf, class, "file-pdf", "Télécharger en PDF");
    match maker.desk.kind {
        LetterKind::EmailReminder => {
            view! { <MailLink maker=*maker/> {button(maker, Wanted::Email, "button plain", "mail", "Brouillon d’e-mail")} }
                .into_any()
        }
        LetterKind::TextMessage => view! { <SmsLink maker=*maker/> }.into_any(),
        LetterKind::PhoneScript => {
            view! { {button(maker, Wanted::Print, "button", "print", "Imprimer")} {pdf("button plain")} }.into_any()
        }
        _ => view! { {pdf("button")} {button(maker, Wanted::Docx, "button plain", "file-docx", "DOCX")} }.into_any(),
    }
}

/// Opens the visitor's mail program on the message, where it fits in a link.
#[component]
fn MailLink(maker: Maker) -> impl IntoView {
    let link = Memo::new(move |_| {
        let to = maker.state.case.with(|case| case.debtor.email.trim().to_owned());
        maker.finished().map(|letter| {
            mailto((!to.is_empty()).then_some(to.as_str()), &letter.subject, letter.text.trim())
                .map_err(|error| error.to_string())
        })
    });
    move || {
        match link.get() {
        Some(Ok(href)) => view! { <a class="button" href=href on:click=move |event| maker.follow(&event)><Icon name="mail"/>"Ouvrir dans ma messagerie"</a> }.into_any(),
        Some(Err(why)) => view! { <span class="hint">{why}</span> }.into_any(),
        None => ().into_any(),
    }
    }
}

/// Opens the telephone's messages on the text, and tells what sending it takes.
#[component]
fn SmsLink(maker: Maker) -> impl IntoView {
    let link = Memo::new(move |_| {
        let to = maker.state.case.with(|case| case.debtor.phone.trim().to_owned());
        maker.finished().map(|letter| {
            let message = Sms::new(letter.text.trim());
            let length = message.text.chars().count();
            (sms((!to.is_empty()).then_some(to.as_str()), &message).map_err(|error| error.to_string()), length, message)
        })
    });
    move || {
        link.get().map(|(link, length, message)| {
            let told = format!(
                "{length} caractères, soit {}.",
                if message.messages == 1 { "un seul SMS".to_owned() } else { format!("{} SMS", message.messages) }
            );
            let costly = (message.messages > 1 && !message.costly.is_empty()).then(|| {
                let letters: Vec<String> = message.costly.iter().map(char::to_string).collect();
                format!(" Sans {}, il en faudrait moins.", letters.join(", "))
            });
            let open = match link {
                Ok(href) => view! { <a class="button" href=href on:click=move |event| maker.follow(&event)><Icon name="phone"/>"Ouvrir dans mes SMS"</a> }.into_any(),
                Err(why) => view! { <span class="error">{why}</span> }.into_any(),
            };
            view! { {open} <span class="hint">{told} {costly}</span> }
        })
    }
}

/// What is going on, and what is asked before.
#[component]
fn Going(maker: Maker) -> impl IntoView {
    let Maker { progress, .. } = maker;
    view! {
        <div role="status" aria-live="polite">
            {move || match progress.get() {
                Progress::Working(what) => view! { <div class="loading"><p>{what}</p><progress></progress></div> }.into_any(),
                Progress::Done(what) => view! { <p class="ok">{what}</p> }.into_any(),
                _ => ().into_any(),
            }}
        </div>
        {move || match progress.get() {
            Progress::Failed(why, wanted) => {
                view! {
                    <div class="note lost" role="alert">
                        <Icon name="warning"/>
                        <p>{why}</p>
                        <p class="actions">
                            <button type="button" class="button small" on:click=move |_| maker.make(wanted)>"Réessayer"</button>
                            <button type="button" class="button plain small" on:click=move |_| maker.make(Wanted::Print)>"Imprimer"</button>
                        </p>
                    </div>
                }
                    .into_any()
            }
            Progress::Doubted(doubts, wanted) => view! { <Question maker doubts wanted/> }.into_any(),
            _ => ().into_any(),
        }}
    }
}

/// What should be looked at before the letter leaves: the visitor is its author, and decides.
#[component]
fn Question(maker: Maker, doubts: Vec<Doubt>, wanted: Wanted) -> impl IntoView {
    let panel: NodeRef<html::Div> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(panel) = panel.get() {
            // Focus can't fail on an element of the page.
            let _ = panel.focus();
        }
    });
    let first = doubts.first().map(|doubt| doubt.paragraph.clone()).unwrap_or_default();
    let said = doubts.iter().map(|doubt| view! { <li>{doubt.message.clone()}</li> }).collect_view();
    let go_on = move |_| {
        maker.meant.set_value(doubts.clone());
        maker.make_anyway(wanted);
    };
    let review = move |_| {
        maker.progress.set(Progress::Idle);
        paragraph::focus(&first);
    };
    view! {
        <div class="note warning" role="alertdialog" aria-labelledby="doubts-title" tabindex="-1" node_ref=panel>
            <Icon name="warning"/>
            <h2 id="doubts-title">"À vérifier dans votre texte"</h2>
            <ul>{said}</ul>
            <p class="actions">
                <button type="button" class="button small" on:click=review>"Revoir la lettre"</button>
                <button type="button" class="button plain small" on:click=go_on>"Je confirme, continuer"</button>
            </p>
        </div>
    }
}

/// The other formats, and what may go with them.
#[component]
fn Others(maker: Maker, text: Callback<(), String>) -> impl IntoView {
    let kind = maker.desk.kind;
    let quiet = move |wanted, icon, words| view! { <li>{button(&maker, wanted, "button quiet", icon, words)}</li> };
    let message = is_message(kind);
    let has_calendar = Memo::new(move |_| {
        maker.state.guidance.track();
        maker.state.limitations.track();
        maker.calendar().is_some()
    });
    view! {
        <ul class="formats">
            {message.then(|| quiet(Wanted::Pdf, "file-pdf", "PDF"))}
            {message.then(|| quiet(Wanted::Docx, "file-docx", "DOCX"))}
            {quiet(Wanted::Text, "letter", "Texte")}
            {(kind != LetterKind::EmailReminder).then(|| quiet(Wanted::Email, "mail", if message { "Brouillon d’e-mail" } else { "Brouillon d’e-mail, PDF joint" }))}
            {quiet(Wanted::Print, "print", "Imprimer")}
            {quiet(Wanted::Statement, "download", "Décompte pour tableur (CSV)")}
            {move || has_calendar.get().then(|| quiet(Wanted::Calendar, "calendar", "Échéances pour agenda (ICS)"))}
        </ul>
        {(!message).then(|| view! { <p class="actions"><CopyButton text/></p> <CarriesCase carries=maker.carries_case/> })}
        <Everything maker/>
    }
}

/// Whether the PDF carries the case: off, and plain about who can read it.
#[component]
fn CarriesCase(carries: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=carries
                aria-describedby="carries-case-hint"
                on:change=move |event| carries.set(event_target_checked(&event))
            />
            <span>
                "Joindre le dossier au PDF, pour le rouvrir ici plus tard"
                <small class="hint" id="carries-case-hint">
                    "Attention\u{a0}: qui reçoit ce PDF pourrait lire tout votre dossier\u{a0}: historique, réponses au guide, lettres en cours. À réserver à l’exemplaire que vous gardez."
                </small>
            </span>
        </label>
    }
}

/// Everything of the case in one archive.
#[component]
fn Everything(maker: Maker) -> impl IntoView {
    let others = maker.others;
    let drafted = others.get_untracked();
    let letter = move |kind: LetterKind| {
        let toggle = move |event| {
            let checked = event_target_checked(&event);
            others.update(|others| {
                others.retain(|one| *one != kind);
                if checked {
                    others.push(kind);
                }
            });
        };
        view! {
            <li>
                <label class="check">
                    <input type="checkbox" prop:checked=move || others.with(|others| others.contains(&kind)) on:change=toggle/>
                    <span>{catalogue::name(kind)}</span>
                </label>
            </li>
        }
    };
    view! {
        <div class="everything">
            <h3>"Tout le dossier en une archive"</h3>
            <p class="hint">"Cette lettre, le décompte, l’agenda, le dossier à rouvrir et la liste des pièces à joindre."</p>
            {(!drafted.is_empty())
                .then(|| view! { <p>"Avec aussi\u{a0}:"</p> <ul class="checklist">{drafted.into_iter().map(letter).collect_view()}</ul> })}
            <p class="actions">{button(&maker, Wanted::Everything, "button plain", "download", "Télécharger tout (ZIP)")}</p>
        </div>
    }
}
