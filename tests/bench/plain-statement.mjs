// A statement of late penalties in plain JavaScript, with the libraries one would take: what the engine is measured against.
//
// It knows what the measured case needs and no more: businesses, the rate of the law, part payments on interest first.

import Decimal from "decimal.js";
import { addDays, differenceInCalendarDays, formatISO, isAfter, min, parseISO } from "date-fns";

const ZERO = new Decimal(0);
const INDEMNITY = new Decimal("40.00");

const written = (date) => formatISO(date, { representation: "date" });
const cents = (amount) => amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
const endOfHalfYear = (date) =>
  date.getMonth() < 6 ? new Date(date.getFullYear(), 5, 30) : new Date(date.getFullYear(), 11, 31);
const halfYear = (date) => `${date.getFullYear()}-${date.getMonth() < 6 ? 1 : 2}`;

/** The rate of each half-year: that of the ECB on its first day, and ten points. */
export function yearlyRates({ figures }) {
  const { rows } = figures.find(({ id }) => id === "refinancingRate");
  const rates = new Map();
  for (let year = 2020; year <= 2026; year++) {
    for (const first of [`${year}-01-01`, `${year}-07-01`]) {
      const row = rows.findLast(({ from }) => from <= first);
      rates.set(halfYear(parseISO(first)), new Decimal(row.value).plus(10));
    }
  }
  return rates;
}

/** The statement, its sums as texts. */
export function plainStatement({ asOf, invoices }, rates) {
  const until = parseISO(asOf);
  const statements = invoices.map((invoice) => invoiceStatement(invoice, until, rates));
  const total = statements.reduce((sum, statement) => sum.plus(statement.total), ZERO);
  return { invoices: statements, totals: { total: total.toFixed(2) } };
}

function invoiceStatement(invoice, until, rates) {
  const dueOn = parseISO(invoice.dueOn);
  const payments = invoice.payments
    .map(({ on, amount }) => ({ on: parseISO(on), amount: new Decimal(amount) }))
    .sort((one, other) => one.on - other.on);
  const lines = [];
  let principal = new Decimal(invoice.amount);
  let [interest, interestPaid, interestDue, indemnityDue] = [ZERO, ZERO, ZERO, INDEMNITY];
  let from = addDays(dueOn, 1);
  while (!isAfter(from, until) && principal.greaterThan(0)) {
    let to = min([endOfHalfYear(from), until]);
    if (payments.length > 0 && !isAfter(payments[0].on, to)) to = payments[0].on;
    const percent = rates.get(halfYear(from));
    const days = differenceInCalendarDays(to, from) + 1;
    const accrued = cents(principal.times(percent).times(days).dividedBy(36500));
    lines.push({
      from: written(from),
      to: written(to),
      days,
      principal: principal.toFixed(2),
      percent: percent.toFixed(2),
      basis: "refinancing+10",
      provisional: false,
      interest: accrued.toFixed(2),
      source: "ccom-l441-10",
    });
    interest = interest.plus(accrued);
    interestDue = interestDue.plus(accrued);
    while (payments.length > 0 && differenceInCalendarDays(payments[0].on, to) === 0) {
      let { amount } = payments.shift();
      const onInterest = Decimal.min(amount, interestDue);
      amount = amount.minus(onInterest);
      const onPrincipal = Decimal.min(amount, principal);
      amount = amount.minus(onPrincipal);
      interestPaid = interestPaid.plus(onInterest);
      interestDue = interestDue.minus(onInterest);
      principal = principal.minus(onPrincipal);
      indemnityDue = indemnityDue.minus(Decimal.min(amount, indemnityDue));
    }
    from = addDays(to, 1);
  }
  return {
    number: invoice.number,
    dueOn: invoice.dueOn,
    daysLate: differenceInCalendarDays(until, dueOn),
    lines,
    interest: interest.toFixed(2),
    interestPaid: interestPaid.toFixed(2),
    interestDue: interestDue.toFixed(2),
    principalDue: principal.toFixed(2),
    indemnity: INDEMNITY.toFixed(2),
    indemnityDue: indemnityDue.toFixed(2),
    total: principal.plus(interestDue).plus(indemnityDue).toFixed(2),
  };
}
