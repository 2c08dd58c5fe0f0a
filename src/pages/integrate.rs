//! « Intégrer »: a tool for another site's page, chosen, seen, and copied.

pub mod wish;

use dument_pages::{Embedded, Page};
use leptos::prelude::*;

use super::heading::Heading;
use crate::address::use_address;
use crate::components::copy::CopyButton;
use crate::components::field::{SelectField, TextField};
use crate::components::gradual::{Size, at_rest, in_turn, provide_turns};
use crate::frame::colour::{self, Accents};
use crate::words;
use wish::{Theme, Wish};

/// How wide the column is that the tool is looked at in: the class of the style sheet, and in words.
const WIDTHS: [(&str, &str); 3] =
    [("narrow", "Colonne de 320 pixels"), ("column", "Colonne de 640 pixels"), ("full", "Toute la largeur")];

/// A tool for another site.
#[component]
pub fn Integrate() -> impl IntoView {
    let address = use_address();
    let site = StoredValue::new(format!("{}{}", window().location().origin().unwrap_or_default(), address.file("")));
    let wish = RwSignal::new(Wish::default());
    if address.is_one_file() {
        return view! {
            <div class="wrap">
                <Heading page=Page::Integrate dated=false/>
                <p class="prose">"Ce fichier contient les outils, mais ne les sert à personne\u{a0}: cette page se consulte sur le site d’où il vient."</p>
            </div>
        }
        .into_any();
    }
    provide_turns();
    view! {
        <div class="wrap">
            <Heading page=Page::Integrate dated=false/>
            <div class="integrate">
                <section aria-labelledby="integrate-tool">
                    <h2 id="integrate-tool">"1. L’outil et ses couleurs"</h2>
                    <Choice wish/>
                </section>
                <section aria-labelledby="integrate-preview">
                    <h2 id="integrate-preview">"2. L’aperçu"</h2>
                    {in_turn(Size::Section, move || view! { <Preview wish site/> })}
                </section>
                <section aria-labelledby="integrate-code">
                    <h2 id="integrate-code">"3. Le code à copier"</h2>
                    {in_turn(Size::Section, move || view! { <Snippets wish site/> })}
                </section>
                <section aria-labelledby="integrate-policy">
                    <h2 id="integrate-policy">"4. Si votre site a une politique de sécurité"</h2>
                    {in_turn(Size::Section, move || view! { <Policy site/> })}
                </section>
                <section aria-labelledby="integrate-privacy">
                    <h2 id="integrate-privacy">"5. Votre page sur la vie privée"</h2>
                    {in_turn(Size::Section, move || view! { <Privacy site/> })}
                </section>
            </div>
        </div>
    }
    .into_any()
}

