// What is owed, line by line, as a person finds it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { afterEach, beforeEach, describe, test } from "node:test";
import { By } from "selenium-webdriver";

import { forget, plain, withBrowser } from "../harness/index.mjs";

describe("the statement of late penalties", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  /** Each test starts with nothing on the machine. */
  beforeEach(async () => {
    await browser.visit("penalites/");
    await forget(browser);
  });

  afterEach(() => browser.assertQuiet());

  /** Types an invoice of a company, seen on a day. */
  async function type({ asOf, amount, dueOn, client = "une entreprise" }) {
    await browser.visit(`penalites/#le=${asOf}`);
    await browser.choose("Votre client est", client);
    await browser.typeInto("Montant TTC", amount);
    await browser.typeInto("Échéance", dueOn);
  }

  test("gives interest, indemnity and total, and says why", async () => {
    await type({ asOf: "2026-06-30", amount: "1 850,00", dueOn: "16/05/2026" });
    await browser.waitForText("1 917,71", ".answer .figure");
    const table = await browser.textOf(".statement");
    for (const part of ["échue le 16 mai 2026, 1 850,00 € TTC", "du 17 mai au 30 juin 2026", "45", "12,15 %", "27,71 €", "40,00 €", "1 917,71 €"]) {
      assert(table.includes(part), `« ${part} » is not in:\n${table}`);
    }
    await browser.press("Pourquoi 27,71 € ?");
    await browser.waitForText("1 850,00 € × 12,15 % × 45 jours ÷ 365 = 27,71 €", ".why-row");
    await browser.waitForText("Code de commerce, article L441-10", ".why-row");
    await browser.press("Pourquoi 40,00 € ?");
    await browser.waitForText("Code de commerce, article D441-5", ".statement tfoot");
  });

  test("starts a new line with each half-year", async () => {
    await type({ asOf: "2026-07-10", amount: "10000", dueOn: "20/06/2026" });
    await browser.waitForText("10 107,26", ".answer .figure");
    const table = await browser.textOf(".statement");
    for (const part of ["du 21 au 30 juin 2026", "33,29 €", "du 1er au 10 juillet 2026", "12,40 %", "33,97 €", "67,26 €"]) {
      assert(table.includes(part), `« ${part} » is not in:\n${table}`);
    }
  });

  test("counts a part payment under both readings, and takes the one chosen", async () => {
    await type({ asOf: "2026-07-10", amount: "10000", dueOn: "20/06/2026" });
    await browser.press("Ajouter un paiement reçu");
    await browser.typeInto("Paiement reçu : date", "30/06/2026");
    await browser.typeInto("Paiement reçu : montant", "1000");
    // Interest first: 9 033,29 left, 30,69 of interest. Principal first: 9 000,00 left, 33,29 + 30,58.
    await browser.waitForText("9 103,98", ".answer .figure");
    await browser.waitForText("Paiement du 30 juin 2026 : 1 000,00 €", ".statement");
    await browser.waitForText("9 103,87 €", ".readings");
    await browser.press("Retenir cette lecture");
    await browser.waitForText("9 103,87", ".answer .figure");
  });

  test("follows an agreed rate, and says where it is under the floor", async () => {
    await type({ asOf: "2026-06-30", amount: "1850", dueOn: "16/05/2026" });
    await browser.choose("Taux de retard prévu par le contrat", "Un taux annuel fixe");
    await browser.typeInto("Taux annuel", "15");
    await browser.waitForText("34,21 €", ".statement");
    await browser.typeInto("Taux annuel", "5");
    await browser.waitForText("17,93 €", ".statement");
    await browser.choose("Ce taux est sous le minimum de la loi : calculer", "au taux convenu");
    // 1 850,00 € × 5,00 % × 45 ÷ 365 = 11,40 €
    await browser.waitForText("11,40 €", ".statement");
  });

  test("owes nothing before the due date, and says what will run", async () => {
    await type({ asOf: "2026-05-16", amount: "1850", dueOn: "16/05/2026" });
    await browser.waitForText("Pas encore échue : rien n’est dû");
    await browser.waitForText("ce qui courra à partir du 17 mai 2026");
    await browser.waitForText("12,15 % par an");
  });

  test("asks a consumer for nothing but principal until a formal notice", async () => {
    await type({ asOf: "2026-06-30", amount: "1850", dueOn: "16/05/2026", client: "un particulier" });
    await browser.waitForText("1 850,00", ".answer .figure");
    await browser.choose("Que s’est-il passé ?", "Mise en demeure");
    await browser.typeInto("À quelle date ?", "31/05/2026");
    await browser.press("Ajouter cet événement");
    // 1 850,00 € × 2,62 % × 30 ÷ 365 = 3,98 €, and no indemnity.
    await browser.waitForText("1 853,98", ".answer .figure");
    assert(!(await browser.textOf(".statement")).includes("Indemnité"));
  });

  test("gives a file that a French spreadsheet reads", async () => {
    await type({ asOf: "2026-06-30", amount: "1850", dueOn: "16/05/2026" });
    await browser.waitForText("1 917,71", ".answer .figure");
    await browser.press("Tableur (CSV)");
    const { name, bytes } = await browser.download(".csv");
    assert.equal(name, "dument-decompte-2026-06-30.csv");
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.match(bytes.toString(), /;17\/05\/2026;30\/06\/2026;45;12,15;1850,00;27,71\r\n/);
  });

  test("gives the statement as a document of its own", async () => {
    await type({ asOf: "2026-07-10", amount: "10000", dueOn: "20/06/2026" });
    await browser.waitForText("10 107,26", ".answer .figure");
    await browser.press("PDF");
    const { name, path } = await browser.download(".pdf");
    assert.equal(name, "dument-decompte-2026-07-10.pdf");
    const text = plain(execFileSync("pdftotext", ["-layout", path, "-"]).toString());
    for (const part of ["Décompte au 10 juillet 2026", "du 21 au 30 juin 2026", "33,97 €", "10 107,26 €", "L441-10", "Règles : Dûment"]) {
      assert(text.includes(part), `« ${part} » is not in:\n${text}`);
    }
  });

  test("says what each payment went to, and why each sum is what it is", async () => {
    await type({ asOf: "2026-07-10", amount: "10000", dueOn: "20/06/2026" });
    await browser.press("Ajouter un paiement reçu");
    await browser.typeInto("Paiement reçu : date", "30/06/2026");
    await browser.typeInto("Paiement reçu : montant", "1000");
    await browser.waitForText("1 000,00 €, dont 33,29 € d’intérêts et 966,71 € de principal", ".statement");
    await browser.press("Pourquoi 9 033,29 € ?");
    await browser.waitForText("10 000,00 € − 966,71 € (paiement du 30 juin 2026) = 9 033,29 €", ".statement tfoot");
    await browser.press("Pourquoi − 33,29 € ?");
    await browser.waitForText("Code civil, article 1343-1", ".statement tfoot");
  });

  test("draws what is owed over time, with the same figures in a table", async () => {
    await type({ asOf: "2026-07-10", amount: "10000", dueOn: "20/06/2026" });
    await browser.waitForText("Ce qui est dû, jour après jour");
    const drawings = await browser.driver.findElements(By.css(".chart svg[role=img]"));
    const labels = await Promise.all(drawings.map((drawing) => drawing.getAttribute("aria-label")));
    assert.deepEqual(labels.map(plain), [
      "Le principal restant dû, du 20 juin 2026 au 10 juillet 2026 : 10 000,00 € à la fin.",
      "Les intérêts restant dus, du 20 juin 2026 au 10 juillet 2026 : 67,26 € à la fin.",
    ]);
    await browser.press("Les chiffres de ces graphiques");
    await browser.waitForText("fin du semestre : le taux suivant est de 12,40 %", ".chart table");
    await browser.waitForText("10 073,29 €", ".chart table");
  });

  test("says what to type, keeps what was typed, and survives a reload", async () => {
    await type({ asOf: "2026-06-30", amount: "mille", dueOn: "30/02/2026" });
    await browser.waitForText("Écrivez le montant en chiffres");
    await browser.waitForText("Le 30 février 2026 n’existe pas.");
    await browser.reload();
    assert.equal(await browser.valueOf("Montant TTC"), "mille");
    assert.equal(await browser.valueOf("Échéance"), "30/02/2026");
    await browser.typeInto("Montant TTC", "1.850,00 €");
    await browser.typeInto("Échéance", "16 mai 2026");
    await browser.waitForText("1 917,71", ".answer .figure");
  });
});
