// The whole site as one file, opened from a disk: the job from end to end, with the network as far away as can be.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

import { openBrowser, plain, servePlainly, waitForKept } from "../harness/index.mjs";
import { drawLedger, fecOf } from "../harness/ledger.mjs";
import { dist } from "../harness/paths.mjs";

const run = promisify(execFile);
const DAY = "#le=2026-06-30";
const AMOUNT = "Montant de la facture, toutes taxes comprises";

describe("one file, from a disk", () => {
  let browser;
  let folder;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "dument-one-file-"));
    // As a browser calls the second download.
    const file = join(folder, "Dûment (1).html");
    await copyFile(join(dist, "dument.html"), file);
    browser = await openBrowser({ url: pathToFileURL(file).href });
  });

  after(async () => {
    await browser?.quit();
    await rm(folder, { recursive: true, force: true });
  });

  test("three facts give three answers", async () => {
    await browser.visit(DAY);
    await browser.typeInto(AMOUNT, "1 850,00");
    await browser.typeInto("Échéance de la facture", "16/05/2026");
    await browser.choose("Mon client", "une entreprise (société)");
    await browser.waitForText("1 917,71 €");
    await browser.waitForText("16 mai 2031");
    assert.match(await browser.textOf(".answers"), /relance/i);
  });

  test("every page has an address that survives a reload, and the way back", async () => {
    for (const [link, page] of [["Guide", "guide"], ["Pénalités", "penalites"], ["Prescription", "prescription"], ["Mes dossiers", "dossiers"], ["Sources", "sources"]]) {
      await browser.press(link);
      await browser.waitFor(async () => (await browser.address()) === `#page=${page}&le=2026-06-30`, `no address for ${page}`);
      const heading = await browser.textOf("h1");
      await browser.reload();
      await browser.waitFor(async () => (await browser.textOf("h1")) === heading, `${page} is another page after a reload`);
    }
    await browser.driver.navigate().back();
    await browser.waitForText("Vos dossiers", "h1");
    await browser.press("Accueil");
    await browser.waitFor(async () => (await browser.address()) === DAY, "no address for the first page");
  });

  test("the case is kept", async () => {
    await waitForKept(browser, (records) => records.length === 1, "not kept");
    await browser.visit(`#page=penalites&le=2026-06-30`);
    await browser.waitForText("1 917,71 €");
  });

  test("a letter is written, and taken away as PDF and DOCX", async () => {
    await browser.press("Lettres");
    await browser.press("Mise en demeure");
    for (const [id, text] of Object.entries({
      "debtor-name": "Brun & Fils", "debtor-address-lines": "4 quai Rambaud", "debtor-address-postcode": "69002", "debtor-address-town": "Lyon",
      "creditor-name": "Atelier Nord", "creditor-address-lines": "12 rue des Lices", "creditor-address-postcode": "49000", "creditor-address-town": "Angers",
      "creditor-siren": "732 829 320", "invoices-0-number": "F-2026-014",
    })) {
      const field = await browser.waitFor(() => browser.find(`#${id}`), `no field #${id}`);
      await field.clear();
      await field.sendKeys(text);
    }
    await browser.waitForText("1 917,71 €", ".sheet");
    await browser.press("Télécharger en PDF");
    const pdf = await browser.download(".pdf");
    await run("qpdf", ["--check", pdf.path]);
    const { stdout } = await run("pdftotext", ["-layout", pdf.path, "-"]);
    for (const words of ["Mise en demeure de payer", "Brun & Fils", "F-2026-014", "1 917,71 €"]) assert(plain(stdout).includes(words), words);
    await browser.press("DOCX");
    const docx = await browser.download(".docx");
    await run("unzip", ["-t", docx.path]);
  });

  test("a case is sealed", async () => {
    await browser.press("Mes dossiers");
    await browser.press("Mon dossier");
    await browser.press("Exporter chiffré");
    await browser.typeInto("Phrase secrète", "quatre mots au hasard");
    await browser.press("Chiffrer et exporter");
    await browser.waitForText("Fichier chiffré enregistré", "#case");
    const { bytes } = await browser.download(".age");
    assert.match(bytes.toString("latin1"), /^age-encryption\.org\/v1/);
  });

  test("a ledger is brought in, changed, written from, and kept", async () => {
    const fec = join(folder, "fec.txt");
    await writeFile(fec, fecOf(drawLedger({ clients: 3, invoices: 12 })));
    await browser.visit("#page=suivi&le=2026-11-22&vue=importer");
    await browser.waitForText("Déposez ici vos fichiers");
    await (await browser.driver.executeScript("return document.querySelector('.ledger-drop input[type=file]')")).sendKeys(fec);
    await browser.waitForText("12 factures nouvelles");
    await browser.press("Ajouter à mon suivi");
    await browser.waitForText("C’est fait");
    await browser.press("Clients");
    const name = await browser.textOf(".long-body .c-client a");
    await browser.press(name);
    await browser.press("Noter un événement");
    await browser.choose("Événement", "Note");
    await browser.typeInto("Note", "Vu au salon.");
    await browser.press("Noter");
    await browser.waitForText("Vu au salon.", ".ledger-history");
    await browser.reload();
    await browser.waitForText("Vu au salon.", ".ledger-history");
    await browser.press("Écrire une lettre");
    await browser.press("Première relance");
    await browser.waitFor(async () => (await (await browser.find("#debtor-name"))?.getAttribute("value")) === name, "a letter to someone else");
  });

  test("nothing was asked of anyone, and nothing said in the console", async () => {
    const asked = (await browser.requests()).filter((url) => !/^(about|blob|chrome|chrome-untrusted|data|devtools|moz-extension|resource):/.test(url));
    assert.deepEqual([...new Set(asked.map((url) => url.split("#")[0]))].filter((url) => url !== browser.url), []);
    assert.deepEqual(await browser.consoleMessages(), []);
    const tried = await browser.driver.executeAsyncScript(
      "const done = arguments[0]; fetch('http://localhost:9/').then(() => 'sent', () => 'refused').then(done)",
    );
    assert.equal(tried, "refused");
    assert.match((await browser.consoleMessages()).join(), /Content.Security.Policy/i);
  });
});

test("the one file opens from the site too, which offers it", async () => {
  const site = await servePlainly("/un/sous-dossier/");
  const browser = await openBrowser(site);
  try {
    await browser.visit(`sources/${DAY}`);
    await browser.press("Télécharger Dûment en un fichier");
    const { bytes } = await browser.download(".html");
    assert(bytes.length <= 2_500_000, `${bytes.length} bytes`);
    await browser.visit(`dument.html#page=guide`);
    await browser.waitForText("Quelle voie pour cette facture ?", "h1");
    await browser.assertQuiet();
  } finally {
    await browser.quit();
    await site.stop();
  }
});
