// Until when one can act, and what moves that day.

import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";

import { forget, withBrowser } from "../harness/index.mjs";

describe("limitation", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  /** Each test starts with nothing on the machine. */
  beforeEach(async () => {
    await browser.visit("prescription/");
    await forget(browser);
  });

  afterEach(() => browser.assertQuiet());

  /** Types an invoice due on 16 May 2026, seen on a day: no amount is needed. */
  async function type({ asOf = "2026-06-30", client = "une entreprise" } = {}) {
    await browser.visit(`prescription/#le=${asOf}`);
    await browser.choose("Votre client est", client);
    await browser.typeInto("Échéance", "16/05/2026");
  }

  async function add(event, on) {
    await browser.choose("Que s’est-il passé ?", event);
    await browser.typeInto("À quelle date ?", on);
    await browser.press("Ajouter cet événement");
  }

  test("gives the last day, and what is left", async () => {
    await type();
    await browser.waitForText("16 mai 2031", ".answer .figure");
    await browser.waitForText("il reste 4 ans et 10 mois", ".meter");
    await browser.waitForText("Une mise en demeure n’arrête pas le délai.");
  });

  test("moves with an acknowledgment, and not with a formal notice", async () => {
    await type();
    await add("Mise en demeure", "10/06/2026");
    await browser.waitForText("Ne change rien au délai.", ".timeline [data-effect=none]");
    await browser.waitForText("16 mai 2031", ".answer .figure");

    await add("Reconnaissance de dette", "20/06/2026");
    await browser.waitForText("20 juin 2031", ".answer .figure");
    await browser.waitForText("Nouveau dernier jour : 20 juin 2031.", ".timeline [data-effect=restart]");

    await browser.press("Retirer : Reconnaissance de dette");
    await browser.waitForText("16 mai 2031", ".answer .figure");
  });

  test("starts at the completion where that is earlier, and shows both readings", async () => {
    await type();
    await browser.typeInto("Livraison ou fin du travail", "01/05/2026");
    await browser.waitForText("1er mai 2031", ".answer .figure");
    const readings = await browser.textOf(".readings");
    assert(readings.includes("1er mai 2031") && readings.includes("16 mai 2031"), readings);
  });

  test("follows the kind of claim", async () => {
    await type({ client: "un particulier" });
    await browser.waitForText("16 mai 2028", ".answer .figure");
    await browser.choose("Nature de la créance", "Téléphone ou internet");
    await browser.waitForText("16 mai 2027", ".answer .figure");
  });

  test("draws each event by what it did, numbered as in the list", async () => {
    await type();
    await add("Mise en demeure", "01/06/2026");
    await add("Reconnaissance de dette", "20/06/2026");
    await browser.waitForText("20 juin 2031", ".answer .figure");
    const label = await (await browser.find(".limitation-drawing svg[role=img]")).getAttribute("aria-label");
    assert.match(label, /Frise du 16\s+mai 2026 au 20\s+juin 2031\s*: 3\s+moments/u);
    const numbers = await browser.driver.executeScript(
      "return [...document.querySelectorAll('.limitation-drawing text.label[text-anchor=middle]')].map((label) => label.textContent)",
    );
    assert.deepEqual(numbers, ["1", "2", "3"]);
    await browser.waitForText("2. Mise en demeure", ".timeline [data-effect=none]");
    await browser.waitForText("3. Reconnaissance de dette", ".timeline [data-effect=restart]");
    // The last day that was put off is still there to be seen.
    assert.equal((await browser.driver.executeScript("return document.querySelectorAll('.limitation-drawing .ghost').length")), 1);
  });

  test("stands still while proceedings last", async () => {
    await type();
    await add("Assignation en justice", "10/06/2026");
    await browser.waitForText("Pas de date pour l’instant", ".answer .figure");
  });

  test("says what is left once it is over", async () => {
    await type({ asOf: "2032-01-01" });
    await browser.waitForText("Prescrite depuis le 17 mai 2031", ".answer");
    await browser.waitForText("La dette existe encore");
  });

  test("gives the last working day to a calendar", async () => {
    await type();
    await browser.waitForText("16 mai 2031", ".answer .figure");
    await browser.press("Ajouter à mon agenda");
    const { name, bytes } = await browser.download(".ics");
    assert.equal(name, "dument-prescription-2031-05-16.ics");
    assert.match(bytes.toString(), /\r\nDTSTART;VALUE=DATE:20310516\r\n/);
  });

  test("puts the most urgent of several invoices first", async () => {
    const invoices = [
      { number: "A", dueOn: "16/05/2026" },
      { number: "B", dueOn: "03/02/2024" },
    ];
    const kept = JSON.stringify({ format: "dument", version: 1, case: { debtor: { kind: "company" }, invoices } });
    await browser.driver.executeScript("localStorage.setItem('dument.dossier', arguments[0])", kept);
    await browser.visit("prescription/#le=2026-06-30");
    await browser.waitForText("3 février 2029", ".answer .figure");
    const list = await browser.textOf(".answers .entries");
    assert(list.indexOf("Facture B") < list.indexOf("Facture A"), list);
    await browser.press("Facture A");
    await browser.waitForText("16 mai 2031", ".answer .figure");
  });
});
