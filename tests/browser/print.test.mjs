// On paper: dated, whole, every explanation open, and nothing typed into fields.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";

import { plain, withBrowser } from "../harness/index.mjs";
import { forget } from "../harness/kept.mjs";

describe("a printed page", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  beforeEach(async () => {
    await browser.visit("accessibilite/");
    await forget(browser);
    await browser.visit("#le=2026-11-22");
    await browser.typeInto("Montant de la facture", "1850");
    await browser.typeInto("Échéance de la facture", "16/05/2026");
    await browser.choose("Mon client", "une entreprise");
    await browser.waitForText("2 008,84", ".answer .figure");
  });

  afterEach(() => browser.assertQuiet());

  /** What a reader finds on the paper of the page shown. */
  async function printed() {
    const { data } = await browser.driver.sendAndGetDevToolsCommand("Page.printToPDF", { preferCSSPageSize: true });
    const path = join(browser.downloads, "..", "page.pdf");
    await writeFile(path, Buffer.from(data, "base64"));
    return plain(execFileSync("pdftotext", ["-layout", path, "-"]).toString());
  }

  function holds(paper, parts) {
    for (const part of parts) assert(paper.includes(part), `« ${part} » is not in:\n${paper}`);
  }

  const imprint = ["Client : une entreprise", "Calculé au 22 novembre 2026.", "Règles : Dûment", "taux publiés jusqu’au 31 décembre 2026"];

  test("of the first screen", async () => {
    const paper = await printed();
    holds(paper, [...imprint, "27,71 € + 91,13 € = 118,84 €", "Dernier jour : 16 mai 2031."]);
    assert(!paper.includes("#le="), "the fragment may hold facts");
    assert(paper.includes(browser.url), paper);
  });

  test("of the statement", async () => {
    await browser.visit("penalites/#le=2026-11-22");
    await browser.waitForText("2 008,84", ".answer .figure");
    const paper = await printed();
    holds(paper, [
      ...imprint,
      "du 1er juillet au 22 novembre 2026",
      "1 850,00 € × 12,40 % × 145 jours ÷ 365 = 91,13 €",
      "Chaque facture payée en retard ouvre droit",
      "Total dû",
      "Ce qui change",
    ]);
    assert(!paper.includes("Ajouter une facture"), "a form is no document");
    // The page is as it was.
    assert.equal(await browser.driver.executeScript("return document.querySelectorAll('main details[open]').length"), 0);
  });

  test("of the limitation", async () => {
    await browser.visit("prescription/#le=2026-11-22");
    await browser.waitForText("16 mai 2031", ".answer .figure");
    const paper = await printed();
    holds(paper, [...imprint, "16 mai 2031", "Départ du délai", "Le dernier jour compte jusqu’à minuit."]);
    assert(!paper.includes("Nature de la créance"), "a form is no document");
  });

  test("of the sources", async () => {
    await browser.visit("sources/#le=2026-11-22");
    await browser.waitForText("Taux d’intérêt");
    const paper = await printed();
    holds(paper, ["Taux publiés jusqu’au 31 décembre 2026", "du 1er janvier au 30 juin 2024", "Client établi à l’étranger"]);
  });
});
