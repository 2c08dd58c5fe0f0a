// Finished PDF files, opened by programs that nobody here wrote: qpdf, poppler, MuPDF, a checker of PDF/A and PDF/UA, and
// a reader of QR codes.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";

import jsQR from "jsqr";

const run = promisify(execFile);

/** Where `cargo xtask test` has the samples written, and the Python that has what the tests use from PyPI. */
const { DUMENT_SAMPLES: samples, DUMENT_PYTHON: python } = process.env;
if (!samples || !python) throw new Error("run this with `cargo xtask test`");

const sample = (name) => join(samples, `${name}.pdf`);
const files = (await readdir(samples)).filter((name) => name.endsWith(".pdf")).map((name) => join(samples, name));
assert(files.length >= 7, "the samples are not there");

/** Debian's MuPDF is built without colour management, and says so every time. */
const SAID_ALWAYS = "warning: ICC support is not available\n";

/** What a program prints, and nothing on its other channel. */
async function print(program, ...args) {
  const { stdout, stderr } = await run(program, args, { maxBuffer: 64 * 1024 * 1024 });
  assert.equal(stderr.replace(SAID_ALWAYS, ""), "", `${program} complains`);
  return stdout;
}

/** The text of a PDF as a person copies it, plain spaces for the others. */
const text = async (file, ...args) => (await print("pdftotext", "-layout", ...args, file, "-")).replaceAll(/[\u00a0\u202f]/g, " ");

/** The text of each page. */
const pages = async (file) => (await text(file)).split("\f").slice(0, -1);

const cents = (amount) => Number(amount.replaceAll(/[ ,€]/g, ""));

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "dument-pdf-"));
});
after(() => rm(folder, { recursive: true, force: true }));

for (const file of files) {
  describe(basename(file), () => {
    test("qpdf finds no fault", async () => {
      assert.match(await print("qpdf", "--check", file), /No syntax or stream encoding errors found/);
    });

    test("MuPDF draws every page without a word", async () => {
      await print("mutool", "draw", "-q", "-r", "50", "-o", join(folder, "page-%d.png"), file);
    });

    test("every font is embedded, a subset, and readable as text", async () => {
      const fonts = (await print("pdffonts", file)).trim().split("\n").slice(2);
      assert(fonts.length >= 1);
      for (const line of fonts) assert.match(line, /CID TrueType +Identity-H +yes +yes +yes/);
    });

    test("PDF/UA-1 and PDF/A hold, as another library checks them", async () => {
      const archival = basename(file) === "attachment.pdf" ? "PDF_A_3A" : "PDF_A_2A";
      assert.deepEqual(await faults(file, archival), []);
      assert.deepEqual(await faults(file, "PDF_UA_1"), []);
    });

    test("every page bears its number where there are several", async () => {
      const all = await pages(file);
      all.forEach((page, index) => {
        if (all.length > 1) assert.match(page, new RegExp(`(^|\\s)${index + 1}/${all.length}\\s*$`));
      });
    });
  });
}

test("every kind of letter to every debtor holds PDF/UA-1 and PDF/A too", async () => {
  const script = `
import json, page, pathlib, sys
faults = []
files = sorted(pathlib.Path(sys.argv[1]).glob("*.pdf"))
assert len(files) > 40
for file in files:
    for profile in (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1):
        faults += [f"{file.name} {failure.rule_id} {failure.message}" for failure in page.validate_pdf(file, profile=profile).failures]
print(json.dumps(faults))`;
  assert.deepEqual(JSON.parse(await print(python, "-c", script, join(samples, "letters"))), []);
});

/** What the checker holds against a file. */
async function faults(file, profile) {
  const script = `
import json, page, sys
report = page.validate_pdf(sys.argv[1], profile=getattr(page.ValidationProfile, sys.argv[2]))
assert report.rules.total > 50
print(json.dumps([failure.rule_id + " " + failure.message for failure in report.failures]))
assert report.is_compliant == (not report.failures)`;
  return JSON.parse(await print(python, "-c", script, file, profile));
}

