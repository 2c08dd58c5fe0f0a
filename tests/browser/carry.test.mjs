// A case taken away and brought back: as a file, as a sealed file, as a link.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";

import Ajv2020 from "ajv/dist/2020.js";
import { By, Key } from "selenium-webdriver";

import { openBrowser, openCase, serveSite } from "../harness/index.mjs";
import { dist } from "../harness/paths.mjs";

const PASSPHRASE = "tuile lampe œuf  été";
const KEPT = {
  debtor: { kind: "company", name: "Brun & Fils" },
  invoices: [{ number: "F-2026-014", amount: "1 850,00", dueOn: "16/05/2026" }],
};

/** Runs the program age, which asks for its passphrase on a terminal. */
async function age(...given) {
  const program = `
import os, pty, sys
child, terminal = pty.fork()
if child == 0: os.execvp("age", ["age", *sys.argv[1:]])
said = b""
while True:
    try: part = os.read(terminal, 1024)
    except OSError: break
    if not part: break
    said += part
    if said.rstrip().endswith(b":"):
        os.write(terminal, ${JSON.stringify(PASSPHRASE)}.encode() + b"\\n")
        said = b""
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))`;
  await promisify(execFile)("python3", ["-c", program, ...given]);
}

describe("the case carried", () => {
  let site;
  let browser;
  let folder;

  before(async () => {
    site = await serveSite();
    browser = await openBrowser(site, { width: 1024 });
    folder = await mkdtemp(join(tmpdir(), "dument-carry-"));
  });

  after(async () => {
    await browser?.quit();
    await site?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const chooseFile = async (path) => (await browser.driver.findElement(By.css("#case input[type=file]"))).sendKeys(path);
  const title = (text) => browser.waitForText(text, "#case-title");

  /** Opens the case in its drawer, on a machine that has kept this. */
  async function openDrawer(kept, page = "#le=2026-06-30") {
    await openCase(browser, kept, page);
    await browser.press("Mon dossier");
  }

  /** A file with this text. */
  async function file(name, text) {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  }

  test("an exported file is of the published form, and comes back after all was erased", async () => {
    await openDrawer(KEPT);
    await browser.press("Exporter");
    const exported = await browser.download("F-2026-014.json");
    const schema = JSON.parse(await readFile(join(dist, "case.schema.json"), "utf8"));
    const conforms = new Ajv2020({ allErrors: true }).compile(schema);
    const given = JSON.parse(exported.bytes);
    assert(conforms(given), JSON.stringify(conforms.errors));
    for (const wrong of [{ place: "mars" }, { debtor: { kind: "robot" } }, { history: [{ on: "" }] }, { invoices: "F-1" }]) {
      assert(!conforms({ ...given, cases: [{ case: wrong }] }), JSON.stringify(wrong));
    }
    await openDrawer(undefined);
    await title("Dossier sans nom");
    await chooseFile(exported.path);
    await title("Dossier Brun & Fils");
    await rm(exported.path);
  });

  test("what is not known in a file is named; what is wrong or newer is refused, and nothing changes", async () => {
    await openDrawer(KEPT);
    const wrapped = (fields) => JSON.stringify({ format: "dument", version: 2, cases: [{ case: fields }] });
    for (const [text, words] of [
      [JSON.stringify({ format: "dument", version: 9, cases: [] }), "vient d’une version plus récente de Dûment (format 9)"],
      [wrapped({ debtor: { kind: "robot" }, place: "mars" }), "« cases[0].case.debtor.kind », « cases[0].case.place »"],
      ["une facture", "Ce fichier n’est pas un dossier Dûment"],
    ]) {
      await chooseFile(await file("refused.json", text));
      await browser.waitForText(words, "#case [role=alert]");
      await title("Dossier Brun & Fils");
    }
    await chooseFile(await file("more.json", wrapped({ debtor: { name: "Vert", fax: "1" } })));
    await browser.waitForText("n’a pas été repris : cases[0].case.debtor.fax", "#case");
    await title("Dossier Vert");
  });

  test("a sealed file is opened by the program age", async () => {
    await openDrawer(KEPT);
    await browser.press("Exporter chiffré");
    const field = await browser.field("Phrase secrète");
    assert.equal(await field.getAttribute("type"), "password");
    await browser.press("Chiffrer et exporter");
    await browser.waitForText("Écrivez une phrase secrète.", "#case");
    await field.sendKeys(PASSPHRASE);
    await browser.press("Afficher la phrase secrète");
    assert.equal(await field.getAttribute("type"), "text");
    await browser.press("Chiffrer et exporter");
    // The page goes on meanwhile, and says so.
    await browser.waitForText("Chiffrement en cours", "#case");
    await browser.waitForText("Fichier chiffré enregistré", "#case");
    const sealed = await browser.download(".json.age");
    assert.match(sealed.bytes.toString("latin1"), /^age-encryption\.org\/v1\n-> scrypt \S{22} 17\n/);
    assert(!sealed.bytes.includes("Brun"));
    const opened = join(folder, "opened.json");
    await age("--decrypt", "--output", opened, sealed.path);
    assert.equal(JSON.parse(await readFile(opened, "utf8")).cases[0].case.debtor.name, "Brun & Fils");
    await browser.assertQuiet();
  });

  test("what the program age sealed is recognised and opened, with the right passphrase alone", async () => {
    const plain = await file("plain.json", JSON.stringify({ format: "dument", version: 1, case: { debtor: { name: "Vert" } } }));
    const sealed = join(folder, "sealed.age");
    await age("--passphrase", "--armor", "--output", sealed, plain);
    await openDrawer(KEPT);
    await chooseFile(sealed);
    const field = await browser.field("Phrase secrète");
    await field.sendKeys("une autre", Key.ENTER);
    await browser.waitForText("Ce n’est pas la phrase secrète de ce fichier.", "#case");
    assert.equal(await field.getAttribute("value"), "une autre", "it stays to be put right");
    await title("Dossier Brun & Fils");
    await browser.typeInto("Phrase secrète", PASSPHRASE);
    await browser.press("Ouvrir");
    await title("Dossier Vert");
    await browser.assertQuiet();
  });

  test("a link opens the case in another browser, and leaves its address", async () => {
    await openDrawer(KEPT);
    await browser.press("Copier un lien vers ce dossier");
    await browser.waitForText("Ce lien contient tout le dossier", "#case");
    const link = await browser.valueOf("Lien vers ce dossier");
    assert.match(link, /#le=2026-06-30&dossier=[\w-]+$/);
    assert(link.length < 600, `${link.length} characters`);

    const other = await openBrowser(site, { width: 1024 });
    try {
      await other.visit(link);
      await other.waitForText("1 917,71 €");
      assert.equal(await other.address(), "#le=2026-06-30");
      await other.reload();
      await other.waitForText("1 917,71 €");
      await other.assertQuiet();
    } finally {
      await other.quit();
    }

    // Where another case is at work, it is asked about.
    const green = { debtor: { kind: "company", name: "Vert" }, invoices: [{ amount: "10", dueOn: "16/05/2026" }] };
    await openCase(browser, green, "");
    await browser.driver.executeScript("location.hash = arguments[0]", new URL(link).hash);
    await browser.waitForText("Ouvrir le dossier de ce lien ?");
    await browser.waitForText("Brun & Fils · facture F-2026-014 · 1 850,00 €", "dialog");
    await browser.press("Regarder seulement");
    await browser.waitForText("Vous regardez le dossier d’un lien");
    await browser.waitForText("1 917,71 €");
    assert.equal(await browser.address(), "#le=2026-06-30");
    await browser.reload();
    assert.equal(await browser.valueOf("Montant de la facture, toutes taxes comprises"), "10", "only looked at");

    await browser.driver.executeScript("location.hash = arguments[0]", new URL(link).hash);
    await browser.press("Ouvrir comme nouveau dossier");
    await browser.waitForText("1 917,71 €");
    await browser.reload();
    await browser.waitForText("1 917,71 €");
  });

  test("a broken link says so, and what is there stays", async () => {
    for (const fragment of ["dossier=abc", "dossier=%%%", "dossier=", `dossier=${"A".repeat(5000)}`]) {
      await openCase(browser, KEPT, "");
      await browser.visit(`#le=2026-06-30&${fragment}`);
      await browser.waitForText("Ce lien est incomplet ou abîmé", ".banner");
      await browser.waitForText("1 917,71 €");
      assert.equal(await browser.address(), "#le=2026-06-30");
    }
  });

  test("three facts stand in a link that can be written by hand", async () => {
    await openCase(browser, undefined, "#le=2026-06-30&montant=1850&echeance=2026-05-16&client=societe");
    await browser.waitForText("1 917,71 €");
    assert.equal(await browser.valueOf("Échéance de la facture"), "16/05/2026");
    assert.equal(await browser.address(), "#le=2026-06-30");
    await openCase(browser, undefined, "#montant=1850&client=robot");
    await browser.waitForText("un client inconnu, « robot »", ".banner");
    assert.equal(await browser.valueOf("Montant de la facture, toutes taxes comprises"), "1850");
    await browser.assertQuiet();
  });
});
