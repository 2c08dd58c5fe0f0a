// Every change of the case can be undone and done again, by buttons and by keys, and what was undone is said.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Key } from "selenium-webdriver";

import { ONE_INVOICE } from "../harness/case.mjs";
import { openCase, withBrowser } from "../harness/index.mjs";

const AMOUNT = "Montant de la facture, toutes taxes comprises";
const DUE_ON = "Échéance de la facture";
const UNDO = "Annuler le dernier changement";
const REDO = "Rétablir le changement annulé";

describe("undo", () => {
  let browser;

  withBrowser(async (opened) => {
    browser = opened;
    await browser.resize(1024, 900);
  });

  const undoByKey = () => browser.driver.actions().keyDown(Key.CONTROL).sendKeys("z").keyUp(Key.CONTROL).perform();
  const redoByKey = () =>
    browser.driver.actions().keyDown(Key.CONTROL).keyDown(Key.SHIFT).sendKeys("z").keyUp(Key.SHIFT).keyUp(Key.CONTROL).perform();
  const said = (text, where = ".undone") => browser.waitForText(text, where);
  const leaveField = () => browser.driver.executeScript("document.activeElement.blur()");
  const value = (label, expected) =>
    browser.waitFor(async () => (await browser.valueOf(label)) === expected, `« ${label} » is not « ${expected} »`);

  test("what is typed in one field is one change, and the buttons keep the focus", async () => {
    await openCase(browser, undefined, "#le=2026-06-30");
    assert.equal(await browser.find(".undo"), undefined, "nothing to undo yet");
    await browser.typeInto(AMOUNT, "1 850,00");
    await browser.typeInto(DUE_ON, "16/05/2026");
    await browser.choose("Mon client", "une entreprise");
    await browser.waitForText("1 917,71 €");

    await browser.press(UNDO);
    await said("Annulé : qualité (votre client).");
    await browser.press(UNDO);
    await said("Annulé : échéance (facture n° 1).");
    await value(DUE_ON, "");
    await value(AMOUNT, "1 850,00");
    await browser.press(UNDO);
    await value(AMOUNT, "");
    const focused = await browser.driver.executeScript("return document.activeElement.getAttribute('aria-label')");
    assert.equal(focused, UNDO, "the button keeps the focus");
    await browser.press(UNDO);
    await said("Rien à annuler.");

    for (const words of ["montant", "échéance", "qualité"]) {
      await browser.press(REDO);
      await said(`Rétabli : ${words}`);
    }
    await browser.waitForText("1 917,71 €");
  });

  test("the keys do it outside text fields, on any page", async () => {
    await browser.press("Pénalités");
    await browser.waitForText("1 917,71");
    await leaveField();
    await undoByKey();
    await said("Annulé : qualité (votre client).");
    await redoByKey();
    await browser.waitForText("1 917,71");
  });

  test("in a text field, the keys are the browser's", async () => {
    await browser.visit("#le=2026-06-30");
    const field = await browser.field(AMOUNT);
    await field.sendKeys("0");
    await field.sendKeys(Key.chord(Key.CONTROL, "z"));
    await value(AMOUNT, "1 850,00");
    assert.equal(await browser.find(".undone"), undefined);
  });

  test("lists, choices and events, in the drawer", async () => {
    await openCase(
      browser,
      {
        debtor: { kind: "company", name: "Brun" },
        invoices: [{ number: "F-1", amount: "100", dueOn: "16/05/2026" }, { number: "F-2", amount: "200", dueOn: "16/05/2026" }],
        history: [{ kind: "formalNotice", on: "01/06/2026" }],
      },
      "#le=2026-06-30",
    );
    await browser.press("Mon dossier");
    await browser.press("Retirer la facture F-2");
    await browser.press("Ajouter un paiement reçu");
    await browser.press("Ce qui s’est passé");
    await browser.press("Retirer : Mise en demeure");
    for (const words of ["retrait d’un événement", "ajout d’un paiement reçu", "retrait de la facture F-2"]) {
      await browser.press(UNDO);
      await said(`Annulé : ${words}.`, ".drawer .undone");
    }
    await browser.press("Factures, paiements et avoirs");
    await browser.press("Factures, paiements et avoirs");
    await browser.waitForText("Facture F-2", ".drawer");
  });

  test("an edit of a letter is undone there as before, and here too", async () => {
    await openCase(browser, ONE_INVOICE, "lettres/#le=2026-06-30");
    await browser.press("Première relance");
    const paragraph = () => browser.waitFor(() => browser.find(".sheet [contenteditable]"), "no letter");
    const before = await (await paragraph()).getText();
    await (await paragraph()).sendKeys(" Merci.");
    await browser.waitForText("Merci.", ".sheet");
    await leaveField();
    await undoByKey();
    await said("Annulé : lettre.");
    await browser.waitFor(async () => (await (await paragraph()).getText()) === before, "the paragraph was not put back");
    await redoByKey();
    await browser.waitForText("Merci.", ".sheet");
    await browser.press("Annuler la dernière modification");
    await browser.waitFor(async () => (await (await paragraph()).getText()) === before, "nor by the letter's own button");
    await browser.assertQuiet();
  });
});
