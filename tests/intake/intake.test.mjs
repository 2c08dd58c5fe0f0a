// What reads accounting files, on e-invoices that nobody here wrote, and workbooks that other programs wrote; and what it exports,
// opened by other programs.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Where `cargo xtask test` has built the examples and fetched the samples, and the Python that has what the tests use from PyPI. */
const { DUMENT_INTAKE: examples, DUMENT_XRECHNUNG: xrechnung, DUMENT_FACTUR_X: facturX, DUMENT_FEC: fec, DUMENT_PYTHON: python } = process.env;
if (!examples || !xrechnung || !facturX || !fec || !python) throw new Error("run this with `cargo xtask test`");

/** What was found in each file, by the name of the file. */
async function read(...paths) {
  const { stdout } = await run(join(examples, "read"), paths, { maxBuffer: 64 * 1024 * 1024 });
  return new Map(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .map((found) => [basename(found.file), found]),
  );
}

/** What was found in every file of a folder. */
async function readFolder(...parts) {
  const folder = join(...parts);
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name);
  return read(...names.map((name) => join(folder, name)));
}

const invoice = (found) => found.lines[0].outcome;

/** What a Python script gives as JSON. */
async function ask(script, ...args) {
  const { stdout } = await run(python, ["-c", `import json, sys\n${script}`, ...args], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout);
}

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "dument-intake-"));
});
after(() => rm(folder, { recursive: true, force: true }));

describe("the official examples of XRechnung", () => {
  test("are all read, in either language", async () => {
    for (const [language, count] of [["ubl", 44], ["cii", 39]]) {
      const found = await readFolder(xrechnung, language);
      assert.ok(found.size >= count, `${found.size} files in ${language}`);
      for (const [name, file] of found) {
        assert.equal(file.kind, language, name);
        assert.equal(file.lines.length, 1, name);
        assert.equal(invoice(file).is, "invoice", name);
      }
    }
  });

  test("say the same in UBL and in CII", async () => {
    const ubl = await readFolder(xrechnung, "ubl");
    const cii = await readFolder(xrechnung, "cii");
    // What both forms of these examples are written with; in some, parties differ by a word.
    const SAME = ["number", "kind", "issuedOn", "dueOn", "terms", "amount", "net", "currency", "paid", "remaining", "iban", "contract", "notes"];
    let pairs = 0;
    for (const [name, file] of ubl) {
      const twin = cii.get(name.replace("_ubl", "_uncefact"));
      if (!twin) continue;
      pairs += 1;
      for (const field of SAME) assert.deepEqual(invoice(file)[field], invoice(twin)[field], `${field} of ${name}`);
      for (const party of ["debtor", "creditor"]) {
        assert.equal(invoice(file)[party].email, invoice(twin)[party].email, `${party} of ${name}`);
      }
    }
    assert.ok(pairs >= 38, `${pairs} pairs`);
  });

  test("are warned of where their amounts don't add up", async () => {
    const found = await readFolder(xrechnung, "ubl");
    const warned = [...found].filter(([, file]) => file.lines[0].warnings?.some(({ code }) => code === "sumMismatch")).map(([name]) => name);
    // A payment to a third party, which the standard doesn't know, is in what remains due of this one.
    assert.deepEqual(warned, ["05.01a-INVOICE_ubl.xml"]);
  });

  test("are found within a PDF", async () => {
    const [file] = (await readFolder(xrechnung, "zugferd")).values();
    assert.equal(file.kind, "pdf");
    assert.match(file.detail, /EXTENDED/);
    assert.ok(file.lines[0].place.within.endsWith(".xml"));
  });
});

