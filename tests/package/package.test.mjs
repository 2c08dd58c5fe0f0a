// The npm package, used as a program under Node would use it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, describe, test } from "node:test";

import init, * as dument from "../../pkg/dument.js";

/** 1 850,00 € between businesses, due on 16 May 2026, looked at on 30 June. */
const LATE = {
  asOf: "2026-06-30",
  regime: "business",
  invoices: [{ number: "F-2026-014", dueOn: "2026-05-16", amount: "1850.00" }],
};

/** An object nested so deep. */
const nested = (depth) => (depth === 0 ? {} : { in: nested(depth - 1) });

/** What a call throws. */
function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  return assert.fail("nothing was thrown");
}

before(() => init());

describe("the engine", () => {
  test("starts twice as well as once", async () => {
    await init();
    await Promise.all([init(), init()]);
  });

  test("has the functions of the contract", () => {
    const names = ["penalties", "limitation", "procedures", "paymentTerms", "letter", "render", "reference"];
    for (const name of names) assert.equal(typeof dument[name], "function", name);
    assert.deepEqual(Object.keys(dument).sort(), [...names, "default"].sort());
  });

  test("counts the penalties of a late invoice", () => {
    // The ECB's rate on 1 January 2026 is 2.15 %, plus 10 points: 12.15 % a year.
    // 17 May to 30 June is 45 days: 1850 x 0.1215 x 45 / 365 = 27.7119, so 27.71.
    const { totals, provisional, invoices } = dument.penalties(LATE);
    assert.equal(provisional, false);
    assert.equal(invoices[0].daysLate, 45);
    assert.equal(totals.interest, "27.71");
    assert.equal(totals.indemnity, "40.00");
    assert.equal(totals.total, "1917.71");
  });

  test("tells the last day to act", () => {
    const { cautious } = dument.limitation({ asOf: "2026-06-30", claim: "business", dueOn: "2026-05-16" });
    assert.equal(cautious.lastDay, "2031-05-16");
    assert.equal(cautious.expired, false);
  });

  test("works out when an invoice is due, and by when it lawfully may be", () => {
    const parties = { creditor: { kind: "craftsman" }, debtor: { kind: "company", place: "france" } };
    const agreed = { kind: "endOfMonth", days: 45 };
    // 15 January and 45 days is 1 March, so 31 March; from 31 January, 45 days end on 17 March.
    const terms = dument.paymentTerms({ issuedOn: "2026-01-15", agreed, ...parties });
    assert.deepEqual([terms.dueOn, terms.lawful, terms.fine], ["2026-03-31", true, undefined]);
    assert.deepEqual(terms.readings, [
      { name: "thenEnd", dueOn: "2026-03-31" },
      { name: "endThen", dueOn: "2026-03-17" },
    ]);
    // Sixty days are the most: 16 March.
    const tooLong = dument.paymentTerms({ issuedOn: "2026-01-15", agreed: { kind: "days", days: 90 }, ...parties });
    assert.deepEqual([tooLong.lawfulDueOn, tooLong.lawful, tooLong.fine.maximum], ["2026-03-16", false, "2000000.00"]);
  });

  test("takes a field that is undefined or null for one left out", () => {
    assert.deepEqual(dument.penalties({ ...LATE, rate: undefined, servedOn: undefined, extraCosts: null }), dument.penalties(LATE));
    const error = thrown(() => dument.penalties({ ...LATE, regime: undefined }));
    assert.deepEqual([error.code, error.field], ["missingField", "regime"]);
  });

  test("gives back plain objects, which survive a copy and JSON", () => {
    const result = dument.penalties(LATE);
    assert.deepEqual(structuredClone(result), result);
    assert.deepEqual(JSON.parse(JSON.stringify(result)), result);
  });

  test("computes with the figures it is given", async () => {
    const own = dument.reference();
    await init({ reference: own });
    assert.deepEqual(dument.reference(), own);
    assert.equal(dument.penalties(LATE).totals.total, "1917.71");
  });
});

