// The contest: the same statements by the package and by plain JavaScript, side by side, in Node and in a browser alike.

import { plainStatement, yearlyRates } from "./plain-statement.mjs";

/** How often each is timed, one after the other: the machine's other work falls on both. */
const ROUNDS = 7;

const two = (number) => String(number).padStart(2, "0");

/** Invoices of three years ago, with two payments each. */
export function ledger(size) {
  const invoices = Array.from({ length: size }, (_, index) => {
    const [month, day] = [two(1 + (index % 12)), two(1 + (index % 28))];
    return {
      number: `F-${index}`,
      dueOn: `2023-${month}-${day}`,
      amount: `${1000 + (index % 5000)}.${two(index % 100)}`,
      payments: [
        { on: `2024-${month}-${day}`, amount: "100.00" },
        { on: `2025-${two(1 + ((index * 7) % 12))}-15`, amount: "200.50" },
      ],
    };
  });
  return { asOf: "2026-06-30", regime: "business", invoices };
}

/** The facts of one call of each function. */
const CALLS = {
  penalties: { ...ledger(1) },
  limitation: { asOf: "2026-06-30", claim: "business", dueOn: "2023-05-16", events: [{ kind: "partPayment", on: "2024-06-01" }] },
  procedures: {
    asOf: "2026-06-30",
    amount: "1850.00",
    dueOn: "2026-05-16",
    creditor: { kind: "craftsman" },
    debtor: { kind: "company", place: "france" },
    contested: "no",
    basis: "contract",
  },
  paymentTerms: { issuedOn: "2026-01-15", creditor: { kind: "craftsman" }, debtor: { kind: "company" } },
};

/**
 * Checks that both give the same figures, then times them.
 *
 * @param {object} dument the package, started
 * @param {new (input: string) => { total(): string }} Prepared the same computation without what crosses
 */
export function contest(dument, Prepared, size = 10_000) {
  const input = ledger(size);
  const rates = yearlyRates(dument.reference());
  const prepared = new Prepared(JSON.stringify(input));
  same(dument.penalties(input), plainStatement(input, rates), prepared.total());

  const contenders = {
    plain: () => plainStatement(input, rates),
    handed: () => dument.penalties(input),
    computed: () => prepared.total(),
  };
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(contenders)) times[name].push(milliseconds(run));
  }
  const calls = Object.entries(CALLS).map(([name, facts]) => [name, spread(repeated(() => dument[name](facts)))]);
  return {
    size,
    ...Object.fromEntries(Object.entries(times).map(([name, all]) => [name, spread(all)])),
    calls: Object.fromEntries(calls),
  };
}

function same(ours, plain, total) {
  if (ours.totals.total !== plain.totals.total || total !== plain.totals.total) throw new Error("the totals differ");
  ours.invoices.forEach((invoice, index) => {
    for (const [field, value] of Object.entries(plain.invoices[index])) {
      const [one, other] = [JSON.stringify(invoice[field]), JSON.stringify(value)];
      if (one !== other) throw new Error(`invoice ${index}, ${field}: ${one} and ${other}`);
    }
  });
}

function milliseconds(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** A call is too short to be timed alone. */
function repeated(run, batches = ROUNDS, calls = 100) {
  return Array.from({ length: batches }, () => milliseconds(() => Array.from({ length: calls }, run)) / calls);
}

function spread(times) {
  const sorted = times.toSorted((one, other) => one - other);
  return { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], most: sorted.at(-1) };
}