/// What is asked for.
#[component]
fn Choice(wish: RwSignal<Wish>) -> impl IntoView {
    let part = move |read: fn(&Wish) -> &String| Memo::new(move |_| wish.with(|wish| read(wish).clone()));
    let write =
        move |write: fn(&mut Wish) -> &mut String| Callback::new(move |typed: String| wish.update(|wish| *write(wish) = typed));
    let fault = Signal::derive(move || {
        wish.with(|wish| {
            (!wish.colour.trim().is_empty() && wish.asked().is_none())
                .then(|| "Écrivez une couleur en hexadécimal, comme #1d4ed8.".to_owned())
        })
    });
    let outcome = Signal::derive(move || wish.with(Wish::asked).map(told));
    let choose_tool = move |tool: Option<Embedded>| wish.update(|wish| wish.tool = tool.unwrap_or(wish.tool));
    let choose_theme = move |theme: Option<Theme>| wish.update(|wish| wish.theme = theme.unwrap_or_default());
    view! {
        <div class="form">
            <SelectField
                id="integrate-which"
                label="L’outil"
                options=Embedded::ALL.map(|tool| (tool, wish::name(tool).to_owned())).to_vec()
                value=Signal::derive(move || Some(wish.with(|wish| wish.tool)))
                on_choose=choose_tool
            />
            <TextField
                id="integrate-colour"
                label="La couleur de vos liens et boutons"
                hint="Elle est rapprochée du noir ou du blanc juste assez pour que tout reste lisible."
                value=part(|wish| &wish.colour)
                on_input=write(|wish| &mut wish.colour)
                fault=fault
                right=outcome
                optional=true
                width="medium"
                placeholder="#1d4ed8"
            />
            <SelectField
                id="integrate-theme"
                label="Clair ou sombre"
                options=Theme::ALL.map(|theme| (theme, theme.words().to_owned())).to_vec()
                value=Signal::derive(move || Some(wish.with(|wish| wish.theme)))
                on_choose=choose_theme
            />
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || wish.with(|wish| wish.see_through)
                    on:change=move |event| wish.update(|wish| wish.see_through = event_target_checked(&event))
                />
                <span><strong>"Fond transparent"</strong> <small class="hint">"Le fond de votre page se voit derrière l’outil\u{a0}: à vous d’y vérifier la lisibilité."</small></span>
            </label>
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || wish.with(|wish| wish.at_top)
                    on:change=move |event| wish.update(|wish| wish.at_top = event_target_checked(&event))
                />
                <span>
                    <strong>"En haut de la page"</strong>
                    " "
                    <small class="hint">"L’outil se voit dès que la page s’ouvre\u{a0}: le lien lui garde sa place, et le texte qui suit ne bouge pas."</small>
                </span>
            </label>
        </div>
        <details class="more">
            <summary>"Remplir des champs d’avance"</summary>
            <div class="form">
                <p class="hint">"Utile dans un exemple chiffré. Le lecteur peut tout changer."</p>
                <TextField
                    id="integrate-amount"
                    label="Montant TTC"
                    value=part(|wish| &wish.amount)
                    on_input=write(|wish| &mut wish.amount)
                    optional=true
                    width="short"
                    inputmode="decimal"
                    placeholder="1\u{202f}850,00"
                    unit="€"
                />
                <TextField
                    id="integrate-due"
                    label="Échéance"
                    value=part(|wish| &wish.due_on)
                    on_input=write(|wish| &mut wish.due_on)
                    optional=true
                    width="date"
                    inputmode="numeric"
                    placeholder="16/05/2026"
                />
                <SelectField
                    id="integrate-debtor"
                    label="Le client"
                    options=words::DEBTORS.map(|(kind, words)| (kind, words.to_owned())).to_vec()
                    value=Signal::derive(move || wish.with(|wish| wish.debtor))
                    on_choose=move |kind| wish.update(|wish| wish.debtor = kind)
                    invitation="au choix du lecteur"
                />
            </div>
        </details>
    }
}

/// What becomes of a colour.
fn told(asked: colour::Colour) -> String {
    let accents = Accents::of(asked, colour::ENOUGH);
    let [day, night] = [accents.day.accent, accents.night.accent].map(colour::written);
    let as_it_is = colour::written(asked);
    match (day == as_it_is, night == as_it_is) {
        (true, true) => "Lisible telle quelle, de jour comme de nuit.".to_owned(),
        (true, false) => format!("Lisible telle quelle de jour\u{a0}; de nuit, elle devient {night}."),
        (false, true) => format!("De jour, elle devient {day}\u{a0}; lisible telle quelle de nuit."),
        (false, false) => format!("De jour, elle devient {day}\u{a0}; de nuit, {night}."),
    }
}