describe("bad input", () => {
  test("is an Error with a code, a field, a French sentence, and every problem", () => {
    const invoice = { number: "1", dueOn: "2026-02-30", amount: "beaucoup" };
    const error = thrown(() => dument.penalties({ ...LATE, invoices: [...LATE.invoices, invoice] }));
    assert(error instanceof Error);
    assert.equal(typeof error.code, "string");
    assert.match(error.message, /[a-zé]/);
    const fields = error.problems.map((problem) => problem.field).sort();
    assert.deepEqual(fields, ["invoices[1].amount", "invoices[1].dueOn"]);
    for (const { code, message } of error.problems) assert(code && message);
  });

  test("is told of at once, whether its form is wrong or what it means", () => {
    const invoices = [
      { number: "1", dueOn: "2026-05-16", amount: "0.00", colour: "blue" },
      { number: "2", dueOn: "2001-01-01", amount: "10.00" },
      { number: "3", dueOn: "2026-05-16", amount: "10.00", payments: [{ on: "hier", amount: "1.00" }] },
    ];
    const { problems } = thrown(() => dument.penalties({ ...LATE, servedOn: 3, foo: true, invoices }));
    assert.deepEqual(problems.map(({ code, field }) => `${field} ${code}`).sort(), [
      "foo unknownField",
      "invoices[0].amount zeroAmount",
      "invoices[0].colour unknownField",
      "invoices[1].dueOn rateUnknown",
      "invoices[2].payments[0].on invalidDate",
      "servedOn wrongType",
    ]);
  });

  test("a number that is none is refused, where a text is asked too", () => {
    for (const none of [NaN, Infinity]) {
      const { problems } = thrown(() => dument.penalties({ ...LATE, invoices: [{ ...LATE.invoices[0], number: none, amount: none }] }));
      assert.deepEqual(problems.map(({ code, field }) => `${field} ${code}`), ["invoices[0].number wrongType", "invoices[0].amount wrongType"]);
    }
  });

  test("what has no end, or no bottom, is refused like any other fault, and harms nothing", () => {
    const endless = { ...LATE };
    endless.invoices = [endless];
    for (const bad of [endless, nested(2_000), { ...LATE, asOf: NaN }, () => {}, Symbol("x")]) {
      const error = thrown(() => dument.penalties(bad));
      assert.equal(typeof error.code, "string");
      assert(error.problems.length > 0);
    }
    assert.equal(dument.penalties(LATE).totals.total, "1917.71");
  });

  test("figures with which nothing could be computed are refused", async () => {
    const reference = dument.reference();
    await assert.rejects(init({ reference: { ...reference, sources: [] } }), { code: "missingField" });
    await assert.rejects(init({ reference: { ...reference, figures: [] } }), { code: "missingField" });
    await init({ reference });
    assert.equal(dument.penalties(LATE).totals.total, "1917.71");
  });

  test("names an unknown field, even an empty one", () => {
    assert.equal(thrown(() => dument.penalties({ ...LATE, colour: null })).field, "colour");
    const error = thrown(() => dument.penalties({ ...LATE, asof: "2026-06-30" }));
    assert.match(error.problems.map((problem) => `${problem.field} ${problem.message}`).join(), /asof/);
  });

  test("leaves the engine as it was", () => {
    for (const bad of [undefined, null, 1, "x", [], {}, { ...LATE, invoices: [{}] }]) {
      assert(thrown(() => dument.penalties(bad)) instanceof Error);
    }
    assert.equal(dument.penalties(LATE).totals.total, "1917.71");
  });
});

describe("package.json", () => {
  test("has the version of the workspace, the licence, and types", async () => {
    const about = JSON.parse(await readFile(new URL("../../pkg/package.json", import.meta.url), "utf8"));
    const workspace = await readFile(new URL("../../Cargo.toml", import.meta.url), "utf8");
    assert.equal(about.version, /^version = "(.+)"$/m.exec(workspace)[1]);
    assert.equal(about.license, "EUPL-1.2");
    assert.equal(about.exports["."].types, "./dument.d.ts");
  });
});
