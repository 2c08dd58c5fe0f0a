// The path of a blind visitor: what is read, in which order, and what is announced as it changes.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Key } from "selenium-webdriver";

import { ONE_INVOICE } from "../harness/case.mjs";
import { STATES, listen, only, openCase, readingOrder, said, withBrowser } from "../harness/index.mjs";

const AMOUNT = "Montant de la facture, toutes taxes comprises";
const DUE_ON = "Échéance de la facture";
const NAMED = new Set([
  "button", "link", "textbox", "combobox", "ListBox", "radio", "checkbox", "searchbox", "spinbutton", "dialog", "alertdialog", "navigation", "table", "image",
  "radiogroup", "heading", "DisclosureTriangle", "option", "columnheader",
]);

describe("through a screen reader", only(["chromium"], "the accessibility tree"), () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  const read = () => readingOrder(browser);

  async function find(role, start) {
    const all = await read();
    const found = all.find((node) => node.role === role && node.name.startsWith(start));
    assert(found, `no ${role} « ${start} » in:\n${all.map((node) => `${node.role} « ${node.name} »`).join("\n")}`);
    return found;
  }

  /** Waits until the last thing announced holds these words. */
  async function announced(words) {
    let all = [];
    await browser.waitFor(
      async () => (all = await said(browser)).at(-1)?.includes(words),
      () => `« ${words} » is not the last of:\n${all.join("\n")}`,
    );
    return all;
  }

  test("the page presents itself: language, title, landmarks, one heading first", async () => {
    await openCase(browser, undefined, "#le=2026-06-30");
    assert.equal(await browser.driver.executeScript("return document.documentElement.lang"), "fr");
    const all = await read();
    assert.match(all[0].name, /^Dûment/);
    const landmarks = all.filter(({ role }) => ["banner", "navigation", "main", "contentinfo", "complementary", "search"].includes(role));
    assert.deepEqual(landmarks.slice(0, 3).map(({ role }) => role), ["banner", "navigation", "main"]);
    assert.equal(landmarks.at(-1).role, "contentinfo");
    assert.equal(all.find(({ role }) => role === "heading").level, 1);
    const menu = await find("link", "Accueil");
    assert(menu, "the menu is there");
  });

  test("three facts are asked by name, and a fault is announced, then tied to its field", async () => {
    await listen(browser);
    const amount = await find("textbox", AMOUNT);
    assert.notEqual(amount.invalid, "true");
    await browser.typeInto(AMOUNT, "mille");
    await announced("Écrivez le montant en chiffres");
    const wrong = await find("textbox", AMOUNT);
    assert.equal(wrong.invalid, "true");
    assert.match(wrong.description, /Écrivez le montant en chiffres/);
  });

  test("three answers are announced, once, in their order", async () => {
    await browser.typeInto(AMOUNT, "1850");
    await browser.typeInto(DUE_ON, "16/05/2026");
    await find("combobox", "Mon client");
    await browser.choose("Mon client", "une entreprise (société)");
    const all = await announced("on vous doit 1 917,71 €");
    const last = all.at(-1);
    assert.match(last, /^Au 30 juin 2026, on vous doit 1 917,71 €\. Dernier jour pour agir : 16 mai 2031\. Prochaine étape : /);
    assert.equal(all.filter((one) => one.includes("1 917,71")).length, 1, all.join("\n"));
  });

  test("the statement is a table whose cells have heads, and says why", async () => {
    await openCase(browser, ONE_INVOICE, "penalites/#le=2026-06-30");
    await browser.waitForText("1 917,71 €");
    const table = (await read()).filter(({ role }) => role === "columnheader");
    assert(table.length >= 3, "the columns have no heads");
    const why = await find("button", "Pourquoi 27,71 €");
    assert.equal(why.expanded, false);
    await browser.press("Pourquoi 27,71 € ?");
    assert.equal((await find("button", "Pourquoi 27,71 €")).expanded, true);
  });

  test("a change of the statement is announced", async () => {
    await listen(browser);
    await browser.press("Ajouter un paiement reçu");
    await browser.typeInto("Paiement reçu : date", "20/06/2026");
    await browser.typeInto("Paiement reçu : montant", "850");
    const all = await announced("1 06");
    assert(all.every((one) => one), "an empty announcement");
  });

  test("the letter: its choice is announced, its paragraphs go by their first words, its figures are watched", async () => {
    await openCase(browser, ONE_INVOICE, "lettres/#le=2026-06-30");
    await browser.waitForText("Mise en demeure");
    await listen(browser);
    await browser.press("Mise en demeure");
    await browser.waitFor(() => browser.find(".sheet"), "no letter");
    await browser.waitFor(async () => (await said(browser)).some((one) => one.includes("Mise en demeure : à l’écran")), "the letter isn't announced");
    const paragraph = await find("textbox", "Paragraphe : ");
    assert.equal(paragraph.multiline, true);
    await find("button", "Télécharger en PDF");

    const first = await browser.waitFor(() => browser.find(".sheet [contenteditable]"), "no paragraph");
    await first.click();
    await browser.append(first, " Soit 2 000,00 €.");
    await announced("2 000,00 € ne figure pas dans le décompte");
    await browser.press("Télécharger en PDF");
    const dialog = await browser.waitFor(async () => (await read()).find(({ role }) => role === "alertdialog"), "no dialog");
    assert.match(dialog.name, /À vérifier/);
  });

  test("a letter in English is marked so, what speaks of it in French too", async () => {
    await openCase(browser, { ...ONE_INVOICE, place: "eu", debtor: { ...ONE_INVOICE.debtor, country: "Belgique" } }, "lettres/#le=2026-06-30");
    await browser.press("Première relance");
    await browser.choose("Langue", "English");
    const sheet = await browser.waitFor(() => browser.find(".sheet[lang=en]"), "not in English");
    assert.equal(await sheet.getAttribute("lang"), "en");
  });

  test("the case is a dialog by name; closed, the focus is back where it came from", async () => {
    await openCase(browser, ONE_INVOICE, "#le=2026-06-30");
    const opener = await find("button", "Mon dossier");
    assert.equal(opener.hasPopup, "dialog");
    await browser.press("Mon dossier");
    const dialog = await find("dialog", "Dossier Brun & Fils");
    assert.equal(dialog.modal, true);
    await browser.driver.actions().sendKeys(Key.ESCAPE).perform();
    await browser.waitFor(async () => (await find("button", "Mon dossier")).focused, "the focus is elsewhere");
  });

  // axe-core looks at all of them; here, one of each page is read whole.
  const whole = STATES.filter(({ name }) => /a company$|faults$|: steps|formal notice$|elsewhere$|^sources$/.test(name));
  assert(whole.length >= 10, "too few states are read");
  for (const { name, show } of whole) {
    test(`${name}: everything has a name, headings go down step by step`, async () => {
      await show(browser);
      const all = await read();
      assert.deepEqual(all.filter(({ role, name }) => NAMED.has(role) && !name).map(({ role, depth }) => `${role} at ${depth}`), [], "without a name");
      // While a dialog is open, the page below isn't read.
      const levels = all.filter(({ role }) => role === "heading").map(({ level }) => level);
      const modal = all.some((node) => node.modal);
      if (!modal) assert.deepEqual(levels.filter((level) => level === 1), [1], "one heading of the page");
      for (const [rank, level] of levels.entries()) assert(rank === 0 || level <= levels[rank - 1] + 1, `headings go ${levels.join(" ")}`);
    });
  }

  test("quietly", async () => {
    await browser.assertQuiet();
  });
});
