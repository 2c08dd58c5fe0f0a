// Cases to start a test from, and a way to find one already kept on the machine.

import assert from "node:assert/strict";

import { forget } from "./kept.mjs";

const CREDITOR = {
  kind: "company", name: "Atelier Nord", legalForm: "SARL", street: "12 rue des Lices", postcode: "49000", town: "Angers", siren: "732 829 320",
  iban: "FR14 2004 1010 0505 0001 3M02 606", phone: "02 41 00 00 00", email: "compta@atelier-nord.example", signatory: "Anne Le Goff", capacity: "gérante",
};
const DEBTOR = { kind: "company", name: "Brun & Fils", legalForm: "SAS", street: "4 quai Rambaud", postcode: "69002", town: "Lyon", email: "compta@brun.example" };
const INVOICE = { number: "F-2026-014", amount: "1 850,00", dueOn: "16/05/2026", issuedOn: "16/04/2026" };

/** A company that owes two invoices, one of them paid in part, and what happened since. */
export const COMPANY = {
  creditor: CREDITOR,
  debtor: DEBTOR,
  invoices: [
    { ...INVOICE, payments: [{ on: "20/06/2026", amount: "500" }], credits: [{ on: "22/06/2026", amount: "50" }] },
    { number: "F-2026-021", amount: "12 400,50", dueOn: "03/02/2025", issuedOn: "03/01/2025" },
  ],
  history: [
    { kind: "formalNotice", on: "01/06/2026" },
    { kind: "acknowledgment", on: "10/06/2026" },
  ],
};

/** One invoice, and nothing else told. */
export const ONE_INVOICE = { creditor: CREDITOR, debtor: DEBTOR, invoices: [INVOICE] };

/** A consumer. */
export const CONSUMER = { ...ONE_INVOICE, debtor: { ...DEBTOR, kind: "consumer", name: "Paul Brun", legalForm: "" } };

/** A public body. */
export const PUBLIC_BODY = { ...ONE_INVOICE, publicKind: "local", debtor: { ...DEBTOR, kind: "publicBody", name: "Commune de Lyon", legalForm: "" } };

/** What can't be read: each field keeps it, and says what is wrong. */
export const FAULTS = {
  creditor: { ...CREDITOR, siren: "732 829 321", iban: "FR14 0000", vatNumber: "FR00", postcode: "4900" },
  debtor: { kind: "company", name: "Brun", siren: "12", postcode: "0" },
  invoices: [{ number: "F-1", amount: "mille", dueOn: "30/02/2026", payments: [{ on: "hier", amount: "-5" }] }],
  history: [{ kind: "formalNotice", on: "demain" }],
};

/** All that the guide asks, answered. */
export const ANSWERS = {
  insolvent: false, basis: "contract", contested: "no", answer: "none", stepsTold: true, evidence: ["signedQuote"], guarantor: false,
};

/** Puts a case on the machine, as an earlier visit left it, and opens a page with it. */
export async function openCase(browser, kept, page) {
  // Nothing is kept while a page that holds another case is open.
  await browser.visit("accessibilite/");
  await forget(browser);
  if (kept) {
    const text = JSON.stringify({ format: "dument", version: 1, case: kept });
    await browser.driver.executeScript("localStorage.setItem('dument.dossier', arguments[0])", text);
  }
  await browser.visit(page);
  if (kept) assert.equal(await browser.find("main .banner"), undefined, "the case was not taken");
}
