// Every page in every state a visitor can meet, for the tests of what must hold in all of them.

import { ANSWERS, COMPANY, CONSUMER, FAULTS, ONE_INVOICE, PUBLIC_BODY, openCase } from "./case.mjs";
import { forget, putText } from "./kept.mjs";
import { drawLedger, putLedger, recordsOf } from "./ledger.mjs";

const AS_OF = "#le=2026-06-30";

/** Opens everything that is folded away on the page. */
const unfold = (browser) =>
  browser.driver.executeScript("for (const fold of document.querySelectorAll('main details')) fold.open = true");

/** A page with a case, then what is done there. */
const state = (name, page, kept, act = async () => {}) => ({
  name,
  async show(browser) {
    await openCase(browser, kept, page.includes("#") ? page : `${page}${AS_OF}`);
    await act(browser);
  },
});

const unfolded = (name, page, kept, act = async () => {}) =>
  state(name, page, kept, async (browser) => {
    await act(browser);
    await unfold(browser);
  });

/** A letter of the case, once it is on the sheet or says what it still needs. */
const letter = (name, title, kept, act = async () => {}) =>
  state(name, "lettres/", kept, async (browser) => {
    await browser.press(title);
    await browser.waitFor(() => browser.find(".letter-view .sheet, .letter-view .empty, .letter-view .missing"), "no letter");
    await act(browser);
  });

async function edit(browser, words) {
  const paragraph = await browser.waitFor(() => browser.find(".sheet [contenteditable]"), "no paragraph");
  await paragraph.click();
  await browser.append(paragraph, words);
  await browser.waitForText(words.trim(), ".sheet");
}

/** The guide at the first question that has no answer. */
const asked = (name, question, answers, kept = ONE_INVOICE) =>
  unfolded(`guide: ${name}`, "guide/", { ...kept, answers }, (browser) => browser.waitForText(question));

const drawer = (name, kept, act = async () => {}) =>
  state(`case: ${name}`, "", kept, async (browser) => {
    await browser.press("Mon dossier");
    await browser.waitForText("Votre client", "#case");
    await browser.driver.executeScript("for (const part of document.querySelectorAll('#case details')) part.open = true");
    await act(browser);
  });

const { creditor: _, ...UNKNOWN_CREDITOR } = ONE_INVOICE;

/** A view of the ledger, with some clients or with none. */
const followed = (name, view, filled, act) => ({
  name,
  async show(browser) {
    await browser.visit("accessibilite/");
    await forget(browser);
    if (filled) await putLedger(browser, recordsOf(drawLedger({ clients: 12, invoices: 60 })));
    await browser.visit(`suivi/#le=2026-11-22&vue=${view}`);
    await act(browser);
  },
});

