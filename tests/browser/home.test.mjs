// The first screen: three facts, three answers, in each state it can be in.

import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";

import { withBrowser } from "../harness/index.mjs";
import { forget } from "../harness/kept.mjs";

describe("the first screen", () => {
  let browser;

  withBrowser((opened) => {
    browser = opened;
  });

  /** Each test starts with nothing on the machine. */
  beforeEach(async () => {
    await browser.visit("accessibilite/");
    await forget(browser);
  });

  afterEach(() => browser.assertQuiet());

  const answer = (n) => `.answers > .answer:nth-child(${n})`;

  async function type({ asOf = "2026-11-22", amount = "1850", dueOn = "16/05/2026", client = "une entreprise" } = {}) {
    await browser.visit(`#le=${asOf}`);
    await browser.typeInto("Montant de la facture", amount);
    await browser.typeInto("Échéance de la facture", dueOn);
    await browser.choose("Mon client", client);
  }

  test("promises each answer before anything is typed, and says what it isn't for", async () => {
    await browser.visit("#le=2026-11-22");
    await browser.waitForText("ce que coûte chaque jour de plus", answer(1));
    await browser.waitForText("le temps qui reste", answer(2));
    await browser.waitForText("Quoi faire maintenant, pourquoi", answer(3));
    await browser.waitForText("Pas pour un client établi à l’étranger");
  });

  test("asks for what is missing, and no more", async () => {
    await browser.visit("#le=2026-11-22");
    await browser.typeInto("Montant de la facture", "1850");
    await browser.waitForText("Il manque encore : l’échéance et qui est votre client.", answer(1));
    await browser.typeInto("Échéance de la facture", "16/05/2026");
    await browser.waitForText("Il manque encore : qui est votre client.", answer(1));
  });

  test("says what is wrong where the answer would be", async () => {
    await type({ dueOn: "30/02/2026" });
    await browser.waitForText("À corriger d’abord. Le 30 février 2026 n’existe pas", answer(1));
    assert.equal(await browser.valueOf("Échéance de la facture"), "30/02/2026");
  });

  test("answers, with the computation of each figure in words", async () => {
    await type();
    await browser.waitForText("2 008,84", `${answer(1)} .figure`);
    await browser.press("Pourquoi 2 008,84 € ?");
    for (const part of [
      "Du 17 mai au 30 juin 2026, 45 jours à 12,15 % sur 1 850,00 € : 27,71 €",
      "Du 1er juillet au 22 novembre 2026, 145 jours à 12,40 % sur 1 850,00 € : 91,13 €",
      "27,71 € + 91,13 € = 118,84 €",
      "1 850,00 € + 118,84 € + 40,00 € = 2 008,84 €",
      "1 850,00 € × 12,40 % ÷ 365 = 0,63 €",
      "Code de commerce, article D441-5",
      "Nous avons supposé : aucun taux convenu au contrat.",
    ]) {
      await browser.waitForText(part, `${answer(1)} .why`);
    }
    await browser.waitForText("16 mai 2031", `${answer(2)} .figure`);
    await browser.waitForText("il reste 4 ans et 5 mois", answer(2));
    await browser.press("Pourquoi 16 mai 2031 ?");
    await browser.waitForText("Dernier jour : 16 mai 2031.", `${answer(2)} .why`);
    await browser.press("Voir le décompte");
    assert.equal(await browser.address(), "penalites/#le=2026-11-22");
    assert.equal(await browser.valueOf("Montant TTC"), "1850");
  });

  test("owes nothing yet, and says what will run", async () => {
    await type({ dueOn: "16/12/2026" });
    await browser.waitForText("Pas encore échue : rien n’est dû", answer(1));
    await browser.waitForText("ce qui courra à partir du 17 décembre 2026", answer(1));
    await browser.waitForText("0,63 €", answer(1));
  });

  test("marks a rate that isn't published yet", async () => {
    await type({ asOf: "2027-03-01" });
    await browser.waitForText("provisoire", `${answer(1)} .tag`);
    await browser.press("Pourquoi");
    await browser.waitForText("n’est pas encore publié", answer(1));
  });

  test("says when it is too late, and that the debt is still there", async () => {
    await type({ asOf: "2032-01-01" });
    await browser.waitForText("Prescrite depuis le", answer(2));
    await browser.waitForText("17 mai 2031", `${answer(2)} .figure`);
    await browser.waitForText("La dette existe encore", answer(2));
  });
});
