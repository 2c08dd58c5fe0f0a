// The whole job as a person does it: from an unpaid invoice to a formal notice, and the files opened by other programs.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { promisify } from "node:util";

import { plain, withBrowser } from "../harness/index.mjs";

const run = promisify(execFile);

describe("from an unpaid invoice to a formal notice", () => {
  let browser;
  let pdf;
  let docx;

  withBrowser((opened) => {
    browser = opened;
  });

  test("three facts give three answers", async () => {
    await browser.visit("#le=2026-06-30");
    await browser.typeInto("Montant de la facture, toutes taxes comprises", "1 850,00");
    await browser.typeInto("Échéance de la facture", "16/05/2026");
    await browser.choose("Mon client", "une entreprise (société)");

    // 1 850,00 x 12.15 % x 45 / 365 = 27.712... = 27,71; and 40,00: 1 917,71.
    await browser.waitForText("1 917,71 €");
    await browser.waitForText("intérêts 27,71 €");
    await browser.waitForText("indemnité 40,00 €");
    // Five years after 16 May 2026.
    await browser.waitForText("16 mai 2031");
    // Nothing written yet: a reminder comes first.
    assert.match(await browser.textOf(".answers"), /relance/i);
  });

  test("nothing is lost by a reload", async () => {
    await browser.reload();
    // What is kept is read by a part that is fetched after the first screen.
    await browser.waitForText("1 917,71 €");
    assert.equal(await browser.valueOf("Montant de la facture, toutes taxes comprises"), "1 850,00");
    assert.equal(await browser.valueOf("Échéance de la facture"), "16/05/2026");
  });

  test("the guide asks what it doesn't know, and advises", async () => {
    await browser.press("Comparer toutes les voies");
    assert.equal(await browser.address(), "guide/#le=2026-06-30");
    await browser.waitForText("Votre client est-il en procédure collective ?");
    const answers = [
      ["Votre client est-il en procédure collective ?", "Non, j’ai vérifié au BODACC"],
      ["D’où vient cette créance ?", "D’une vente ou d’une prestation de services"],
      ["Votre client conteste-t-il la facture ?", "Non, il ne dit rien ou ne fait que tarder"],
      ["Que vous a répondu votre client ?", "Rien"],
      ["Qu’avez-vous déjà envoyé ?", "Rien encore par écrit"],
      ["Et vous, qui êtes-vous ?", "Une société commerciale (SARL, SAS, EURL, SA…)"],
      ["Quelles preuves avez-vous ?", "Un devis signé"],
      ["Quelqu’un s’est-il porté caution ?", "Non"],
    ];
    for (const [question, answer] of answers) {
      await browser.waitForText(question);
      await browser.press(answer);
      await browser.press("Continuer");
    }
    await browser.waitForText("Votre plan");
    await browser.waitForText("Injonction de payer");
    const advice = await browser.textOf(".advice");
    assert.match(advice, /relance/i);
  });

  test("what was answered survives, and can be changed", async () => {
    await browser.reload();
    await browser.waitForText("Votre plan");
    await browser.press("Modifier : Contestation");
    await browser.waitForText("Votre client conteste-t-il la facture ?");
    await browser.press("Continuer");
    await browser.waitForText("Votre plan");
  });

  test("the formal notice is written from the case", async () => {
    await browser.press("Lettres");
    await browser.press("Mise en demeure");
    // The two parties have fields of the same names: each is found by its own id.
    const fill = async (id, text) => {
      const field = await browser.waitFor(() => browser.find(`#${id}`), `no field #${id}`);
      await field.clear();
      await field.sendKeys(text);
    };
    await fill("debtor-name", "Brun & Fils");
    await fill("debtor-address-lines", "4 quai Rambaud");
    await fill("debtor-address-postcode", "69002");
    await fill("debtor-address-town", "Lyon");
    await fill("creditor-name", "Atelier Nord");
    await fill("creditor-address-lines", "12 rue des Lices");
    await fill("creditor-address-postcode", "49000");
    await fill("creditor-address-town", "Angers");
    await fill("creditor-siren", "732 829 320");
    await fill("invoices-0-number", "F-2026-014");
    await browser.waitForText("Mise en demeure de payer", ".sheet");
    await browser.waitForText("1 917,71 €", ".sheet");
  });

  test("a paragraph is rewritten in place, and a wrong figure is told", async () => {
    const paragraph = await browser.waitFor(() => browser.find(".sheet [contenteditable]"), "no paragraph");
    await paragraph.click();
    await paragraph.sendKeys(" Votre commande nous tient à cœur : 2 000,00 €.");
    await browser.waitForText("2 000,00 € ne figure pas dans le décompte");
    await browser.press("Revenir au texte d’origine");
    await paragraph.click();
    await paragraph.sendKeys(" Ceci a été récrit à la main.");
    await browser.waitForText("Ceci a été récrit à la main.", ".sheet");
  });

  test("PDF: clean, readable, equal to the screen", async () => {
    await browser.press("Télécharger en PDF");
    pdf = await browser.download(".pdf");
    await run("qpdf", ["--check", pdf.path]);
    const { stdout } = await run("pdftotext", ["-layout", pdf.path, "-"]);
    const text = plain(stdout);
    for (const words of [
      "Mise en demeure de payer", "Brun & Fils", "4 quai Rambaud", "69002", "732 829 320", "F-2026-014", "30 juin 2026", "1 850,00 €", "27,71 €", "40,00 €",
      "1 917,71 €", "récrit à la main", "première présentation", "Pièce jointe",
    ]) {
      assert(text.includes(words), `« ${words} » is not in the PDF:\n${text}`);
    }
    assert(!text.includes("2 000,00"), "what was taken back is not in the file");
    const { stdout: fonts } = await run("pdffonts", [pdf.path]);
    for (const line of fonts.trim().split("\n").slice(2)) assert.match(line, /yes +yes +yes/, `embedded, subset, with Unicode: ${line}`);
    const { stdout: info } = await run("pdfinfo", [pdf.path]);
    assert.match(info, /Tagged: +yes/);
    assert.match(info, /Title: +\S/);
  });

  test("the statement of the letter equals the screen to the cent", async () => {
    const shown = plain(await browser.textOf(".sheet-frame"));
    const { stdout } = await run("pdftotext", ["-layout", pdf.path, "-"]);
    const written = plain(stdout);
    for (const amount of new Set(shown.match(/\d[\d ]*,\d\d €/g))) assert(written.includes(amount), `${amount} is on the screen, not in the file`);
    await browser.visit("penalites/#le=2026-06-30");
    const statement = plain(await browser.textOf("main"));
    for (const amount of ["27,71 €", "40,00 €", "1 917,71 €"]) assert(statement.includes(amount), amount);
  });

  test("DOCX: LibreOffice converts it, its text whole", async () => {
    await browser.visit("lettres/#le=2026-06-30");
    await browser.press("Mise en demeure");
    await browser.press("DOCX");
    docx = await browser.download(".docx");
    const folder = await mkdtemp(join(tmpdir(), "dument-office-"));
    try {
      await run("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "pdf", "--outdir", folder, docx.path]);
      const { stdout } = await run("pdftotext", ["-layout", join(folder, docx.name.replace(/docx$/, "pdf")), "-"]);
      const text = plain(stdout);
      for (const words of ["Mise en demeure de payer", "récrit à la main", "1 917,71 €", "Brun & Fils", "première présentation"]) {
        assert(text.includes(words), `« ${words} » is not in the DOCX:\n${text}`);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test("nothing went anywhere, and nothing was said in the console", async () => {
    await browser.assertQuiet();
  });
});
