// The ledger corrected by hand: invoices, what settles them, clients, who is owed, the plan; every change can be taken back.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";

import { COMPANY, faultsOfLayout, forget, keptRecords, openCase, withBrowser } from "../harness/index.mjs";
import { keptLedger, putLedger, recordsOf, ublOf } from "../harness/ledger.mjs";

const DAY = "#le=2026-11-22";
const CLIENT = "&fiche=0000000000000001";

/** A client with one late invoice of 1 500,00 €. */
const GARAGE = {
  account: "41101",
  name: "Garage Faure",
  town: "Lyon",
  invoices: [{ number: "F-1", issuedOn: "2026-09-01", dueOn: "2026-10-01", amount: 150_000, paid: [] }],
};

describe("the ledger, corrected by hand", () => {
  let browser;
  let folder;
  withBrowser((opened) => {
    browser = opened;
  });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "dument-main-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    await browser.visit("accessibilite/");
    await forget(browser);
  });

  const show = (view, more = "") => browser.visit(`suivi/${DAY}&vue=${view}${more}`);
  const focusOn = (id) =>
    browser.waitFor(async () => (await browser.driver.executeScript("return document.activeElement.id")) === id, `the focus is not on ${id}`);

  test("a business without a file types its client and its invoice, and is told all that is missing at once", async () => {
    await show("importer");
    await browser.press("Ajouter un client à la main");
    await browser.press("Ajouter ce client");
    await browser.waitForText("Indiquez le nom du client");
    await focusOn("new-client-name");
    await browser.typeInto("Nom du client", "Menuiserie Brun");
    await browser.typeInto("SIREN ou SIRET", "123456789");
    await browser.waitForText("SIREN");
    await browser.press("Ajouter ce client");
    await focusOn("new-client-siren");
    await browser.typeInto("SIREN ou SIRET", "552 100 554");
    await browser.press("Ajouter ce client");
    await browser.waitForText("Fiche du client");

    await browser.press("Ajouter une facture");
    await browser.press("Ajouter la facture");
    await browser.waitForText("Indiquez le numéro de la facture");
    await browser.waitForText("Indiquez la date");
    await browser.waitForText("Indiquez le montant");
    await focusOn("invoice-number");
    await browser.typeInto("Numéro de la facture", "2026-14");
    await browser.typeInto("Date de la facture", "02/10/2026");
    await browser.typeInto("Échéance", "01/10/2026");
    await browser.typeInto("Montant TTC", "1 850,00");
    await browser.waitForText("L’échéance ne peut pas précéder la date de la facture");
    await browser.typeInto("Échéance", "02/11/2026");
    await browser.press("Ajouter la facture");
    await browser.waitForText("20 jours de retard");
    await browser.press("Annuler : facture ajoutée");
    await browser.waitForText("Rien à payer aujourd’hui");
    await browser.press("Rétablir : facture ajoutée");
    await browser.waitForText("20 jours de retard");
    await browser.assertQuiet();
  });

  test("an invoice is corrected, settled in part, unsettled, removed, and each is taken back", async () => {
    await putLedger(browser, recordsOf([GARAGE]));
    await show("client", CLIENT);
    await browser.press("Modifier la facture F-1");
    // Both days move: neither order of the two would do alone.
    await browser.typeInto("Date de la facture", "02/11/2026");
    await browser.typeInto("Échéance", "02/12/2026");
    await browser.press("Enregistrer la facture");
    await browser.waitForText("dans 10 jours");
    await browser.press("Annuler : facture corrigée");
    await browser.waitForText("52 jours de retard");

    await browser.press("Modifier la facture F-1");
    await browser.choose("Ajouter", "Avoir");
    await browser.typeInto("Montant", "2 000,00");
    await browser.press("Ajouter ce règlement");
    await browser.waitForText("Il ne reste pas autant à payer");
    await browser.typeInto("Montant", "500,00");
    await browser.press("Ajouter ce règlement");
    await browser.waitForText("Avoir du 22 novembre 2026 : 500,00 €");
    await browser.waitForText("1 000,00 €", ".debtor-head");
    await browser.press("Retirer : Avoir du 22 novembre 2026");
    await browser.waitForText("1 500,00 €", ".debtor-head");
    await browser.press("Retirer cette facture");
    await browser.waitForText("Rien à payer aujourd’hui");
    await browser.press("Annuler : facture retirée");
    await browser.waitForText("52 jours de retard");
    await browser.assertQuiet();
  });

  test("what is paid beyond the invoices waits, and is set against one when the visitor says so", async () => {
    await putLedger(browser, recordsOf([GARAGE]));
    await show("client", CLIENT);
    await browser.press("Noter un paiement");
    await browser.typeInto("Montant reçu", "1 800,00");
    await browser.press("Noter le paiement");
    await browser.waitForText("300,00 € qu’aucune facture n’explique encore");
    await browser.press("Ajouter une facture");
    await browser.typeInto("Numéro de la facture", "F-2");
    await browser.typeInto("Échéance", "01/11/2026");
    await browser.typeInto("Montant TTC", "1 000,00");
    await browser.press("Ajouter la facture");
    await browser.waitForText("1 000,00 €", ".debtor-head");
    await browser.press("Affecter à une facture");
    assert.equal(await browser.valueOf("Montant à déduire"), "300,00", "what is left of it is proposed");
    await browser.press("Affecter");
    await browser.waitForText("700,00 €", ".debtor-head");
    assert(!(await browser.textOf()).includes("qu’aucune facture n’explique"), "nothing waits any more");
    await browser.press("Annuler : somme affectée");
    await browser.waitForText("300,00 € qu’aucune facture n’explique encore");
    await browser.assertQuiet();
  });

  test("clients that seem to be one are told, joined when asked, and parted again", async () => {
    const twin = { ...GARAGE, name: "GARAGE FAURE SARL", account: "41102", invoices: [{ ...GARAGE.invoices[0], number: "F-9" }] };
    const other = { ...GARAGE, name: "Imprimerie Blanc", account: "41103", invoices: [{ ...GARAGE.invoices[0], number: "B-1" }] };
    await putLedger(browser, recordsOf([GARAGE, twin, other]));
    await show("clients");
    await browser.waitForText("3 clients");
    await browser.press("Deux clients n’en font peut-être qu’un");
    await browser.waitForText("même nom, à l’écriture près");
    await browser.press("Réunir Garage Faure et GARAGE FAURE SARL");
    await browser.waitForText("2 clients");
    assert(!(await browser.textOf()).includes("n’en font peut-être qu’un"));

    await show("client", CLIENT);
    await browser.typeInto("Nom de l’autre client", "imprim");
    await browser.press("Réunir avec « Imprimerie Blanc »");
    await browser.waitForText("B-1", ".debtor-sheet");
    await browser.waitForText("4 500,00 €", ".debtor-head");
    await browser.press("Annuler : clients réunis");
    await browser.waitForText("3 000,00 €", ".debtor-head");
    await browser.assertQuiet();
  });

  test("who is owed is told once, stands in the cases, and another's invoices are refused with the reason", async () => {
    await putLedger(browser, recordsOf([GARAGE]));
    await show("entreprise");
    await browser.press("Enregistrer");
    await browser.waitForText("Indiquez le nom de votre entreprise");
    await browser.typeInto("Nom ou dénomination", "Atelier Sud");
    await browser.typeInto("SIREN ou SIRET", "552100554");
    await browser.typeInto("Numéro et rue", "3 place du Marché");
    await browser.typeInto("Code postal", "69002");
    await browser.typeInto("Ville", "Lyon");
    await browser.typeInto("IBAN", "FR76 0000");
    await browser.press("Enregistrer");
    await focusOn("business-iban");
    await browser.typeInto("IBAN", "FR14 2004 1010 0505 0001 3M02 606");
    await browser.press("Enregistrer");
    await browser.waitForText("Enregistré.");
    assert((await keptLedger(browser)).settings.includes("Atelier Sud"));

    // An invoice that « Atelier Nord » issued.
    const path = join(folder, "u-1.xml");
    await writeFile(path, ublOf({ name: "Brun", town: "Lyon" }, { number: "U-1", issuedOn: "2026-08-01", dueOn: "2026-09-01", amount: 120_000 }));
    await show("importer");
    await browser.waitForText("Déposez ici vos fichiers");
    await (await browser.find(".ledger-drop input[type=file]")).sendKeys(path);
    await browser.press("Les lignes laissées de côté, et pourquoi");
    await browser.waitForText("émise par « Atelier Nord », et non par vous");
    await show("client", CLIENT);
    await browser.press("Écrire une lettre");
    await browser.waitFor(async () => (await browser.address()).startsWith("lettres/"), "the page never came");
    await browser.waitFor(async () => JSON.stringify(await keptRecords(browser)).includes("Atelier Sud"), "the case doesn't say who is owed");
    await browser.assertQuiet();
  });

  test("one letter is written from « À faire » at once, and noted", async () => {
    await openCase(browser, COMPANY, "accessibilite/");
    await putLedger(browser, recordsOf([GARAGE]));
    await show("a-faire");
    await browser.press("Écrire la lettre : Garage Faure");
    const letter = await browser.download(".pdf");
    assert.match(letter.name, /garage-faure/);
    await browser.press("Noter l’envoi aujourd’hui");
    await browser.waitForText("Rien à faire aujourd’hui");
    await show("client", CLIENT);
    await browser.waitForText("22 novembre 2026", ".ledger-history");
    await browser.assertQuiet();
  });

  test("a group of the plan is kept for some kinds of clients and some risks", async () => {
    await putLedger(browser, recordsOf([GARAGE]));
    await show("plan");
    await browser.press("Ajouter un groupe");
    const last = "return [...document.querySelectorAll('.plan-segment')].at(-2)";
    await (await browser.driver.executeScript(`${last}.querySelector('summary')`)).click();
    const tick = async (words) => {
      const found = `${last}.querySelectorAll('label.check')`;
      const label = await browser.driver.executeScript(`return [...(() => { ${found} })()].find((one) => one.textContent.includes(arguments[0]))`, words);
      await browser.click(label);
    };
    await tick("une entreprise (société)");
    await tick("à surveiller");
    await browser.waitForText("un risque à surveiller", ".plan");
    await browser.press("Enregistrer le plan");
    await browser.waitForText("Annuler : plan de relance modifié");
    const { settings } = await keptLedger(browser);
    assert(settings.includes('"risks":["medium"]'), settings);
    await browser.assertQuiet();
  });

  test("a folder is dropped, and all of its files are read", async () => {
    await show("importer");
    await browser.waitForText("Déposez ici vos fichiers");
    const invoices = ["U-1", "U-2"].map((number) =>
      ublOf({ name: "Brun", town: "Lyon" }, { number, issuedOn: "2026-08-01", dueOn: "2026-09-01", amount: 120_000 }),
    );
    await browser.driver.executeScript((texts) => {
      const file = (text, i) => ({ isFile: true, file: (give) => give(new File([text], `u-${i}.xml`)) });
      // As a browser hands a folder out: some entries, then none.
      const folder = (entries) => ({ createReader: () => ({ readEntries: (give) => give(entries.splice(0, 1)) }) });
      const items = [{ webkitGetAsEntry: () => folder([folder([file(texts[0], 1)]), file(texts[1], 2)]) }];
      const event = new Event("drop", { bubbles: true, cancelable: true });
      Object.defineProperty(event, "dataTransfer", { value: { items, files: [] } });
      document.querySelector(".ledger-drop").dispatchEvent(event);
    }, invoices);
    await browser.waitForText("2 factures nouvelles");
    await browser.assertQuiet();
  });

  test("taking over a backup can be taken back", async () => {
    const [[key, text]] = recordsOf([{ ...GARAGE, name: "Garage d’avant" }]);
    const path = join(folder, "secours.json");
    await writeFile(path, JSON.stringify({ format: "dument-secours", records: [JSON.stringify({ key, ...JSON.parse(text) })] }));
    await putLedger(browser, recordsOf([GARAGE]));
    await show("importer");
    await browser.waitForText("Déposez ici vos fichiers");
    await (await browser.find(".ledger-drop input[type=file]")).sendKeys(path);
    await browser.waitForText("1 client d’une sauvegarde");
    await browser.press("Ajouter à mon suivi");
    await browser.waitForText("C’est fait : sauvegarde reprise");
    assert((await keptLedger(browser))[key].includes("Garage d’avant"));
    await browser.press("Annuler cet import");
    await browser.waitForText("Déposez ici vos fichiers");
    assert((await keptLedger(browser))[key].includes("Garage Faure"), "as it was before");
    await browser.assertQuiet();
  });

  for (const width of [360, 1280]) {
    test(`every form fits a page ${width} px wide`, async () => {
      await browser.resize(width, 900);
      await putLedger(browser, recordsOf([GARAGE]));
      await show("client", CLIENT);
      await browser.press("Modifier la facture F-1");
      await browser.waitForText("Ce qui l’a réglée");
      assert.deepEqual(await faultsOfLayout(browser), []);
      await show("entreprise");
      await browser.waitForText("Vous êtes");
      assert.deepEqual(await faultsOfLayout(browser), []);
      await browser.resize(1280, 900);
    });
  }
});
