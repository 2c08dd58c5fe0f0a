// Letters and their files, through the npm package under Node.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";

import init, { letter, reference, render } from "../../pkg/dument.js";

const address = { lines: ["12 rue des Lices"], postcode: "49000", town: "Angers" };

/** 1 850,00 € between businesses, due on 16 May 2026, written about on 30 June. */
const LATE = {
  writtenOn: "2026-06-30",
  creditor: { kind: "company", name: "Atelier Nord", legalForm: "SARL", address, iban: "FR14 2004 1010 0505 0001 3M02 606" },
  debtor: { kind: "company", name: "Brun & Fils", address: { lines: ["4 quai Rambaud"], postcode: "69002", town: "Lyon" } },
  invoices: [{ number: "F-2026-014", issuedOn: "2026-04-01", dueOn: "2026-05-16", amount: "1850.00" }],
};

/** What each kind needs besides, so that it can be written; no entry where nothing is. */
const KINDS = {
  phoneScript: {},
  textMessage: {},
  emailReminder: {},
  reminder: {},
  secondReminder: {},
  formalNotice: {},
  penaltyClaim: { invoices: [{ ...LATE.invoices[0], payments: [{ on: "2026-06-20", amount: "1850.00" }] }] },
  paymentPlan: { needs: "facts.paymentPlan" },
  acknowledgment: { needs: "facts.acknowledgment" },
  replyToDispute: { needs: "facts.replyToDispute" },
  suspensionNotice: { needs: "facts.suspensionNotice" },
  retentionNotice: { needs: "facts.retentionNotice" },
  guarantorNotice: { needs: "facts.guarantorNotice" },
  claimDeclaration: { needs: "penalties.insolvencyOpenedOn" },
  paymentOrderRequest: { needs: "facts.paymentOrderRequest" },
  publicDemand: { debtor: { ...LATE.debtor, kind: "publicBody", name: "Commune de Saumur" } },
  conciliationRequest: {},
};

/** The bytes of a file as text. */
const text = (bytes) => new TextDecoder().decode(bytes);

/** What a call throws, now or later. */
const refusal = (call) => Promise.resolve().then(call).then(() => assert.fail("nothing was thrown"), (error) => error);

before(() => init());

describe("every kind of letter", () => {
  for (const [kind, { needs, ...facts }] of Object.entries(KINDS)) {
    test(needs ? `${kind} says that it needs ${needs}` : `${kind} is written from the usual facts`, async () => {
      const write = () => letter({ kind, ...LATE, ...facts });
      if (needs) {
        const { problems } = await refusal(write);
        assert(problems.some(({ code, field }) => code === "missingField" && field.startsWith(needs)), JSON.stringify(problems));
        return;
      }
      const written = write();
      assert.equal(written.kind, kind);
      assert(written.subject && written.text.length > 100 && written.blocks.length > 0 && written.sources.length > 0);
    });
  }
});

describe("the statement behind a letter", () => {
  test("is the engine's, and the sources are named", () => {
    const notice = letter({ kind: "formalNotice", ...LATE });
    assert.equal(notice.statement.totals.total, "1917.71");
    assert(notice.sources.some(({ id, title, url }) => id === "cciv-1344" && title && url.startsWith("https://")));
  });

  test("follows newer figures", async () => {
    const published = reference();
    const newer = structuredClone(published);
    for (const row of newer.figures.find(({ id }) => id === "refinancingRate").rows) row.value = "5.00";
    await init({ reference: newer });
    const { totals } = letter({ kind: "formalNotice", ...LATE }).statement;
    await init({ reference: published });
    // 1850 x 0.15 x 45 / 365 = 34.2123, and 40.
    assert.equal(totals.total, "1924.21");
  });
});

describe("the files of a letter", () => {
  test("in every format", async () => {
    const notice = letter({ kind: "formalNotice", ...LATE });
    const [pdf, docx, txt, csv, eml] = await Promise.all(["pdf", "docx", "txt", "csv", "eml"].map((format) => render(notice, format)));
    assert.match(text(pdf.slice(0, 8)), /^%PDF-1\./);
    assert.equal(text(docx.slice(0, 2)), "PK");
    assert.match(text(txt), /1\u202f917,71\u202f€/);
    assert.match(text(csv), /1917,71/);
    assert.match(text(eml), /^Subject: [\s\S]*X-Unsent: 1[\s\S]*application\/pdf/);
  });

  test("with an address, and with a file inside", async () => {
    const notice = letter({ kind: "formalNotice", ...LATE });
    assert.match(text(await render(notice, "eml", { to: "compta@brun.example" })), /^To: compta@brun\.example\r\n/);
    const bytes = new TextEncoder().encode('{"dossier":1}');
    const attachment = { name: "dossier.json", mediaType: "application/json", description: "Le dossier", bytes };
    const plain = await render(notice, "pdf");
    const carrying = await render(notice, "pdf", { attachment });
    assert(carrying.length > plain.length);
    assert.match(text(carrying), /dossier\.json/);
  });

  test("refuse what is no address, no format and no letter, in a sentence", async () => {
    const notice = letter({ kind: "formalNotice", ...LATE });
    assert.equal((await refusal(() => render(notice, "eml", { to: "a\r\nBcc: b@c.example" }))).code, "documentFailed");
    assert.deepEqual((({ code, field }) => [code, field])(await refusal(() => render(notice, "odt"))), ["unknownValue", "format"]);
    assert.equal((await refusal(() => render({}, "txt"))).code, "missingField");
  });
});
