// What is kept of the ledger: through reloads, between tabs, as a file, where the browser keeps nothing, until it is erased.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";

import { forget, withBrowser } from "../harness/index.mjs";
import { drawLedger, keptLedger, putLedger, recordsOf } from "../harness/ledger.mjs";

const DAY = "#le=2026-11-22";
const CLIENT = "&fiche=0000000000000001";

describe("what is kept of the ledger", () => {
  let browser;
  let folder;
  withBrowser((opened) => {
    browser = opened;
  });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "dument-garde-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    await browser.visit("accessibilite/");
    await forget(browser);
    await putLedger(browser, recordsOf(drawLedger({ clients: 5, invoices: 20 })));
  });

  const show = (view, more = "") => browser.visit(`suivi/${DAY}&vue=${view}${more}`);

  async function note(words) {
    await browser.press("Noter un événement");
    await browser.choose("Événement", "Note");
    await browser.typeInto("Note", words);
    await browser.press("Noter");
    await browser.waitForText(words, ".ledger-history");
  }

  test("an event is there after a reload, can be corrected, removed, and taken back", async () => {
    await show("client", CLIENT);
    await note("Vu au salon.");
    await browser.reload();
    await browser.waitForText("Vu au salon.", ".ledger-history");
    await browser.press("Corriger : Note");
    await browser.typeInto("Note", "Vu au salon de Lyon.");
    await browser.press("Corriger");
    await browser.waitForText("Vu au salon de Lyon.", ".ledger-history");
    await browser.press("Retirer : Note");
    await browser.waitForText("Rien n’est noté");
    await browser.press("Annuler : événement retiré");
    await browser.waitForText("Vu au salon de Lyon.", ".ledger-history");
    await browser.assertQuiet();
  });

  test("two tabs never write over each other", async () => {
    await show("client", CLIENT);
    const one = await browser.driver.getWindowHandle();
    await browser.driver.switchTo().newWindow("tab");
    const other = await browser.driver.getWindowHandle();
    await show("client", CLIENT);
    await note("Du second onglet.");
    await browser.driver.switchTo().window(one);
    // What the other kept is shown here, and what is noted here comes on top.
    await browser.waitForText("Du second onglet.", ".ledger-history");
    await note("Du premier onglet.");
    const text = (await keptLedger(browser))["0000000000000001"];
    assert(text.includes("Du premier onglet.") && text.includes("Du second onglet."), text);
    await browser.driver.switchTo().window(other);
    await browser.waitForText("Du premier onglet.", ".ledger-history");
    await browser.driver.close();
    await browser.driver.switchTo().window(one);
    await browser.assertQuiet();
  });

  test("what is newer or damaged is set aside, told, and never written over", async () => {
    await putLedger(browser, [
      ["0000000000000002", '{"ledger":99,"what":"ever"}'],
      ["0000000000000003", "{"],
    ]);
    await show("clients");
    await browser.waitForText("version plus récente");
    await browser.waitForText("abîmée");
    await show("client", CLIENT);
    await note("Ailleurs.");
    const kept = await keptLedger(browser);
    assert.equal(kept["0000000000000002"], '{"ledger":99,"what":"ever"}');
    assert.equal(kept["0000000000000003"], "{");
    await browser.assertQuiet();
  });

  test("everything is taken away as a file, and taken over again", async () => {
    await show("client", CLIENT);
    await note("À emporter.");
    await show("importer");
    await browser.press("Tout, pour un autre appareil");
    const { bytes } = await browser.download("dument-suivi.json");
    const path = join(folder, "suivi.json");
    await writeFile(path, bytes);
    await browser.press("Effacer");
    await browser.press("Effacer tout le suivi");
    await browser.waitForText("Commencez par un fichier");
    assert.deepEqual(await keptLedger(browser), {});
    const input = await browser.driver.executeScript("return document.querySelector('.ledger-drop input[type=file]')");
    await input.sendKeys(path);
    await browser.waitForText("5 clients d’une sauvegarde");
    await browser.press("Ajouter à mon suivi");
    await browser.waitForText("C’est fait");
    await show("client", CLIENT);
    await browser.waitForText("À emporter.", ".ledger-history");
    await browser.assertQuiet();
  });

  test("tables for other programs hold the invoices", async () => {
    await show("importer");
    await browser.press("Factures, pour tableur (CSV)");
    const csv = await browser.download("factures.csv");
    const rows = csv.bytes.toString().trim().split("\r\n");
    assert.equal(new Set(rows.slice(1).map((row) => /F-\d{4}-\d{6}/.exec(row)?.[0])).size, 20, "every invoice");
    await browser.press("Factures, pour Excel (XLSX)");
    assert.equal((await browser.download("factures.xlsx")).bytes.subarray(0, 2).toString(), "PK");
    await browser.assertQuiet();
  });

  test("« Tout effacer » erases the ledger too", async () => {
    await show("clients");
    await browser.waitForText("restent dus");
    await browser.visit(`dossiers/${DAY}`);
    await browser.press("Tout effacer");
    await browser.press("Effacer tous les dossiers");
    await browser.waitForText("Tout est effacé");
    assert.deepEqual(await keptLedger(browser), {});
    await browser.assertQuiet();
  });
});
