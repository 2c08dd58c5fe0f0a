// What a developer would write: a FEC read by papaparse, then what is open of each customer by age, in numbers of cents.

import Papa from "papaparse";

/** How long it takes of a file, in milliseconds, and what came of it. */
export async function plainly(file) {
  const start = performance.now();
  const { data } = Papa.parse(await file.text(), { header: true, delimiter: "\t", skipEmptyLines: true });
  const cents = (figure) => Math.round(Number(figure.replace(",", ".")) * 100);
  const open = new Map();
  for (const line of data) {
    if (!line.CompteNum.startsWith("411") || line.EcritureLet) continue;
    const place = `${line.CompAuxNum} ${line.PieceRef}`;
    const known = open.get(place) ?? { account: line.CompAuxNum, day: line.PieceDate, left: 0 };
    known.left += cents(line.Debit) - cents(line.Credit);
    open.set(place, known);
  }
  const customers = new Map();
  const today = Date.UTC(2026, 10, 22);
  for (const { account, day, left } of open.values()) {
    if (left <= 0) continue;
    const late = (today - Date.UTC(day.slice(0, 4), day.slice(4, 6) - 1, day.slice(6))) / 86_400_000 - 30;
    const age = Math.max(0, Math.min(4, Math.ceil(late / 30)));
    const sums = customers.get(account) ?? [0, 0, 0, 0, 0];
    sums[age] += left;
    customers.set(account, sums);
  }
  const left = [...customers.values()].flat().reduce((one, other) => one + other, 0);
  return { took: performance.now() - start, lines: data.length, open: left };
}
