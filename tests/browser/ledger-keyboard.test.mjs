// The whole follow-up of unpaid invoices by keyboard alone: whatever a key does, the focus is somewhere, in sight, where one goes on.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Key } from "selenium-webdriver";

import { forget, only, press, stop, tabTo, withBrowser } from "../harness/index.mjs";
import { keptLedger } from "../harness/ledger.mjs";

const DAY = "#le=2026-11-22";

/** A headless Firefox and a window that isn't active take some stops for their own buttons. */
const TABS = only(["chromium"], "a Tab that stays in the page");

/** The number of the invoice is in a column whose name says nothing. */
const TABLE = [
  "Machin;Client;Date de facture;Échéance;Montant TTC",
  "F-1;Garage Faure;01/09/2026;01/10/2026;1 500,00",
  "F-2;Imprimerie Blanc;01/09/2026;01/10/2026;900,00",
  "",
].join("\r\n");

describe("the follow-up without a mouse", () => {
  let browser;
  let folder;
  withBrowser((opened) => {
    browser = opened;
  });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "dument-clavier-"));
    await writeFile(join(folder, "table.csv"), TABLE);
    await browser.visit("accessibilite/");
    await forget(browser);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const keys = (...pressed) => press(browser, ...pressed);
  const to = (wanted) => tabTo(browser, wanted);

  /** Goes back from stop to stop. */
  async function backTo(wanted) {
    for (let count = 0; count < 200; count += 1) {
      await browser.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
      const here = await stop(browser);
      if (!here) continue;
      assert.deepEqual(here.faults, [], here.name);
      if (here.name.startsWith(wanted)) return here;
    }
    return assert.fail(`« ${wanted} » isn't before`);
  }

  /** Presses a key where the focus is, waits for what it does, and looks where the focus is then. */
  async function does(key, shown, where) {
    const began = (await stop(browser))?.name;
    await keys(key);
    await browser.waitForText(shown);
    return stands(where ?? began, `after « ${began} »`);
  }

  /** Waits until the focus is on what goes by a name, and in sight. */
  async function stands(wanted, when) {
    let last;
    await browser.waitFor(
      async () => (last = await stop(browser))?.name.startsWith(wanted),
      () => `the focus is on ${last ? `« ${last.name} »` : "nothing"}, not on « ${wanted} », ${when}`,
    );
    assert.deepEqual(last.faults, [], `${last.name}, ${when}`);
    return last;
  }

  /** Types into a field. */
  async function fill(field, ...typed) {
    await to(field);
    await keys(...typed);
  }

  test("a file is chosen, a column corrected, and the import confirmed", TABS, async () => {
    await browser.visit(DAY);
    await to("Suivi");
    await keys(Key.ENTER);
    await browser.waitForText("Commencez par un fichier");
    await browser.waitFor(async () => (await stop(browser))?.id === "content", "the page just shown has not the focus");
    await to("Choisir des fichiers");
    await (await browser.driver.switchTo().activeElement()).sendKeys(join(folder, "table.csv"));
    await browser.waitForText("Les colonnes de table.csv");
    await stands("Rien à ajouter", "once the file is read");
    await fill("Machin", "Numéro de facture");
    await to("Relire avec ces colonnes");
    await does(Key.SPACE, "choisie par vous", "Ce que ces fichiers changeraient");
    await to("Ne rien changer");
    await does(Key.ENTER, "Déposez ici vos fichiers", "Commencez par un fichier");
    await to("Choisir des fichiers");
    await (await browser.driver.switchTo().activeElement()).sendKeys(join(folder, "table.csv"));
    await stands("Ce que ces fichiers changeraient", "once the file is read again");
    await to("Ajouter à mon suivi");
    await does(Key.ENTER, "import de 2 factures", "C’est fait");
  });

  test("one says who one is, and what the client is", TABS, async () => {
    await backTo("Mon entreprise");
    await does(Key.ENTER, "Ce que vos lettres");
    await to("Enregistrer");
    await keys(Key.ENTER);
    await browser.waitForText("Indiquez le nom de votre entreprise");
    await stands("Nom ou dénomination", "after a form with a fault");
    await keys("Atelier Nord");
    await fill("Numéro et rue", "12 rue des Lices");
    await fill("Code postal", "49000");
    await fill("Ville", "Angers");
    await to("Enregistrer");
    await does(Key.ENTER, "Enregistré.");

    await backTo("Clients");
    await does(Key.ENTER, "2 clients");
    await to("Garage Faure");
    await does(Key.ENTER, "Fiche du client");
    await fill("C’est", "une entreprise (société)");
    await fill("Adresse", "1 rue de la Gare");
    await fill("Code postal", "69002");
    await fill("Ville", "Lyon");
    await to("Enregistrer la fiche");
    await does(Key.ENTER, "Fiche enregistrée");
    await backTo("Tous les clients");
    await does(Key.ENTER, "2 clients", "Clients");
  });

  test("a letter is written and noted, a step done and put off, and taken back", TABS, async () => {
    await backTo("À faire");
    await does(Key.ENTER, "2 clients demandent votre attention");
    await to("Écrire la lettre : Garage Faure");
    await does(Key.ENTER, "La lettre est dans vos téléchargements");
    assert.match((await browser.download(".pdf")).name, /garage-faure/);
    await to("Noter l’envoi aujourd’hui");
    // What it was about is gone from the list: one goes on with the next client.
    await does(Key.ENTER, "1 client demande votre attention", "Choisir Imprimerie Blanc");
    await to("C’est envoyé : Imprimerie Blanc");
    await does(Key.SPACE, "Rien à faire aujourd’hui", "Délais, promesses et tâches");
    await backTo("Annuler : envoi noté");
    await does(Key.ENTER, "1 client demande votre attention", "Annuler : envois notés");
    await to("Rétablir : envoi noté");
    await does(Key.ENTER, "Rien à faire aujourd’hui", "Annuler : envoi noté");
    await does(Key.ENTER, "1 client demande votre attention", "Annuler : envois notés");
    await to("Reporter d’une semaine : Imprimerie Blanc");
    await does(Key.ENTER, "Rien à faire aujourd’hui", "Délais, promesses et tâches");
  });

  test("an invoice is found in the list, row by row, and its client opened", TABS, async () => {
    await backTo("Factures");
    await does(Key.ENTER, "restent dus");
    await to("Choisir la facture");
    const first = await stop(browser);
    await keys(Key.ARROW_DOWN);
    await browser.waitFor(async () => (await stop(browser))?.name !== first.name, "the arrow leads nowhere");
    const second = await stop(browser);
    assert(second.name.startsWith("Choisir la facture"), second.name);
    await does(Key.SPACE, "1 facture choisie", second.name);
    await backTo("Ne rien choisir");
    await does(Key.ENTER, "restent dus", "Tout choisir");
    // The row one was on is where one comes back.
    await to("Imprimerie Blanc");
    await keys(Key.ARROW_UP);
    await stands("Garage Faure", "a row above");
    await does(Key.ENTER, "Fiche du client");
  });

  test("a payment and a promise are noted by hand, given up, corrected and removed", TABS, async () => {
    await to("Noter un paiement");
    await does(Key.ENTER, "affecté aux factures échues", "Date du paiement");
    await to("Noter le paiement");
    await keys(Key.ENTER);
    await stands("Montant reçu", "after a form with a fault");
    await keys("500,00");
    await keys(Key.ENTER);
    await browser.waitForText("1 000,00 €", ".debtor-head");
    await stands("Factures", "after a payment");

    await to("Noter un événement");
    await does(Key.ENTER, "Note", "Événement");
    await keys("Promesse de paiement");
    await to("Noter");
    await keys(Key.ENTER);
    await browser.waitForText("Complétez ce qui est signalé");
    await stands("Avant le", "after an event with a fault");
    await keys("31/12/2026");
    await to("Noter");
    await does(Key.ENTER, "Promesse de payer avant le 31 décembre 2026", "Historique");
    await to("Corriger : Promesse de payer");
    await does(Key.ENTER, "Note", "Événement");
    await to("Annuler");
    await does(Key.ENTER, "Promesse de payer avant le 31 décembre 2026", "Corriger : Promesse de payer");
    await to("Retirer : Promesse de payer");
    await keys(Key.ENTER);
    await browser.waitFor(async () => !(await browser.textOf(".ledger-history")).includes("Promesse"), "the promise is still there");
    await stands("Historique", "after an event removed");
  });

  test("the client is handed over, and the case holds what was known", TABS, async () => {
    await backTo("Calculer les pénalités");
    await keys(Key.ENTER);
    await browser.waitFor(async () => (await browser.address()).startsWith("penalites/"), "the page never came");
    await browser.waitFor(async () => (await stop(browser))?.id === "content", "the page just shown has not the focus");
    await backTo("Mon dossier");
    await keys(Key.ENTER);
    await browser.waitForText("Garage Faure", "#case");
    await keys(Key.ESCAPE);
    await stands("Mon dossier", "after the case was closed");
  });

  test("the plan is edited and kept", TABS, async () => {
    await backTo("Suivi");
    await keys(Key.ENTER);
    await to("Plan de relance");
    await does(Key.ENTER, "Chaque client suit");
    await to("Changer ce groupe");
    await keys(Key.ENTER);
    await fill("Nom du groupe", Key.END, " (bis)");
    await to("Retirer l’étape 1");
    await does(Key.ENTER, "(bis)", "Retirer l’étape 1");
    await to("Ajouter une étape à");
    await does(Key.ENTER, "(bis)");
    await backTo("Jours après l’échéance");
    await keys("90");
    await to("Ajouter un groupe");
    await keys(Key.ENTER);
    await to("Enregistrer le plan");
    await does(Key.ENTER, "Annuler : plan de relance modifié");
    assert((await keptLedger(browser)).settings.includes("(bis)"));
  });

  test("the figures explain themselves, and give the month's report", TABS, async () => {
    await backTo("Chiffres");
    await does(Key.ENTER, "Taux de recouvrement");
    await to("Pourquoi");
    await keys(Key.ENTER);
    assert(await browser.driver.executeScript("return document.activeElement.parentElement.open"), "the explanation stays closed");
    await stands("Pourquoi", "once it is open");
    await to("Rapport du mois (PDF)");
    await keys(Key.ENTER);
    const report = await browser.waitFor(() => browser.download("rapport-2026-11-22.pdf"), "no report");
    assert.equal(report.bytes.subarray(0, 5).toString(), "%PDF-");
    await stands("Rapport du mois (PDF)", "once the report is there");
  });

  test("the invoices are taken away, and the last change is taken back", TABS, async () => {
    await backTo("Importer, exporter");
    await does(Key.ENTER, "Effacer le suivi");
    await to("Factures, pour tableur (CSV)");
    await does(Key.ENTER, "est dans vos téléchargements");
    assert.match((await browser.download(".csv")).bytes.toString(), /Garage Faure/);
    await to("Effacer");
    await does(Key.ENTER, "sans retour possible", "Effacer tout le suivi");
    await to("Le garder");
    await does(Key.ENTER, "Effacer le suivi", "Effacer");
    await backTo("Annuler : plan de relance modifié");
    await keys(Key.ENTER);
    await browser.waitFor(async () => !(await keptLedger(browser)).settings.includes("(bis)"), "the plan is as it was changed");
    await stands("Annuler", "after the plan was taken back");
  });

  test("quietly", async () => {
    await browser.assertQuiet();
  });
});