/// The tool in a frame, as it will be.
#[component]
fn Preview(wish: RwSignal<Wish>, site: StoredValue<String>) -> impl IntoView {
    let width = RwSignal::new("column");
    let rested = at_rest(Memo::new(move |_| wish.with(|wish| (wish.tool, wish.fragment()))));
    // A frame of its own for each wish: the last one would take what is filled in for another case.
    let shown = move || rested.get().into_iter().collect::<Vec<_>>();
    let width_choice = move |(value, words): (&'static str, &'static str)| {
        view! {
            <label>
                <input type="radio" name="integrate-width" prop:checked=move || width.get() == value on:change=move |_| width.set(value)/>
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segmented small wrapping">
            <legend class="visually-hidden">"Largeur de l’aperçu"</legend>
            {WIDTHS.map(width_choice).into_iter().collect_view()}
        </fieldset>
        <div class=move || format!("preview {}", width.get())>
            <For each=shown key=|(tool, fragment)| (*tool, fragment.clone()) let((tool, fragment))>
                <iframe title=format!("Aperçu\u{a0}: {}", tool.invitation()) src=site.with_value(|site| wish::frame_address(site, tool, &fragment))></iframe>
            </For>
        </div>
    }
}

/// A text to copy, under its heading.
#[component]
fn Code(#[prop(into)] title: String, #[prop(into)] hint: String, text: Memo<String>) -> impl IntoView {
    view! {
        <div class="snippet">
            <h3>{title}</h3>
            <p class="hint">{hint}</p>
            <pre class="code"><code>{text}</code></pre>
            <p class="actions"><CopyButton text=Callback::new(move |()| text.get_untracked())/></p>
        </div>
    }
}

/// The same tool in four ways.
#[component]
fn Snippets(wish: RwSignal<Wish>, site: StoredValue<String>) -> impl IntoView {
    let code =
        move |write: fn(&Wish, &str) -> String| Memo::new(move |_| wish.with(|wish| site.with_value(|site| write(wish, site))));
    view! {
        <Code
            title="Un lien et un script"
            hint="Le plus sûr\u{a0}: la hauteur suit le contenu, et là où le script est refusé (courriel, flux RSS, extension), il reste un lien qui marche. Le script, toujours le même, est vérifié par le navigateur\u{a0}; une fois par page suffit."
            text=code(Wish::link)
        />
        <Code
            title="Un cadre seul"
            hint="Pour un site qui refuse les scripts, comme Google Sites\u{a0}: la hauteur est fixe, l’outil défile à l’intérieur."
            text=code(Wish::frame)
        />
        <Code
            title="WordPress"
            hint="Avec notre extension, qui sert les outils depuis votre propre site\u{a0}: rien ne vient d’ailleurs. Elle a aussi un bloc, «\u{a0}Dûment\u{a0}: facture impayée\u{a0}», qui se règle sans code."
            text=code(|wish, _| wish.shortcode())
        />
        <Code
            title="Un élément, avec npm"
            hint="Pour un site fait de composants\u{a0}: après «\u{a0}npm install dument\u{a0}»."
            text=code(Wish::element)
        />
    }
}

/// What a strict policy must let in.
#[component]
fn Policy(site: StoredValue<String>) -> impl IntoView {
    let lines = Memo::new(move |_| {
        let origin = window().location().origin().unwrap_or_default();
        site.with_value(|_| format!("script-src {origin};\nframe-src {origin};"))
    });
    view! {
        <p class="prose">
            "Si votre hébergeur ou votre extension de sécurité envoie un en-tête Content-Security-Policy, ajoutez ceci à ce qui s’y trouve déjà. Sans le script, la seconde ligne suffit."
        </p>
        <Code title="À ajouter à votre politique" hint="Rien d’autre n’est demandé\u{a0}: ni styles, ni images, ni connexions." text=lines/>
    }
}

/// What the page on privacy may say.
#[component]
fn Privacy(site: StoredValue<String>) -> impl IntoView {
    let text = Memo::new(move |_| {
        let host = window().location().host().unwrap_or_default();
        site.with_value(|_| {
            format!(
                "Certaines de nos pages contiennent un outil de calcul, Dûment, affiché dans un cadre depuis {host}. Ce que vous y saisissez \
                 est traité dans votre navigateur et n’est envoyé à personne\u{a0}: ni à nous, ni à {host}. L’outil ne dépose aucun cookie, ne \
                 garde rien sur votre appareil et ne mesure pas sa fréquentation. Comme pour tout contenu affiché depuis un autre site, son \
                 hébergeur reçoit l’adresse IP de votre appareil au moment de l’envoyer\u{a0}; il ne reçoit pas l’adresse de la page que vous lisez."
            )
        })
    });
    view! {
        <p class="prose">
            "L’outil ne recueille rien\u{a0}: aucun bandeau de consentement n’est nécessaire pour lui. Les règles sur les données personnelles vous demandent tout de même de dire qu’un contenu vient d’un autre site\u{a0}; voici une phrase exacte. Si les outils sont servis par votre propre site, elle devient inutile."
        </p>
        <Code title="Une phrase à reprendre" hint="À placer près de ce que vous dites des contenus venus d’ailleurs." text/>
    }
}
