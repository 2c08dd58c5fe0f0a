// What goes out with a letter or beside it, read again by others: e-mail drafts by Python's `email`, calendars by `icalendar`,
// tables by Python's `csv`, archives by `zipfile` and `unzip`, links as a browser takes them apart.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Where `cargo xtask test` has the samples written, and the Python that has what the tests use from PyPI. */
const { DUMENT_SAMPLES: samples, DUMENT_PYTHON: python } = process.env;
if (!samples || !python) throw new Error("run this with `cargo xtask test`");

const sample = (name) => join(samples, name);

/** What a Python script gives as JSON. */
async function ask(script, ...args) {
  const { stdout } = await run(python, ["-c", `import json, sys\n${script}`, ...args], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout);
}

/** The files that are attached to the sample, and kept in its archive, by the names they have there. */
const NAMES = [
  "Mise en demeure.pdf",
  "Décompte détaillé des sommes dues par la société Brun & Fils au 10 juillet 2026.csv",
  "pièces- liste-.txt",
  "_CON.txt",
  "-con.TXT",
  "_con (2).txt",
];

describe("an e-mail draft", () => {
  const READ = `
import email, email.policy
message = email.message_from_bytes(open(sys.argv[1], "rb").read(), policy=email.policy.default)
parts = list(message.walk())
print(json.dumps({
    "headers": [[name, str(value)] for name, value in message.items()],
    "defects": [str(d) for part in parts for d in part.defects] + [str(d) for part in parts for value in part.values() for d in getattr(value, "defects", [])],
    "body": message.get_body(("plain",)).get_content(),
    "attached": [[part.get_filename(), part.get_content_type(), part.get_payload(decode=True).hex()] for part in message.iter_attachments()],
}))`;

  test("is what Python's email reads without a complaint", async () => {
    const { headers, defects, body, attached } = await ask(READ, sample("attached.eml"));
    assert.deepEqual(defects, []);
    assert.deepEqual(headers.slice(0, 4), [
      ["To", "compta+dus@brun.example"],
      ["Subject", "Mise en demeure de payer, facture F-2026-014"],
      ["X-Unsent", "1"],
      ["MIME-Version", "1.0"],
    ]);
    assert.equal(body.replaceAll("\r\n", "\n"), await readFile(sample("notice.txt"), "utf8"));
    assert.deepEqual(attached.map(([name]) => name), NAMES);
    assert.deepEqual(attached.map(([, type]) => type).slice(0, 3), ["application/pdf", "text/csv", "text/plain"]);
    assert.deepEqual(Buffer.from(attached[0][2], "hex"), await readFile(sample("notice.pdf")));
    assert.equal(attached[4][2].length, 200_000);
  });

  test("keeps hostile text out of its headers", async () => {
    const { headers, defects, body } = await ask(READ, sample("hostile.eml"));
    assert.deepEqual(defects, []);
    assert.deepEqual(headers.map(([name]) => name), ["Subject", "X-Unsent", "MIME-Version", "Content-Type"]);
    assert.match(headers[0][1], /^<w:p>&amp;\]\]> .* =HYPERLINK\("x"\).*😀 שלום/);
    assert(body.includes("東京"));
  });
});

describe("a calendar", () => {
  const READ = `
import icalendar
text = open(sys.argv[1], "rb").read()
calendar = icalendar.Calendar.from_ical(text)
assert all(len(line) <= 75 for line in text.split(b"\\r\\n"))
print(json.dumps({
    "version": str(calendar["VERSION"]), "product": str(calendar["PRODID"]), "errors": [str(e) for c in calendar.walk() for e in c.errors],
    "events": [{
        "uid": str(event["UID"]), "start": event.decoded("DTSTART").isoformat(), "end": event.decoded("DTEND").isoformat(),
        "stamp": event.decoded("DTSTAMP").isoformat(), "sequence": event["SEQUENCE"], "title": str(event["SUMMARY"]),
        "description": str(event["DESCRIPTION"]),
        "hours": [alarm.decoded("TRIGGER").total_seconds() / 3600 for alarm in event.walk("VALARM")],
    } for event in calendar.walk("VEVENT")],
}))`;

  test("is what icalendar reads back whole", async () => {
    const { version, errors, events } = await ask(READ, sample("deadlines.ics"));
    assert.deepEqual([version, errors], ["2.0", []]);
    const [limitation, reminder, again, hostile] = events;
    assert.equal(limitation.title, "Facture F-2026-014\u00a0: dernier jour ouvré pour agir en justice");
    assert.equal(limitation.description, "Une relance ne prolonge pas ce délai.\nÀ vérifier, avec un professionnel\u00a0; ou non.");
    assert.deepEqual([limitation.start, limitation.end], ["2031-05-16", "2031-05-17"]);
    assert.match(limitation.stamp, /^2026-07-10T00:00:00/);
    // Nine in the morning of the 90th, 30th and 7th day before.
    assert.deepEqual(limitation.hours, [9 - 90 * 24, 9 - 30 * 24, 9 - 7 * 24]);
    assert.deepEqual([reminder.hours, again.hours, hostile.hours], [[9], [], [9 - 24]]);
    assert.deepEqual([again.start, again.end], ["2028-02-29", "2028-03-01"]);
    assert.equal(new Set(events.map(({ uid }) => uid)).size, 4);
    assert.equal(hostile.title, 'A;B,C\\D "E" <b>\nEND:VCALENDAR 😀 é'.repeat(20));
  });
});