describe("the examples of Factur-X", () => {
  test("are read in every profile", async () => {
    const found = await readFolder(facturX, "xml");
    const profiles = [...found].filter(([name]) => name.startsWith("factur-x-")).map(([name, file]) => [name, file.detail]);
    assert.deepEqual(Object.fromEntries(profiles), {
      "factur-x-basic.xml": "Factur-X, profil BASIC",
      "factur-x-basicwl.xml": "Factur-X, profil BASIC WL",
      "factur-x-en16931.xml": "CII, profil EN 16931",
      "factur-x-extended.xml": "Factur-X, profil EXTENDED",
      "factur-x-minimum.xml": "Factur-X, profil MINIMUM",
    });
    for (const [name] of profiles) {
      const { number, amount, remaining, issuedOn, debtor } = invoice(found.get(name));
      assert.deepEqual([number, amount, remaining, issuedOn], ["F20260023", "104.90", "104.90", "2026-01-31"], name);
      assert.deepEqual([debtor.name, debtor.siren], ["LE CLIENT", "987654321"], name);
    }
    const full = invoice(found.get("factur-x-extended.xml"));
    assert.deepEqual([full.dueOn, full.terms, full.order, full.contract], ["2026-03-02", "PAIEMENT 30 JOURS NET", "PO201925478", "CT2018120802"]);
    assert.deepEqual(full.notes.map(({ subject }) => subject), ["REG", "ABL", "AAI", "PMD", "PMT", "AAB"]);
    assert.deepEqual(full.refersTo, [{ number: "F20260003", issuedOn: "2026-01-01" }]);
  });

  test("are read in the French use of UBL", async () => {
    const found = await readFolder(facturX, "xml");
    const french = invoice(found.get("ubl-21-extended-ctc-fr.xml"));
    assert.deepEqual([french.number, french.amount, french.paid, french.remaining], ["F124212", "308.03", "100.00", "208.03"]);
    assert.equal(french.dueOn, "2026-07-16");
    assert.deepEqual(
      [french.debtor.name, french.debtor.siren, french.debtor.siret, french.debtor.vatNumber],
      ["Ma jolie boutique SARL", "787878784", "78787878400018", "FR19787878784"],
    );
    assert.equal(french.notes.find(({ subject }) => subject === "PMT").text.startsWith("Indemnité forfaitaire"), true);
  });

  test("are read as ZUGFeRD 1", async () => {
    const found = await readFolder(facturX, "xml");
    const comfort = found.get("zugferd-comfort.xml");
    assert.equal(comfort.detail, "ZUGFeRD, profil COMFORT");
    assert.deepEqual([invoice(comfort).amount, invoice(comfort).dueOn], ["529.87", "2013-04-04"]);
  });

  test("are told from orders", async () => {
    const found = await readFolder(facturX, "xml");
    for (const name of ["order-x-basic.xml", "order-x-comfort.xml"]) assert.equal(found.get(name).refused.code, "notAnInvoice");
  });

  test("are found within a PDF", async () => {
    const [file] = (await readFolder(facturX, "pdf")).values();
    assert.deepEqual([file.kind, file.lines[0].place.within, invoice(file).number], ["pdf", "factur-x.xml", "F20260023"]);
  });
});

describe("the accounting exports of Tryton", () => {
  /** What customers owe by an export, read apart: the lines of their accounts added up, and the debits without a letter. */
  const OWED = `
import csv, decimal
rows = csv.DictReader(open(sys.argv[1], encoding="utf-8", newline=""), delimiter="\\t")
customers = [row for row in rows if row["CompteNum"].startswith("411") and row["JournalCode"] != "OUV"]
cents = lambda text: int(decimal.Decimal(text.replace(",", ".") or "0") * 100)
print(json.dumps({
  "left": sum(cents(row["Debit"]) - cents(row["Credit"]) for row in customers),
  "open": sorted(cents(row["Debit"]) for row in customers if cents(row["Debit"]) and not row["EcritureLet"]),
}))`;
  const cents = (amount) => Math.round(Number(amount) * 100);
  const left = ({ amount, settlements = [] }) => settlements.reduce((rest, one) => rest - cents(one.amount), cents(amount));

  for (const [name, settled] of [["FEC.csv", 1], ["FEC-previous.csv", 0]]) {
    test(`${name} gives what is open and what is settled`, async () => {
      const path = join(folder, name);
      await writeFile(path, (await readFile(join(fec, name), "utf8")).replaceAll("{current_date}", "20180115"));
      const file = (await read(path)).get(name);
      assert.equal(file.kind, "fec");
      const owed = await ask(OWED, path);
      const invoices = file.lines.map(({ outcome }) => outcome).filter(({ is }) => is === "invoice");
      const open = invoices.map(left).filter((rest) => rest !== 0);
      assert.deepEqual(open.sort((one, other) => one - other), owed.open);
      assert.equal(open.reduce((sum, rest) => sum + rest, 0), owed.left);
      assert.equal(invoices.length - open.length, settled);
      for (const { debtor } of invoices) assert.equal(debtor.name, "Party");
      // It writes a dash where a document has no reference: each invoice has the number of its entry, so that no two are taken for one.
      assert.equal(new Set(invoices.map(({ number }) => number)).size, invoices.length);
    });
  }

  test("a balance carried over that names no invoice is left aside, and says so", async () => {
    const path = join(folder, "FEC.csv");
    const [{ outcome, place }] = (await read(path)).get("FEC.csv").lines;
    assert.deepEqual([outcome.is, outcome.code, place.row], ["refused", "openingBalance", 2]);
  });
});