test("the checker is no rubber stamp", async () => {
  const good = await readFile(sample("agreement"), "latin1");
  const broken = join(folder, "broken.pdf");
  // Each fault keeps the length, so that the file itself stays whole.
  for (const [profile, from, to] of [
    ["PDF_UA_1", "/Lang(", "/Lanx("],
    ["PDF_UA_1", "/DisplayDocTitle true", "/DisplayDocTitle null"],
    ["PDF_UA_1", "/Alt<", "/Alx<"],
    ["PDF_UA_1", "/Marked true", "/Marked null"],
    ["PDF_A_2A", "<pdfaid:part>2", "<pdfaid:part>1"],
    ["PDF_A_2A", "/ToUnicode", "/ToUnicodx"],
  ]) {
    assert(good.includes(from), from);
    await writeFile(broken, good.replaceAll(from, to), "latin1");
    assert.notDeepEqual(await faults(broken, profile), [], `${from} becomes ${to}`);
  }
});

/** Operators that leave a mark on the page: text, paths, images, shadings. */
const PAINTS = new Set(["Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI"]);

/** The marked contents of a page by their number; fails where something is painted outside of any. */
function markedContents(stream) {
  // Strings are left out: what they hold is no operator.
  const tokens = stream.replaceAll(/\((?:\\[^]|[^\\()])*\)|<[0-9A-Fa-f\s]*>/g, " ").match(/\/[^\s/<>[\]()]+|<<|>>|[^\s/<>[\]()]+/g);
  const open = [];
  const numbers = [];
  tokens.forEach((token, index) => {
    if (token === "BMC") open.push("artifact");
    if (token === "BDC") {
      const mcid = tokens.slice(tokens.lastIndexOf("<<", index), index).indexOf("/MCID");
      if (mcid >= 0) numbers.push(Number(tokens[tokens.lastIndexOf("<<", index) + mcid + 1]));
      open.push(token);
    }
    if (token === "EMC") assert(open.pop(), "an end without a beginning");
    if (PAINTS.has(token)) assert(open.length > 0, `${token} outside of any marked content`);
  });
  assert.equal(open.length, 0);
  return numbers;
}

test("all that is drawn belongs to one part of the structure, or is marked as decoration", async () => {
  for (const name of ["notice", "annex", "agreement", "hundred", "hostile"]) {
    const json = JSON.parse(await print("qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", sample(name)));
    const [, objects] = json.qpdf;
    const object = (reference) => objects[`obj:${reference}`];
    const value = (reference) => object(reference).value;
    const catalog = value(objects.trailer.value["/Root"]);
    const tree = value(catalog["/StructTreeRoot"]);
    const flat = tree["/ParentTree"]["/Nums"] ?? value(tree["/ParentTree"])["/Nums"];
    const parents = new Map(flat.flatMap((key, index) => (index % 2 ? [] : [[key, Array.isArray(flat[index + 1]) ? flat[index + 1] : value(flat[index + 1])]])));
    for (const { object: page } of json.pages) {
      const { "/Contents": contents, "/StructParents": key } = value(page);
      const stream = Buffer.from(object(contents).stream.data, "base64").toString("latin1");
      const numbers = markedContents(stream);
      // A page of ruled lines alone has no part of the structure.
      const own = parents.get(key) ?? [];
      assert.deepEqual(numbers.toSorted((one, other) => one - other), own.map((_, mcid) => mcid), `${name}: each number once`);
      for (const mcid of numbers) {
        const part = value(own[mcid]);
        const kids = [part["/K"]].flat().filter((kid) => kid === mcid || kid["/MCID"] === mcid);
        assert(kids.some((kid) => (kid["/Pg"] ?? part["/Pg"]) === page), `${name}: the part of ${mcid} knows it`);
      }
    }
  }
});

test("title, language and bookmarks are there", async () => {
  const info = await print("mutool", "show", sample("annex"), "trailer/Root/Lang", "trailer/Root/ViewerPreferences");
  assert.match(info, /fr-FR/);
  assert.match(info, /DisplayDocTitle true/);
  const outline = await print("mutool", "show", sample("annex"), "outline");
  assert.match(outline, /Mise en demeure de payer la somme[^]*Annexe/);
});