describe("a table", () => {
  const READ = `
import csv
print(json.dumps(list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline=""), delimiter=";", strict=True))))`;

  test("adds up as a spreadsheet reads it", async () => {
    const [head, ...rows] = await ask(READ, sample("five-hundred.csv"));
    assert.deepEqual(head, ["Période", "Jours", "Taux annuel (%)", "Base (€)", "Montant (€)"]);
    const amounts = rows.map((row) => Number(row[4].replace(",", ".")));
    assert(amounts.every((amount) => amount > 0));
    const interest = amounts.slice(0, 500).reduce((sum, amount) => sum + Math.round(amount * 100), 0);
    assert.equal(interest, Math.round(amounts[500] * 100));
    assert.equal(rows.length, 503);
  });

  test("holds no formula", async () => {
    const cells = (await ask(READ, sample("hostile.csv"))).flat();
    assert(cells.length > 10);
    for (const cell of cells) assert.doesNotMatch(cell, /^\s*[=+@\t]/);
  });
});

describe("an archive", () => {
  const READ = `
import zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    print(json.dumps([[f.filename, f.date_time, f.file_size, f.flag_bits, archive.read(f).hex()] for f in archive.infolist()]))`;
  let folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "dument-zip-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test("is whole for Python, its files dated by the letter", async () => {
    const files = await ask(READ, sample("case.zip"));
    assert.deepEqual(files.map(([name]) => name), NAMES);
    for (const [, date, , flags] of files) assert.deepEqual([date, flags], [[2026, 7, 10, 0, 0, 0], 0x800]);
    assert.deepEqual(Buffer.from(files[0][4], "hex"), await readFile(sample("notice.pdf")));
    const list = Buffer.from(files[2][4], "hex").toString().replaceAll("\u00a0", " ");
    assert.match(list, /^Mise en demeure de payer, facture F-2026-014 \(10 juillet 2026\)\n1\. Copie de la facture F-2026-014\n2\. /);
  });

  test("is whole for unzip, which makes readable files of it", async () => {
    await run("unzip", ["-tq", sample("case.zip")]);
    await run("unzip", ["-q", sample("case.zip"), "-d", folder]);
    assert.equal(await readFile(join(folder, "_con (2).txt"), "utf8"), "x");
  });
});

test("links carry the message to the right person, and nothing else", async () => {
  const [mailto, sms] = (await readFile(sample("links.txt"), "utf8")).split("\n").map((link) => new URL(link));
  assert.equal(decodeURIComponent(mailto.pathname), "compta+dus@brun.example");
  assert.deepEqual([...mailto.searchParams.keys()], ["subject", "body"]);
  assert.equal(mailto.searchParams.get("subject"), "Mise en demeure de payer, facture F-2026-014");
  const body = "Bonjour,\r\n\r\nla facture F-2026-014 & l’acompte «\u00a0à 50\u00a0%\u00a0» restent dus\u00a0: 1\u202f850,00\u202f€ + frais.\r\nMerci\u202f?";
  assert.equal(mailto.searchParams.get("body"), body);
  assert.equal(sms.pathname, "+33612345678");
  assert.deepEqual([...sms.searchParams.keys()], ["body"]);
  assert.equal(sms.searchParams.get("body"), "Bonjour,\n\nla facture F-2026-014 & l'acompte \"à 50 %\" restent dus : 1 850,00 € + frais.\nMerci ?");
});
