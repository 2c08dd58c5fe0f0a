// The ledger as a business meets it: files brought in, who is to be reminded today, the letters, promises, payments.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { promisify } from "node:util";
import { Key } from "selenium-webdriver";

import { COMPANY, engine, forget, openCase, press, tabTo, withBrowser } from "../harness/index.mjs";
import { csvOf, drawLedger, fecOf, keptLedger, putLedger, recordsOf, ublOf } from "../harness/ledger.mjs";

const run = promisify(execFile);
const DAY = "#le=2026-11-22";

describe("the ledger", () => {
  let browser;
  let folder;
  withBrowser((opened) => {
    browser = opened;
  });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "dument-suivi-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    await browser.visit("accessibilite/");
    await forget(browser);
  });

  const show = (view, more = "") => browser.visit(`suivi/${DAY}&vue=${view}${more}`);

  /** A file as accounting software would leave it. */
  async function file(name, content) {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  }

  /** Chooses files, and waits until they are read. */
  async function choose(...paths) {
    await browser.waitForText("Déposez ici vos fichiers");
    const input = await browser.driver.executeScript("return document.querySelector('.ledger-drop input[type=file]')");
    await input.sendKeys(paths.join("\n"));
  }

  async function bring(...paths) {
    await show("importer");
    await choose(...paths);
    await browser.waitForText("Ce que ces fichiers changeraient");
    await browser.press("Ajouter à mon suivi");
    await browser.waitForText("C’est fait");
  }

  test("an accounting export gives every invoice, and nothing is changed before one says so", async () => {
    const clients = drawLedger({ clients: 10, invoices: 50 });
    const path = await file("fec.txt", fecOf(clients));
    await browser.visit(`suivi/${DAY}`);
    await browser.waitForText("Commencez par un fichier");
    await choose(path);
    await browser.waitForText("50 factures nouvelles");
    await browser.waitForText("10 clients nouveaux");
    assert.deepEqual(Object.keys(await keptLedger(browser)), [], "nothing is kept yet");
    await browser.press("Ajouter à mon suivi");
    await browser.waitForText("import de 50 factures");
    assert.equal(Object.keys(await keptLedger(browser)).length, 10, "a record each");

    await browser.press("Voir les factures");
    await browser.choose("Montrer", "Toutes");
    await browser.waitForText("50 factures");
    const first = clients[0].invoices[0];
    await browser.typeInto("Chercher", first.number);
    await browser.waitForText("1 facture :");
    await browser.waitForText(clients[0].name, ".long-body");

    // The same file again changes nothing.
    await show("importer");
    await choose(path);
    await browser.waitForText("Rien à ajouter");
    await browser.assertQuiet();
  });

  test("a table and an e-invoice are read, and a file that is neither says why", async () => {
    const clients = drawLedger({ seed: 2, clients: 4, invoices: 12 });
    const ubl = ublOf({ name: "Brun & Fils".replace("&", "&amp;"), town: "Lyon" }, { number: "U-1", issuedOn: "2026-08-01", dueOn: "2026-09-01", amount: 120_000 });
    await show("importer");
    await choose(await file("factures.csv", csvOf(clients)), await file("u-1.xml", ubl), await file("notes.txt", "Bonjour"));
    await browser.waitForText("13 factures nouvelles");
    await browser.waitForText("notes.txt");
    await browser.press("Les colonnes de factures.csv");
    await browser.waitForText("reconnue par son nom");
    await browser.press("Les lignes laissées de côté, et pourquoi");
    await browser.press("Télécharger cette liste (CSV)");
    const list = await browser.download("laissees.csv");
    assert.match(list.bytes.toString(), /notes\.txt/);
    await browser.press("Ajouter à mon suivi");
    await browser.waitForText("C’est fait");
    await browser.assertQuiet();
  });

  test("a column is corrected by hand, and the correction is remembered", async () => {
    const table = "Pièce;Tiers;Emise;Limite;Solde TTC;Machin\r\nA-1;Brun;02/03/2026;01/04/2026;100,00;1\r\nA-2;Morel;02/03/2026;01/04/2026;50,00;2\r\n";
    await show("importer");
    await choose(await file("table.csv", table));
    await browser.waitForText("Les colonnes de table.csv");
    const isOpen = () => browser.driver.executeScript("return [...document.querySelectorAll('details')].find((one) => one.textContent.includes('Les colonnes de'))?.open");
    if (!(await isOpen())) await browser.press("Les colonnes de table.csv");
    await browser.choose("Machin", "Numéro de facture");
    await browser.choose("Pièce", "Ne pas lire");
    await browser.press("Relire avec ces colonnes");
    await browser.waitForText("choisie par vous");
    await browser.assertQuiet();
  });

  test("a reading can be cancelled, and nothing has changed", async () => {
    const path = await file("grand.txt", fecOf(drawLedger({ seed: 3, clients: 2000, invoices: 60_000 })));
    await show("importer");
    await choose(path);
    await browser.press("Annuler la lecture");
    await browser.waitForText("Annulé : rien n’a changé");
    assert.deepEqual(Object.keys(await keptLedger(browser)), []);
    await browser.waitForText("Déposez ici vos fichiers");
    await browser.assertQuiet();
  });

  test("an import is taken back, and made again", async () => {
    await bring(await file("fec-3.txt", fecOf(drawLedger({ seed: 4, clients: 3, invoices: 6 }))));
    await browser.press("Annuler cet import");
    await browser.waitForText("Commencez par un fichier");
    assert(Object.values(await keptLedger(browser)).every((text) => text.includes('"removed"')));
    await browser.reload();
    await browser.waitForText("Commencez par un fichier");
    await browser.assertQuiet();
  });

  test("the whole follow-up: import, reminders, letters, a promise, a payment, and it stops", async () => {
    // Who writes is known from the case at work.
    await openCase(browser, COMPANY, "accessibilite/");
    const invoice = (number, dueOn, amount) => ({ number, issuedOn: "2026-09-01", dueOn, amount, paid: [] });
    const clients = [
      { account: "41101", name: "Garage Faure", town: "Lyon", invoices: [invoice("F-1", "2026-10-01", 150_000)] },
      { account: "41102", name: "Imprimerie Blanc", town: "Metz", invoices: [invoice("F-2", "2026-10-01", 90_000)] },
    ];
    await bring(await file("deux.csv", csvOf(clients)));
    // A file says neither what they are nor where: that is typed once.
    for (const name of ["Garage Faure", "Imprimerie Blanc"]) {
      await show("clients");
      await browser.press(name);
      await browser.waitForText("Fiche du client");
      await browser.choose("C’est", "une entreprise (société)");
      await browser.typeInto("Adresse", "1 rue de la Gare");
      await browser.typeInto("Code postal", "69002");
      await browser.press("Enregistrer la fiche");
      await browser.waitForText("Fiche enregistrée");
    }

    await show("a-faire");
    await browser.waitForText("2 clients demandent votre attention");
    await browser.press("Choisir les 2 clients à qui écrire");
    await browser.press("Préparer les 2 lettres");
    const zip = await browser.download(".zip");
    const { stdout } = await run("unzip", ["-Z1", zip.path]);
    assert.equal(stdout.trim().split("\n").length, 2, stdout);
    await browser.press("Noter l’envoi aujourd’hui");
    await browser.waitForText("2 envois sont notés");
    await browser.waitForText("Rien à faire aujourd’hui");

    // The client promises: no reminder until that day, and one after it.
    await show("clients");
    await browser.press("Garage Faure");
    await browser.press("Noter un événement");
    await browser.choose("Événement", "Promesse de paiement");
    await browser.typeInto("Avant le", "31/12/2026");
    await browser.press("Noter");
    await browser.waitForText("Promesse de payer avant le 31 décembre 2026");
    await browser.visit("suivi/#le=2026-12-28&vue=a-faire");
    await browser.waitForText("Imprimerie Blanc", ".todos");
    assert(!(await browser.textOf(".todos")).includes("Garage Faure"), "the promise holds");
    await browser.visit("suivi/#le=2027-01-15&vue=a-faire");
    await browser.waitForText("Garage Faure", ".todos");

    // A newer export tells of a payment: nothing is asked of that client any more.
    clients[0].invoices[0].paid.push({ on: "2027-01-10", amount: 150_000 });
    const fec = await file("deux.txt", csvOf(clients));
    await browser.visit("suivi/#le=2027-01-15&vue=importer");
    await choose(fec);
    await browser.waitForText("facture complétée ou modifiée");
    await browser.press("Ajouter à mon suivi");
    await browser.waitForText("C’est fait");
    await browser.visit("suivi/#le=2027-01-15&vue=a-faire");
    await browser.waitForText("Imprimerie Blanc", ".todos");
    assert(!(await browser.textOf(".todos")).includes("Garage Faure"), "paid");
    await browser.assertQuiet();
  });

  test("a client becomes a case with all that is known", async () => {
    await putLedger(browser, recordsOf(drawLedger({ clients: 3, invoices: 30 })));
    await show("clients");
    const name = await browser.textOf(".long-body .c-client a");
    await browser.press(name);
    await browser.press("Calculer les pénalités");
    await browser.waitFor(async () => (await browser.address()).startsWith("penalites/"), "the page never came");
    await browser.press("Mon dossier");
    await browser.waitForText("Votre client", "#case");
    await browser.assertQuiet();
  });

  test("a long list is walked by keys, each row says which it is", async () => {
    await putLedger(browser, recordsOf(drawLedger({ clients: 200, invoices: 5000 })));
    await show("factures");
    await browser.choose("Montrer", "Toutes");
    await browser.waitForText("5 000 factures");
    const rows = () => browser.driver.executeScript("return [...document.querySelectorAll('.long-body > [role=row]')].map((row) => Number(row.ariaRowIndex ?? row.getAttribute('aria-rowindex')))");
    assert((await rows()).length < 80, "only what is seen is on the page");
    assert.equal(await browser.driver.executeScript("return document.querySelector('[role=table]').getAttribute('aria-rowcount')"), "5001");
    await browser.press("Fin");
    await browser.waitFor(async () => (await rows()).includes(5001), "the end never came");
    await browser.press("Début");
    await browser.waitFor(async () => (await rows()).includes(2), "the beginning never came");
    // Without a mouse: the list scrolls where it has the focus.
    if (engine === "chromium") {
      await browser.driver.executeScript("document.querySelector('.long-scroll').focus()");
      await press(browser, Key.PAGE_DOWN, Key.PAGE_DOWN, Key.PAGE_DOWN);
      await browser.waitFor(async () => (await rows()).some((row) => row > 50), "it did not scroll");
      await tabTo(browser, "Page suivante");
    }
    await browser.assertQuiet();
  });
});