test("a screen reader walks headings, tables and the figure", async () => {
  // Poppler's own complaint about a key that is as the standard has it.
  const { stdout: walk } = await run("pdfinfo", ["-struct-text", sample("agreement")]);
  for (const part of ["H1", "P \\(", "Table", "Caption", "THead", "TBody", "TH", "TD", "Figure"]) assert.match(walk, new RegExp(`\\b${part}`));
  const { stdout: attributes } = await run("pdfinfo", ["-struct", sample("agreement")]);
  assert.match(attributes, /Scope/);
  // Where the figure is, as ISO 32000 asks: from the left margin to the right one.
  const [, left, , right] = attributes.match(/BBox \[([\d.]+) ([\d.]+) ([\d.]+) [\d.]+\]/);
  assert(Math.abs(left - 70.87) < 0.1 && Math.abs(right - 524.41) < 0.1, `${left}, ${right}`);
});

test("a table goes on overleaf with its header and its sums", async () => {
  for (const [name, invoices] of [["hundred", 100], ["five-hundred", 500]]) {
    const all = (await pages(sample(name))).filter((page) => page.includes("Facture F-2026-") && page.includes("Taux annuel"));
    assert(all.length >= 3);
    let sum = 0;
    let rows = 0;
    all.forEach((page, index) => {
      const lines = page.split("\n");
      const amount = (label) => cents(lines.find((line) => line.trim().startsWith(label)).match(/[\d ]+,\d\d €\s*$/)[0]);
      assert.equal(lines.filter((line) => /^ *Période .*Montant/.test(line)).length, 1, `the header on page ${index}`);
      if (index > 0) assert.equal(amount("Report "), sum);
      for (const line of lines.filter((line) => /^ *Facture F-2026-\d+, du/.test(line))) {
        sum += cents(line.match(/[\d ]+,\d\d €\s*$/)[0]);
        rows += 1;
      }
      if (index < all.length - 1) assert.equal(amount("À reporter"), sum);
      else assert.equal(amount("Intérêts"), sum);
    });
    assert.equal(rows, invoices);
  }
});

test("a QR reader reads the payment code from the page, in colour and in grey", async () => {
  const payload = await readFile(join(samples, "payment.txt"), "utf8");
  for (const options of [["-r", "150"], ["-r", "110", "-gray"]]) {
    const image = join(folder, "code");
    await print("pdftoppm", ...options, "-singlefile", sample("agreement"), image);
    const { data, width, height } = pixels(await readFile(`${image}.${options.includes("-gray") ? "pgm" : "ppm"}`));
    assert.equal(jsQR(data, width, height)?.data, payload, options.join(" "));
  }
});

/** An image of poppler's (PPM or PGM) as a canvas holds it. */
function pixels(image) {
  const [header, kind, width, height] = image.toString("latin1", 0, 32).match(/^(P[56])\s(\d+)\s(\d+)\s255\s/);
  const bytes = image.subarray(header.length);
  const channels = kind === "P6" ? 3 : 1;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++) data[pixel * 4 + channel] = bytes[pixel * channels + (channel % channels)];
  }
  return { data, width: Number(width), height: Number(height) };
}

test("an attached file comes back as it was, by two programs", async () => {
  const expected = await readFile(join(samples, "case.json"));
  const saved = join(folder, "case.json");
  await print("pdfdetach", "-save", "1", "-o", saved, sample("attachment"));
  assert.deepEqual(await readFile(saved), expected);
  assert.match(await print("pdfdetach", "-list", sample("attachment")), /1: dossier -t-\.json/);
  const { stdout } = await run("qpdf", ["--show-attachment=dossier -t-.json", sample("attachment")], { encoding: "buffer" });
  assert.deepEqual(stdout, expected);
  assert.match(await print("qpdf", "--list-attachments", "--verbose", sample("attachment")), /application\/json/);
  assert.match(await readFile(sample("attachment"), "latin1"), /\/AFRelationship ?\/Source/);
});

test("hostile text is shown as text", async () => {
  const all = await text(sample("hostile"));
  for (const shown of ["<w:p>&amp;]]>", "=HYPERLINK(\"x\")", "endobj", "[U+1F600]", "[U+05E9 U+05DC U+05D5 U+05DD]", "[U+6771 U+4EAC]"]) {
    assert(all.replaceAll(/\s+/g, " ").includes(shown), shown);
  }
});