/** All of them, by name. */
export const STATES = [
  state("home: nothing told", "", undefined),
  unfolded("home: a company", "", COMPANY),
  unfolded("home: a consumer", "", CONSUMER),
  unfolded("home: a public body", "", PUBLIC_BODY),
  state("home: faults", "", FAULTS),
  state("home: an impossible day of computation", "#le=2026-02-30", ONE_INVOICE),

  drawer("empty", undefined),
  drawer("filled", COMPANY),
  drawer("faults", FAULTS),
  state("case: beside the page", "", COMPANY, async (browser) => {
    await browser.resize(1600, 900);
    await browser.press("Mon dossier");
    await browser.waitForText("Votre client", "#case");
  }),
  drawer("deleted", COMPANY, (browser) => browser.press("Supprimer ce dossier")),

  state("guide: nothing told", "guide/", undefined),
  asked("insolvency", "procédure collective", {}),
  asked("dates of insolvency", "procédure collective", { insolvent: true }),
  asked("basis", "D’où vient", { insolvent: false }),
  asked("dispute", "conteste-t-il", { insolvent: false, basis: "contract" }),
  asked("answer", "répondu votre client", { insolvent: false, basis: "contract", contested: "no" }),
  asked("steps", "déjà envoyé", { insolvent: false, basis: "contract", contested: "no", answer: "none" }),
  asked("creditor", "qui êtes-vous", { ...ANSWERS, evidence: undefined }, UNKNOWN_CREDITOR),
  asked("evidence", "Quelles preuves", { ...ANSWERS, evidence: undefined }),
  asked("guarantor", "porté caution", { ...ANSWERS, guarantor: undefined }),
  asked("plan with unknowns", "Ce qui manque", { ...ANSWERS, insolvent: "unknown", struckOff: "unknown", contested: "unknown", guarantor: "unknown" }),
  asked("plan against a company", "Votre plan", ANSWERS, COMPANY),
  asked("plan against a consumer", "Votre plan", ANSWERS, CONSUMER),
  asked("plan against a public body", "Votre plan", ANSWERS, PUBLIC_BODY),

  unfolded("verify: nobody yet", "verifier/", undefined),
  unfolded("verify: a company", "verifier/", { ...COMPANY, debtor: { ...COMPANY.debtor, siren: "732 829 320" }, answers: { insolvent: true } }),
  unfolded("verify: a consumer", "verifier/", CONSUMER),
  unfolded("verify: a public body", "verifier/", PUBLIC_BODY),
  state("answered: nothing chosen", "reponse/", ONE_INVOICE),
  state("answered: what is missing", "reponse/", ONE_INVOICE, async (browser) => {
    await browser.press("Il promet de payer");
    await browser.press("Noter dans mon dossier");
    await browser.waitForText("Dites comment il l’a dit");
  }),
  state("answered: noted", "reponse/", { ...ONE_INVOICE, answers: ANSWERS }, async (browser) => {
    await browser.press("Rien : il se tait");
    await browser.press("Noter dans mon dossier");
    await browser.waitForText("Et maintenant");
  }),

  state("penalties: nothing told", "penalites/", undefined),
  unfolded("penalties: a company", "penalites/", COMPANY),
  unfolded("penalties: a consumer", "penalites/", CONSUMER),
  unfolded("penalties: not due yet", "penalites/#le=2026-05-01", ONE_INVOICE),
  unfolded("penalties: provisional", "penalites/#le=2027-03-31", ONE_INVOICE),
  state("penalties: faults", "penalites/", FAULTS),

  state("limitation: nothing told", "prescription/", undefined),
  unfolded("limitation: a company", "prescription/", COMPANY),
  unfolded("limitation: over", "prescription/#le=2032-01-01", ONE_INVOICE),
  state("limitation: faults", "prescription/", FAULTS),

  unfolded("letters: the list", "lettres/", COMPANY),
  unfolded("letters: the list, nothing told", "lettres/", undefined),
  letter("letters: a formal notice", "Mise en demeure", COMPANY, unfold),
  letter("letters: an e-mail", "Courriel de relance", ONE_INVOICE, unfold),
  letter("letters: what is missing", "Échéancier", ONE_INVOICE, unfold),
  letter("letters: parties with faults", "Mise en demeure", FAULTS, unfold),
  letter("letters: an edit", "Première relance", ONE_INVOICE, (browser) => edit(browser, " Merci.")),
  letter("letters: a figure from elsewhere", "Mise en demeure", ONE_INVOICE, async (browser) => {
    await edit(browser, " Soit 2 000,00 €.");
    await browser.waitForText("ne figure pas dans le décompte", ".sheet");
    await browser.press("Télécharger en PDF");
    await browser.waitForText("À vérifier dans votre texte", "[role=alertdialog]");
  }),
  letter("letters: an order to pay", "Requête en injonction de payer", ONE_INVOICE, unfold),

  followed("ledger: empty", "importer", false, (browser) => browser.waitForText("Commencez par un fichier")),
  followed("ledger: today", "a-faire", true, (browser) => browser.waitForText("demandent votre attention")),
  followed("ledger: invoices", "factures", true, (browser) => browser.waitForText("restent dus")),
  followed("ledger: clients", "clients", true, (browser) => browser.waitForText("restent dus")),
  followed("ledger: a client, noting", "client&fiche=0000000000000001", true, async (browser) => {
    await browser.press("Noter un événement");
    await browser.choose("Événement", "Promesse de paiement");
    await browser.press("Noter");
    await browser.waitForText("Complétez ce qui est signalé");
  }),
  followed("ledger: no such client", "client&fiche=00", true, (browser) => browser.waitForText("n’est pas, ou plus")),
  followed("ledger: figures", "chiffres", true, async (browser) => {
    await browser.waitForText("Taux de recouvrement");
    await unfold(browser);
  }),
  followed("ledger: plan", "plan", true, (browser) => browser.waitForText("Plan de relance")),
  followed("ledger: taking it away", "importer", true, (browser) => browser.waitForText("Effacer le suivi")),

  state("cases: none", "dossiers/", undefined, (browser) => browser.waitForText("Aucun dossier")),
  state("cases: one, being named", "dossiers/", COMPANY, (browser) => browser.press("Renommer : Dossier Brun & Fils")),
  state("cases: one that can't be opened", "dossiers/", COMPANY, async (browser) => {
    await putText(browser, "abime", "{");
    await browser.visit(`dossiers/${AS_OF}`);
    await browser.waitForText("abîmé");
  }),
  state("cases: deleted", "dossiers/", COMPANY, async (browser) => {
    await browser.press("Supprimer : Dossier Brun & Fils");
    await browser.waitForText("est supprimé");
  }),
  state("cases: to be erased", "dossiers/", COMPANY, (browser) => browser.press("Tout effacer")),

  unfolded("sources", "sources/", undefined),
  unfolded("accessibility", "accessibilite/", undefined),
  unfolded("integrate", "integrer/", undefined),
  state("integrate: a colour that is none", "integrer/", undefined, async (browser) => {
    await browser.typeInto("La couleur de vos liens et boutons", "jaune");
    await browser.waitForText("Écrivez une couleur");
  }),
  unfolded("design", "design/", undefined),
  unfolded("cases: nothing told", "dossiers/", undefined),
  unfolded("cases", "dossiers/", COMPANY),
  state("sources: a search", "sources/", undefined, (browser) => browser.typeInto("Chercher une règle", "indemnité")),
  state("what was kept can't be read", "", undefined, async (browser) => {
    await browser.visit("accessibilite/");
    await browser.driver.executeScript("localStorage.setItem('dument.dossier', '{\"format\":\"dument\",\"version\":99,\"case\":{}}')");
    await browser.visit(AS_OF);
    await browser.waitForText("version plus récente");
  }),
];