describe("workbooks that openpyxl writes", () => {
  test("give texts, numbers and days", async () => {
    const path = join(folder, "written.xlsx");
    await ask(
      `
import datetime, openpyxl
book = openpyxl.Workbook()
book.active.title = "Notes"
book.active.append(["Rien", "ici"])
sheet = book.create_sheet("Factures")
sheet.append(["Export du 22/11/2026"])
sheet.append([])
sheet.append(["N° de facture", "Client", "Date", "Échéance", "Total TTC", "Reste à payer"])
sheet.append(["F-1", "Dupont & fils", datetime.date(2026, 1, 5), datetime.datetime(2026, 2, 4, 12, 30), 1850.1, 119.99999999999999])
sheet.append(["F-2", "Martin", "13/01/2026", None, "1 234,56 €", None])
sheet.append(["F-3", "Martin", datetime.date(2026, 1, 14), None, 33.33 * 1.2, None])
sheet.append(["Total", None, None, None, 3084.66, None])
book.save(sys.argv[1])
print("null")`,
      path,
    );
    const file = (await read(path)).get("written.xlsx");
    assert.deepEqual([file.kind, file.detail], ["xlsx", "Factures"]);
    const [first, second, third, total] = file.lines.map(({ outcome }) => outcome);
    assert.deepEqual(
      [first.number, first.debtor.name, first.issuedOn, first.dueOn, first.amount, first.remaining, first.paid],
      ["F-1", "Dupont & fils", "2026-01-05", "2026-02-04", "1850.10", "120.00", "1730.10"],
    );
    assert.deepEqual([second.issuedOn, second.amount], ["2026-01-13", "1234.56"]);
    assert.deepEqual([third.amount, file.lines[2].derived[0].code], ["40.00", "rounded"]);
    assert.deepEqual([total.code, file.lines[3].place], ["totalRow", { row: 7, sheet: "Factures", number: "Total" }]);
  });
});

describe("an exported ledger", () => {
  before(() => run(join(examples, "export"), [folder]));

  test("opens in openpyxl with numbers, days and texts", async () => {
    const rows = await ask(
      `
import openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).active
print(json.dumps([[(type(cell.value).__name__, str(cell.value), cell.number_format) for cell in row] for row in sheet.iter_rows()]))`,
      join(folder, "ledger.xlsx"),
    );
    assert.deepEqual(rows[0].slice(0, 3).map(([, text]) => text), ["Type", "Numéro de facture", "Nom du client"]);
    const [, number, name, account, issued, , amount] = rows[1];
    assert.deepEqual([number[1], name[0], name[1], account.slice(0, 2)], ["F-2026-014", "str", "=Brun & Fils <SARL>", ["str", "00042"]]);
    assert.deepEqual([issued, amount], [["datetime", "2026-01-05 00:00:00", "dd/mm/yyyy"], ["float", "1850.0", "#,##0.00"]]);
    assert.equal(rows.length, 5);
  });

  test("opens in Python's csv, and no cell is a formula", async () => {
    const rows = await ask(
      `
import csv
print(json.dumps(list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline=""), delimiter=";"))))`,
      join(folder, "ledger.csv"),
    );
    assert.deepEqual(rows[1].slice(0, 7), ["facture", "F-2026-014", "'=Brun & Fils <SARL>", "00042", "05/01/2026", "04/02/2026", "1850,00"]);
    for (const cell of rows.flat()) assert.doesNotMatch(cell, /^\s*[=+@-]/);
  });

  test("gives the same in every format", async () => {
    const found = await read(...["csv", "xlsx", "json"].map((format) => join(folder, `ledger.${format}`)));
    const outcomes = [...found.values()].map((file) => file.lines.map(({ outcome }) => outcome));
    assert.equal(outcomes[0].length, 3);
    assert.deepEqual(outcomes[1], outcomes[0]);
    assert.deepEqual(outcomes[2], outcomes[0]);
  });
});
