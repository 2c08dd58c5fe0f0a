//! What the columns of a table give: as they were recognised, with their first rows, to be corrected by hand and remembered.

use dument_desk::{Change, Changed};
use dument_intake::{Column, Field, Recognised, Table};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::components::field::Select;
use crate::ledger::desk::use_desk;

/// What a column can give, in words.
const FIELDS: [(Field, &str); 31] = [
    (Field::Number, "Numéro de facture"),
    (Field::IssuedOn, "Date de facture"),
    (Field::DueOn, "Échéance"),
    (Field::Terms, "Conditions de règlement"),
    (Field::Amount, "Montant TTC"),
    (Field::Net, "Montant HT"),
    (Field::Vat, "TVA"),
    (Field::Paid, "Déjà payé"),
    (Field::PaidOn, "Date du paiement"),
    (Field::Remaining, "Reste dû"),
    (Field::Currency, "Devise"),
    (Field::Kind, "Type de pièce"),
    (Field::Status, "État"),
    (Field::DebtorName, "Nom du client"),
    (Field::DebtorAccount, "Compte ou code du client"),
    (Field::DebtorKind, "Nature du client"),
    (Field::Siren, "SIREN"),
    (Field::Siret, "SIRET"),
    (Field::VatNumber, "Numéro de TVA"),
    (Field::Street, "Rue"),
    (Field::StreetMore, "Complément d’adresse"),
    (Field::Postcode, "Code postal"),
    (Field::City, "Ville"),
    (Field::Country, "Pays"),
    (Field::Email, "Courriel"),
    (Field::Phone, "Téléphone"),
    (Field::Contact, "Interlocuteur"),
    (Field::Order, "Bon de commande"),
    (Field::RefersTo, "Facture d’origine (avoirs)"),
    (Field::Reference, "Référence du paiement"),
    (Field::Label, "Libellé"),
];

/// How it was found what a column gives, in words.
fn by(recognised: Recognised) -> &'static str {
    match recognised {
        Recognised::No => "non reconnue",
        Recognised::Name => "reconnue par son nom",
        Recognised::Content => "devinée par son contenu\u{a0}: à vérifier",
        Recognised::Hand => "choisie par vous",
    }
}

/// The columns of a table, to be corrected.
#[component]
pub fn Columns(
    /// The name of its file.
    file: String,
    /// How it was understood.
    table: Table,
    /// Reads the files again.
    again: Callback<()>,
    /// Which of the tables: it keeps the `id`s of several apart.
    rank: usize,
) -> impl IntoView {
    let desk = use_desk();
    let mapping = RwSignal::new(table.mapping());
    let before = table.mapping();
    let changed = Memo::new(move |_| mapping.with(|mapping| *mapping != before));
    let refused = RwSignal::new(None::<String>);
    let submit = move |_| {
        let mapping = mapping.get_untracked();
        spawn_local(async move {
            match desk.change::<Changed>(&Change::Remember { mapping }).await {
                Ok(_) => again.run(()),
                Err(why) => refused.set(Some(why.to_string())),
            }
        });
    };
    // Without its number, no line is an invoice.
    let unnumbered = !mapping.with_untracked(|mapping| mapping.fields.contains(&Some(Field::Number)));
    let doubtful = unnumbered || table.columns.iter().any(|column| matches!(column.by, Recognised::Content | Recognised::Hand));
    let row = move |(i, column): (usize, Column)| {
        let id = format!("column-{rank}-{i}");
        let value = Signal::derive(move || mapping.with(|mapping| mapping.fields.get(i).copied().flatten()));
        let choose = Callback::new(move |chosen: Option<Field>| {
            mapping.update(|mapping| {
                if let Some(field) = mapping.fields.get_mut(i) {
                    *field = chosen;
                }
            });
        });
        view! {
            <tr>
                <th scope="row"><label for=id.clone()>{if column.header.is_empty() { format!("Colonne {}", i + 1) } else { column.header }}</label></th>
                <td data-label="exemples">{column.samples.join(" · ")}</td>
                <td>
                    <Select
                        id
                        class="select"
                        described_by=None
                        options=FIELDS.map(|(field, words)| (field, words.to_owned())).to_vec()
                        value
                        on_choose=choose
                        invitation="Ne pas lire"
                    />
                    <p class="hint">{by(column.by)}</p>
                </td>
            </tr>
        }
    };
    view! {
        <details class="more" open=doubtful>
            <summary>{format!("Les colonnes de {file}")}</summary>
            <table class="stack">
                <caption class="visually-hidden">{format!("Les colonnes de {file}")}</caption>
                <thead><tr><th scope="col">"Colonne"</th><th scope="col">"Premières lignes"</th><th scope="col">"Ce qu’elle donne"</th></tr></thead>
                <tbody>{table.columns.into_iter().enumerate().map(row).collect_view()}</tbody>
            </table>
            <p class="actions">
                <button type="button" class="button plain small" disabled=move || !changed.get() on:click=submit>"Relire avec ces colonnes"</button>
                <span class="hint">"Elles sont retenues pour les fichiers qui ont les mêmes."</span>
            </p>
            {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
        </details>
    }
}
