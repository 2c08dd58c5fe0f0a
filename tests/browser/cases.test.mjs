// « Mes dossiers »: several cases, each one's own.

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { before, describe, test } from "node:test";
import { Key } from "selenium-webdriver";

import { forget, keptRecords, waitForKept, withBrowser } from "../harness/index.mjs";

const AMOUNT = "Montant de la facture, toutes taxes comprises";
const HOME = "#le=2026-06-30";
const CASES = "dossiers/#le=2026-06-30";

describe("several cases", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  const names = async () => (await keptRecords(browser)).map((record) => record.name).sort();
  const holds = (amount) => browser.waitFor(async () => (await browser.valueOf(AMOUNT)) === amount, `the amount is not ${amount}`);
  const list = () => browser.textOf(".cases");

  before(async () => {
    await browser.visit(HOME);
    await browser.typeInto(AMOUNT, "1 850,00");
    await browser.typeInto("Échéance de la facture", "16/05/2026");
    await browser.choose("Mon client", "une entreprise (société)");
    await waitForKept(browser, (records) => records.length === 1, "not kept");
  });

  test("a case says what it is about, and that it is open", async () => {
    await browser.visit(CASES);
    await browser.waitForText("1 dossier");
    await browser.waitForText("Dernier jour pour agir 16 mai 2031", ".cases");
    const shown = await list();
    for (const words of ["Dossier sans nom", "Ouvert", "1 facture", "1 850,00 €", "Modifié le "]) assert(shown.includes(words), `${words}: ${shown}`);
  });

  test("a case is named, by keys alone", async () => {
    await browser.press("Renommer : Dossier sans nom");
    await browser.driver.actions().sendKeys("Chantier de Lyon", Key.ENTER).perform();
    await browser.waitForText("Chantier de Lyon", ".cases");
    await waitForKept(browser, ([record]) => record.name === "Chantier de Lyon", "the name is not kept");
    const focused = await browser.driver.executeScript("return document.activeElement.getAttribute('aria-label')");
    assert.match(focused, /Renommer/, "the focus came back");
  });

  test("a new case leaves the other as it is", async () => {
    await browser.press("Nouveau dossier");
    await browser.waitForText("Trois faits");
    assert.equal(await browser.valueOf(AMOUNT), "");
    await browser.typeInto(AMOUNT, "200,00");
    await waitForKept(browser, (records) => records.length === 2, "not two cases");
    await browser.reload();
    await holds("200,00");
    await browser.visit(CASES);
    await browser.press("Ouvrir : Chantier de Lyon");
    await holds("1 850,00");
    await browser.reload();
    await holds("1 850,00");
  });

  test("the drawer says which case is open, and leads to the others", async () => {
    await browser.press("Mon dossier");
    await browser.waitForText("Chantier de Lyon", "#case-title");
    await browser.click(await browser.find("#case a"));
    await browser.waitForText("2 dossiers");
  });

  test("a copy is a case of its own", async () => {
    await browser.visit(CASES);
    await browser.press("Dupliquer : Chantier de Lyon");
    await browser.waitForText("3 dossiers");
    assert.deepEqual(await names(), ["", "Chantier de Lyon", "Chantier de Lyon (copie)"]);
  });

  test("a deleted case comes back", async () => {
    await browser.press("Supprimer : Chantier de Lyon (copie)");
    await browser.waitForText("2 dossiers");
    await browser.waitForText("« Chantier de Lyon (copie) » est supprimé", ".banner");
    assert.deepEqual(await names(), ["", "Chantier de Lyon"]);
    await browser.press("Annuler la suppression");
    await browser.waitForText("3 dossiers");
    assert.deepEqual(await names(), ["", "Chantier de Lyon", "Chantier de Lyon (copie)"]);
  });

  test("the open case deleted leaves an empty one; put back, it is open again", async () => {
    await browser.press("Supprimer : Chantier de Lyon");
    await browser.waitForText("2 dossiers");
    await browser.press("Annuler la suppression");
    await browser.waitForText("3 dossiers");
    await browser.press("Accueil");
    await holds("1 850,00");
  });

  test("all of them go into one file, and come back from it", async () => {
    await browser.visit(CASES);
    await browser.press("Tout exporter");
    const file = await browser.download(".json");
    await browser.visit("sources/");
    await forget(browser);
    await browser.visit(CASES);
    await browser.waitForText("Aucun dossier pour l’instant");
    await (await browser.driver.findElement({ css: "main input[type=file]" })).sendKeys(file.path);
    await browser.waitForText("3 dossiers");
    await rm(file.path);
    assert.deepEqual(await names(), ["", "Chantier de Lyon", "Chantier de Lyon (copie)"]);
    assert.deepEqual((await keptRecords(browser)).map((record) => record.case.invoices[0].amount).sort(), ["1 850,00", "1 850,00", "200,00"]);
  });

  test("quietly", async () => {
    await browser.assertQuiet();
  });
});
