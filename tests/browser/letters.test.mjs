// The letters: every kind chosen and filled, edits that survive, and every way to take a letter away.

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { describe, test } from "node:test";
import { By, Key } from "selenium-webdriver";

import { forget, NARROW, only, plain, withBrowser } from "../harness/index.mjs";

const CREDITOR = {
  kind: "company", name: "Atelier Nord", legalForm: "SARL", street: "12 rue des Lices", postcode: "49000", town: "Angers", siren: "732 829 320",
  iban: "FR14 2004 1010 0505 0001 3M02 606", phone: "02 41 00 00 00", email: "compta@atelier-nord.example", signatory: "Anne Le Goff", capacity: "gérante",
};
const DEBTOR = {
  kind: "company", name: "Brun & Fils", legalForm: "SAS", street: "4 quai Rambaud", postcode: "69002", town: "Lyon", email: "compta@brun.example", phone: "06 12 34 56 78",
};
const INVOICE = { number: "F-2026-014", amount: "1 850,00", dueOn: "16/05/2026", issuedOn: "16/04/2026" };
const DAY = "lettres/#le=2026-06-30";

/** A name and an address under the ids of a correspondent's fields. */
const correspondent = (id, name) => ({
  [`${id}-name`]: name, [`${id}-address-lines`]: "1 place du Palais", [`${id}-address-postcode`]: "69003", [`${id}-address-town`]: "Lyon",
});

/** Every letter that a company can be written, what it is told of, and words of its sheet. */
const LETTERS = [
  ["Appel téléphonique", "phoneScript", {}, "F-2026-014"],
  ["SMS", "textMessage", {}, "F-2026-014"],
  ["Courriel de relance", "emailReminder", {}, "1 850,00 €"],
  ["Première relance", "reminder", {}, "1 850,00 €"],
  ["Seconde relance", "secondReminder", {}, "1 917,71 €"],
  ["Mise en demeure", "formalNotice", {}, "1 917,71 €"],
  ["Note de pénalités", "penaltyClaim", { number: "ND-2026-03" }, "ND-2026-03", { payments: [{ on: "20/06/2026", amount: "1850" }] }],
  ["Échéancier", "paymentPlan", {
    instalments: "2", "instalments-0-on": "31/07/2026", "instalments-1-on": "31/08/2026", "signatory-name": "Paul Brun", "signatory-capacity": "président",
  }, "31 août 2026"],
  ["Reconnaissance de dette", "acknowledgment", { "signatory-name": "Paul Brun", "signatory-capacity": "président" }, "Paul Brun"],
  ["Réponse à une contestation", "replyToDispute", {
    disputedOn: "3 juin 2026", points: "1", "points-0-objection": "la livraison serait tardive", "points-0-reply": "Le bon de livraison est signé du 14 avril 2026.",
  }, "bon de livraison est signé"],
  ["Suspension du travail ou des livraisons", "suspensionNotice", { what: "deliveries" }, "livraisons"],
  ["Rétention ou reprise d’un bien", "retentionNotice", { right: "possession", goods: "Tour Schaublin 102, n° 4512" }, "Schaublin"],
  ["Lettre à la caution", "guarantorNotice", { ...correspondent("guarantor", "Paul Brun"), naturalPerson: "yes", signedOn: "03/03/2025", informedInTime: "yes" }, "Paul Brun"],
  ["Déclaration de créance", "claimDeclaration", {
    ...correspondent("practitioner", "Maître Anne Roux"), proceedings: "liquidation", court: "Tribunal de commerce de Lyon", publishedOn: "12/06/2026",
  }, "Maître Anne Roux", {}, { insolvent: true, insolvencyOpenedOn: "05/06/2026" }],
  ["Demande de conciliation", "conciliationRequest", { account: "Le client ne répond plus." }, "ne répond plus"],
  ["Requête en injonction de payer", "paymentOrderRequest", { ...correspondent("court", "Tribunal de commerce de Lyon"), contract: "Devis n° 112 accepté le 3 mars 2026" }, "Tribunal de commerce de Lyon"],
];

describe("letters", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  const run = (script, ...values) => browser.driver.executeScript(script, ...values);

  /** Puts a case on the machine, as an earlier visit left it, and opens the page of letters. */
  async function open(change = {}, letter) {
    const kept = { creditor: CREDITOR, debtor: DEBTOR, invoices: [INVOICE], ...change };
    // Nothing is kept while a page that holds another case is open.
    await browser.visit("sources/");
    await forget(browser);
    await run("localStorage.setItem('dument.dossier', arguments[0])", JSON.stringify({ format: "dument", version: 1, case: kept }));
    await browser.visit(DAY);
    if (letter) await choose(letter);
  }

  async function choose(letter) {
    await browser.press(letter);
    await browser.waitFor(() => browser.find(".letter-view .sheet, .letter-view .empty"), "no letter");
  }

  /** The paragraph that holds these words. */
  async function paragraph(words) {
    return browser.waitFor(async () => {
      for (const element of await browser.driver.findElements(By.css(".sheet [contenteditable]"))) {
        if (plain(await element.getText()).includes(words)) return element;
      }
      return undefined;
    }, `no paragraph says « ${words} »`);
  }

  /** The file that this button makes; it is gone from the downloads after. */
  async function downloaded(button, ending) {
    await browser.press(button);
    const file = await browser.download(ending);
    await rm(file.path);
    return file;
  }

  async function openOthers() {
    if (!(await browser.find(".formats"))) await browser.press("Autres formats, agenda, dossier complet");
  }

  for (const [name, kind, facts, words, invoice = {}, answers = {}] of LETTERS) {
    test(`${name}: chosen, filled, written`, async () => {
      await open({ invoices: [{ ...INVOICE, ...invoice }], answers, letters: { [kind]: { facts } } }, name);
      await browser.waitForText(words, ".letter-view");
      assert(await browser.find(".sheet"), await browser.textOf(".letter-view"));
    });
  }

  test("a public body is demanded payment, and what the law doesn't know for it is told", async () => {
    await open({ debtor: { ...DEBTOR, kind: "publicBody", legalForm: "", name: "Commune de Lyon" }, letters: { publicDemand: { facts: { depositedOn: "16/04/2026" } } } });
    await browser.waitForText("Une injonction de payer ne se demande jamais contre une personne publique", ".letters");
    assert.equal(await run("return [...document.querySelectorAll('button.letter-entry')].some((e) => e.textContent.includes('injonction'))"), false);
    await choose("Demande à une administration");
    await browser.waitForText("Commune de Lyon", ".sheet");
  });

  test("the guide leads to the letter that does a step", async () => {
    await open();
    await browser.visit("#le=2026-06-30");
    await browser.press("Écrire la lettre");
    await browser.waitForText("F-2026-014", ".sheet");
    assert.equal(await browser.find(".letters"), undefined, "the list is folded away");
  });

  test("what is missing is asked beside its field, and proposed instalments can be changed", async () => {
    await open({}, "Échéancier");
    await browser.waitForText("Il manque encore", ".letter-view");
    await browser.typeInto("Versements égaux", "3");
    await browser.typeInto("Le premier", "31/07/2026");
    await browser.press("Proposer les dates");
    await browser.typeInto("Nom", "Paul Brun");
    await browser.typeInto("En qualité de", "président");
    await browser.waitForText("30 septembre 2026", ".sheet");
    // 1 917,71 in three: 639,24 + 639,24 + 639,23.
    await browser.waitForText("639,23 €", ".sheet");
    const first = await browser.waitFor(() => browser.find("#facts-paymentPlan-instalments-0-amount"), "no amount to change");
    await first.sendKeys("1000");
    await browser.waitForText("458,86 €", ".sheet");
    await browser.reload();
    await choose("Échéancier");
    await browser.waitForText("458,86 €", ".sheet");
  });

  test("edits are undone and done again, by keys and by buttons", async () => {
    await open({}, "Première relance");
    const edited = await browser.waitFor(() => browser.find(".sheet [contenteditable]"), "no paragraph");
    const own = plain(await edited.getText());
    await edited.click();
    await browser.append(edited, " Bien cordialement");
    await browser.waitForText("Bien cordialement", ".sheet");
    const text = async () => plain(await (await browser.find(".sheet [contenteditable]")).getText());
    await (await browser.find(".sheet [contenteditable]")).sendKeys(Key.chord(Key.CONTROL, "z"));
    await browser.waitFor(async () => (await text()) === `${own} Bien`, "the last word is not undone");
    await browser.press("Annuler la dernière modification");
    await browser.waitFor(async () => (await text()) === own, "the first word is not undone");
    await browser.press("Rétablir la modification");
    await browser.press("Rétablir la modification");
    await browser.waitFor(async () => (await text()) === `${own} Bien cordialement`, "it is not done again");
    await browser.press("Toute la lettre d’origine");
    await browser.waitFor(async () => (await text()) === own, "the letter is not its own again");
    await browser.press("Annuler la dernière modification");
    await browser.waitFor(async () => (await text()) === `${own} Bien cordialement`, "even that can be undone");
    await browser.reload();
    await choose("Première relance");
    await browser.waitForText("Bien cordialement", ".sheet");
  });

  test("a figure from elsewhere is told, and asked about before it leaves", async () => {
    await open({}, "Mise en demeure");
    const edited = await browser.waitFor(() => browser.find(".sheet [contenteditable]"), "no paragraph");
    await edited.click();
    await browser.append(edited, " Soit 2 000,00 €.");
    await browser.waitForText("2 000,00 € ne figure pas dans le décompte", ".sheet");
    await browser.press("Télécharger en PDF");
    await browser.waitForText("À vérifier dans votre texte", "[role=alertdialog]");
    await browser.press("Revoir la lettre");
    assert.match(await run("return document.activeElement.textContent"), /Soit 2 000,00 €\./);
    await browser.press("Télécharger en PDF");
    const { bytes } = await downloaded("Je confirme, continuer", ".pdf");
    assert.equal(bytes.subarray(0, 5).toString(), "%PDF-");
  });

  test("what the law forbids to write is told with its reason", async () => {
    await open({}, "Mise en demeure");
    const edited = await browser.waitFor(() => browser.find(".sheet [contenteditable]"), "no paragraph");
    await edited.click();
    await browser.append(edited, " Nous informerons vos clients.");
    await browser.waitFor(() => browser.find(".paragraph .error"), "nothing is told");
  });

  test("an edit survives a change of the facts, which is shown and weighed", async () => {
    await open({}, "Mise en demeure");
    const edited = await paragraph("1 917,71 €");
    await edited.click();
    await browser.append(edited, " Sans délai.");
    await browser.waitForText("Sans délai.", ".sheet");
    await browser.press("Factures");
    const amount = await browser.waitFor(() => browser.find("#invoices-0-amount"), "no amount");
    await amount.clear();
    await amount.sendKeys("2 850,00", Key.TAB);
    await browser.waitForText("Le texte d’origine a changé depuis votre modification", ".sheet");
    await browser.waitForText("Sans délai.", ".sheet");
    await browser.waitForText("1 917,71 € ne figure pas dans le décompte", ".sheet");
    await browser.press("Comparer");
    // 2 850,00 + 2 850,00 × 12,15 % × 45 ÷ 365 (42,69) + 40,00.
    await browser.waitForText("2 932,69 €", ".outdated mark");
    await browser.press("Garder mon texte");
    await browser.waitFor(async () => !(await browser.find(".outdated")), "the question stays");
    await browser.waitForText("Sans délai.", ".sheet");
    await browser.press("Annuler la dernière modification");
    await browser.press("Prendre le nouveau texte");
    await browser.waitFor(async () => !(await browser.textOf(".sheet")).includes("Sans délai."), "the new text is not taken");
  });

  test("an edit whose paragraph is gone is set aside, whole", async () => {
    const paragraphs = { "no-such-paragraph": "Un texte écrit avec soin." };
    await open({ letters: { reminder: { paragraphs } } }, "Première relance");
    await browser.waitForText("Un texte écrit avec soin.", ".set-aside");
    await browser.press("Retirer ce texte");
    await browser.waitFor(async () => !(await browser.find(".set-aside")), "it stays");
  });

  test("every format has its bytes", async () => {
    await open({}, "Mise en demeure");
    await browser.waitForText("1 917,71 €", ".sheet");
    assert.equal((await downloaded("DOCX", ".docx")).bytes.subarray(0, 2).toString(), "PK");
    await openOthers();
    assert.match((await downloaded("Texte", ".txt")).bytes.toString(), /Mise en demeure de payer/);
    const email = (await downloaded("Brouillon d’e-mail, PDF joint", ".eml")).bytes.toString();
    assert.match(email, /^To: compta@brun\.example\r$/m);
    assert.match(email, /^X-Unsent: 1\r$/m);
    assert.match(email, /application\/pdf/);
    const statement = (await downloaded("Décompte pour tableur (CSV)", ".csv")).bytes.toString();
    assert.match(statement, /1850,00;27,71\r\n/);
    const calendar = (await downloaded("Échéances pour agenda (ICS)", ".ics")).bytes.toString().replaceAll("\r\n ", "");
    assert.match(calendar, /SUMMARY:Facture F-2026-014/);
    assert.match(calendar, /DTSTART;VALUE=DATE:20310516/);
    const archive = (await downloaded("Télécharger tout (ZIP)", ".zip")).bytes.toString("latin1");
    for (const name of ["Mise en demeure.pdf", "Agenda.ics", ".json", ".csv"]) assert(archive.includes(name), `${name} is not in the archive`);
  });

  test("an e-mail and a text message open in their programs, the length told", async () => {
    await open({}, "Courriel de relance");
    const link = await browser.waitFor(() => browser.find("a[href^='mailto:']"), "no link");
    assert.match(await link.getAttribute("href"), /^mailto:compta@brun\.example\?subject=.+&body=.+F-2026-014/);
    await browser.press("Changer de lettre");
    await choose("SMS");
    const sms = await browser.waitFor(() => browser.find("a[href^='sms:']"), "no link");
    assert.match(await sms.getAttribute("href"), /^sms:0612345678\?&body=/);
    await browser.waitForText("caractères, soit", ".downloads");
  });

  test("a PDF that carries the case reopens it; without, it says why not", async () => {
    await open({}, "Mise en demeure");
    await browser.waitForText("1 917,71 €", ".sheet");
    await openOthers();
    await browser.press("Joindre le dossier au PDF");
    await browser.press("Télécharger en PDF");
    const carrying = await browser.download(".pdf");
    await browser.visit("sources/");
    await forget(browser);
    await browser.visit("lettres/#le=2026-06-30");
    await browser.press("Mon dossier");
    const input = await browser.driver.findElement(By.css("#case input[type=file]"));
    await input.sendKeys(carrying.path);
    await browser.waitForText("Dossier Brun & Fils", "#case-title");
    await rm(carrying.path);
    await browser.driver.actions().sendKeys(Key.ESCAPE).perform();
    await choose("Mise en demeure");
    await browser.waitForText("1 917,71 €", ".sheet");
    await browser.press("Télécharger en PDF");
    const without = await browser.download(".pdf");
    await browser.press("Mon dossier");
    await (await browser.driver.findElement(By.css("#case input[type=file]"))).sendKeys(without.path);
    await browser.waitForText("Ce PDF ne contient pas de dossier Dûment", "#case");
    await browser.waitForText("Dossier Brun & Fils", "#case-title");
    await rm(without.path);
  });

  test("the English letter is announced as English, and keeps its own edits", async () => {
    await open({ place: "eu", debtor: { ...DEBTOR, country: "Belgique", postcode: "1000", town: "Bruxelles" } }, "Première relance");
    await (await browser.field("Langue")).findElement(By.xpath(".//label[contains(., 'English')]")).click();
    await browser.waitFor(() => browser.find(".sheet[lang=en]"), "not in English");
    await browser.waitForText("F-2026-014", ".sheet");
  });

  test("sending is noted with its day, and the guide knows", async () => {
    await open({}, "Mise en demeure");
    await browser.typeInto("Présentée le", "02/07/2026");
    await browser.press("Noter dans le dossier");
    await browser.press("Voir l’historique");
    await browser.waitForText("Mise en demeure reçue ou présentée", "#case");
    assert.equal(await (await browser.find("#dossier-events-0-on")).getAttribute("value"), "02/07/2026");
  });

  test("a letter is chosen and edited by keys alone", async () => {
    await open();
    const press = (...keys) => browser.driver.actions().sendKeys(...keys).perform();
    await browser.waitFor(() => browser.find("button.letter-entry"), "no letter is offered");
    await run("document.querySelector('button.letter-entry').focus()");
    await press(Key.ENTER);
    await browser.waitForText("Appel téléphonique", ".chosen");
    await browser.waitFor(async () => (await run("return document.activeElement.textContent")) === "Changer de lettre", "the focus is lost");
    await press(Key.ENTER);
    await browser.waitFor(() => browser.find(".letters"), "the list is not there again");
  });

  for (const width of [320, 360]) {
    test(`the letter is in reach, and no wider than ${width} px`, NARROW, async () => {
      await browser.resize(width, 740);
      await open({}, "Mise en demeure");
      await browser.waitForText("Mise en demeure de payer", ".sheet");
      assert((await run("return document.documentElement.scrollWidth")) <= width);
      const top = await run("return document.querySelector('.sheet').getBoundingClientRect().top + scrollY");
      assert(top < 1500, `the sheet begins at ${top} px`);
      await browser.resize(1280, 900);
    });
  }

  test("quietly", async () => {
    await browser.assertQuiet();
  });

  test("without the module, it says so, leaves the letter, and tries again", only(["chromium"], "a request that is refused"), async () => {
    await open({}, "Mise en demeure");
    await browser.waitForText("1 917,71 €", ".sheet");
    await browser.driver.sendDevToolsCommand("Network.enable", {});
    await browser.driver.sendDevToolsCommand("Network.setBlockedURLs", { urls: ["*dument_docx*"] });
    await browser.press("DOCX");
    await browser.waitForText("n’a pas pu être chargée", ".downloads");
    await browser.waitForText("1 917,71 €", ".sheet");
    await browser.driver.sendDevToolsCommand("Network.setBlockedURLs", { urls: [] });
    const { bytes } = await downloaded("Réessayer", ".docx");
    assert.equal(bytes.subarray(0, 2).toString(), "PK");
  });
});
