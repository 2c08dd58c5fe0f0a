// Finished DOCX files, opened by programs that nobody here wrote: the Open XML SDK's validator, the schemas of ISO 29500,
// LibreOffice, pandoc, python-docx, and a reader of QR codes.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import validate from "@ooxml-tools/validate";
import jsQR from "jsqr";

const run = promisify(execFile);

/** Where `cargo xtask test` has the samples written, and the Python that has what the tests use from PyPI. */
const { DUMENT_SAMPLES: samples, DUMENT_PYTHON: python } = process.env;
if (!samples || !python) throw new Error("run this with `cargo xtask test`");

const sample = (name) => join(samples, `${name}.docx`);
const files = (await readdir(samples)).filter((name) => name.endsWith(".docx")).map((name) => join(samples, name));
assert(files.length >= 6, "the samples are not there");

/** The schemas, in a package of which nothing else is used. */
const schemas = join(dirname(fileURLToPath(import.meta.resolve("docx-validate"))), "schemas");

/** What a Python script gives as JSON. */
async function ask(script, ...args) {
  const { stdout } = await run(python, ["-c", `import json, sys\n${script}`, ...args], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout);
}

/** Plain spaces for the others. */
const plain = (text) => text.replaceAll(/[\u00a0\u202f]/g, " ");

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "dument-docx-"));
});
after(() => rm(folder, { recursive: true, force: true }));

describe("the validator of the Open XML SDK", () => {
  const faults = async (bytes) => (await validate(bytes, "Microsoft365")).map(({ description, path }) => `${path.partUri} ${path.xpath}: ${description}`);

  for (const file of files) {
    test(`finds no fault in ${basename(file)}`, async () => {
      assert.deepEqual(await faults(await readFile(file)), []);
    });
  }

  test("is no rubber stamp", async () => {
    const broken = join(folder, "broken.docx");
    await ask(SPOIL, sample("notice"), broken, "<w:keepNext/></w:pPr>", '<w:jc w:val="middle"/><w:keepNext/></w:pPr>');
    assert.notDeepEqual(await faults(await readFile(broken)), []);
  });
});

describe("the schemas of ISO 29500-4 (transitional) and of its packages", () => {
  /** Each part against the schema of its namespace; that of the core properties imports others that no registry has. */
  const VALIDATE = `
import zipfile
from lxml import etree
schemas, faults, checked = {}, [], 0
def schema(path):
    if path not in schemas:
        schemas[path] = etree.XMLSchema(etree.parse(sys.argv[1] + "/" + path))
    return schemas[path]
with zipfile.ZipFile(sys.argv[2]) as parts:
    for name in parts.namelist():
        if name == "docProps/core.xml" or name.endswith(".png"):
            continue
        path = ("ecma/fourth-edition/opc-contentTypes.xsd" if name == "[Content_Types].xml"
            else "ecma/fourth-edition/opc-relationships.xsd" if name.endswith(".rels")
            else "ISO-IEC29500-4_2016/shared-documentPropertiesExtended.xsd" if name == "docProps/app.xml"
            else "ISO-IEC29500-4_2016/wml.xsd")
        part = etree.fromstring(parts.read(name))
        # What the schema of WordprocessingML leaves to those of drawings.
        for picture in part.iter("{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"):
            if not schema("ISO-IEC29500-4_2016/dml-picture.xsd").validate(picture):
                faults.append(name + ": " + str(schema("ISO-IEC29500-4_2016/dml-picture.xsd").error_log.last_error))
        if not schema(path).validate(part):
            faults.append(name + ": " + str(schema(path).error_log.last_error))
        checked += 1
assert checked >= 12
print(json.dumps(faults))`;

  for (const file of files) {
    test(`hold in ${basename(file)}`, async () => {
      assert.deepEqual(await ask(VALIDATE, schemas, file), []);
    });
  }

  test("are no rubber stamp", async () => {
    const broken = join(folder, "disordered.docx");
    await ask(SPOIL, sample("notice"), broken, "<w:cantSplit/><w:tblHeader/></w:trPr>", "<w:tblHeader/></w:trPr><w:cantSplit/>");
    assert.notDeepEqual(await ask(VALIDATE, schemas, broken), []);
  });
});

/** The same file with one change in its text part. */
const SPOIL = `
import zipfile
source, target, old, new = sys.argv[1:]
with zipfile.ZipFile(source) as given, zipfile.ZipFile(target, "w") as spoilt:
    for name in given.namelist():
        content = given.read(name).decode() if name == "word/document.xml" else given.read(name)
        if name == "word/document.xml":
            assert old in content
            content = content.replace(old, new, 1)
        spoilt.writestr(name, content)
print("null")`;

describe("LibreOffice", () => {
  /** The text of each page of a DOCX that LibreOffice has made a PDF of. */
  async function pages(name) {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    await run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, sample(name)]);
    const { stdout } = await run("pdftotext", ["-layout", join(folder, `${name}.pdf`), "-"]);
    return plain(stdout).split("\f").slice(0, -1);
  }

  test("shows the whole letter, numbered, with its title", async () => {
    const all = await pages("notice");
    const text = all.join("\n");
    for (const words of ["Brun & Fils SAS", "Objet : Mise en demeure de payer", "10 107,26 €", "FR76 3000 6000", "Claire Lemoine", "– Copie de la facture"]) {
      assert(text.includes(words), `« ${words} » is not in\n${text}`);
    }
    all.forEach((page, index) => assert.match(page, new RegExp(`\\b${index + 1}/${all.length}\\s*$`)));
    const { stdout: info } = await run("pdfinfo", [join(folder, "notice.pdf")]);
    assert.match(info, /^Title: +Mise en demeure de payer, facture F-2026-014$/m);
  });

  test("repeats the header of a long table, and names the writer from the second page on", async () => {
    const all = await pages("hundred");
    const withTable = all.filter((page) => /Facture F-2026-\d+, du/.test(page));
    assert(withTable.length >= 3);
    for (const page of withTable) assert.equal(page.match(/^ *Période .*Montant/gm)?.length, 1);
    all.slice(1).forEach((page) => assert.match(page, /^\s*Atelier Nord SARL\s*$/m));
    for (let row = 1; row <= 100; row++) assert(all.join("").includes(`F-2026-${String(row).padStart(3, "0")}, du`), `row ${row}`);
  });

  test("shows hostile text as text", async () => {
    const text = (await pages("hostile")).join("\n").replaceAll(/\s+/g, " ");
    for (const shown of ['<w:p>&amp;]]> " \' =HYPERLINK("x")', "%PDF-1.7 (\\) endobj", "東京"]) assert(text.includes(shown), shown);
  });
});

describe("pandoc", () => {
  /** The blocks of a DOCX, each with the style of its paragraphs. */
  async function blocks(name) {
    const { stdout } = await run("pandoc", ["--from", "docx+styles", "--to", "json", sample(name)], { maxBuffer: 64 * 1024 * 1024 });
    return JSON.parse(stdout);
  }
  const words = (part) => {
    const found = [];
    JSON.stringify(part, (_, node) => {
      if (node?.t === "Str") found.push(node.c);
      if (node?.t === "Space" || node?.t === "SoftBreak") found.push(" ");
      return node;
    });
    return plain(found.join(""));
  };

  test("knows the headings, the styles and the table", async () => {
    const { blocks: all } = await blocks("annex");
    const headings = all.filter(({ t }) => t === "Header").map(({ c }) => [c[0], words(c[2])]);
    assert.deepEqual(headings, [[1, "Annexe : décompte des sommes dues"]]);
    const styled = JSON.stringify(all);
    for (const style of ["Nom de l’expéditeur", "Nom du destinataire", "Title", "Renseignements", "Signature", "caption"]) {
      assert(styled.includes(`["custom-style","${style}"]`), style);
    }
    const tables = all.filter(({ t }) => t === "Table");
    assert.equal(tables.length, 1);
    const [, , columns, [, head], [[, , , body]]] = tables[0].c;
    assert.equal(columns.length, 5);
    assert.deepEqual(head.map(words), ["PériodeJoursTaux annuelBaseMontant"]);
    assert.equal(body.length, 12);
    assert.equal(words(body[0][1][4]), "33,29 €");
  });

  test("knows the list of enclosures and the payment code", async () => {
    assert.match(words((await blocks("notice")).blocks.filter(({ t }) => t === "BulletList" || t === "Div")), /Copie de la facture F-2026-014/);
    const { stdout } = await run("pandoc", ["--from", "docx", "--to", "html", sample("agreement")]);
    assert.match(plain(stdout).replaceAll("\n", " "), /<img[^>]+alt="Pour payer avec l’application de votre banque : /);
  });
});

describe("python-docx", () => {
  const READ = `
import docx
from docx.oxml.ns import qn
letter = docx.Document(sys.argv[1])
section = letter.sections[0]
used = {p.style.name for p in letter.paragraphs}
language = letter.styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:lang")).get(qn("w:val"))
tables = [{
    "style": table.style.name,
    "cells": [[cell.text for cell in row.cells] for row in table.rows],
    "headers": [row._tr.find(".//" + qn("w:tblHeader")) is not None for row in table.rows],
    "whole": all(row._tr.find(".//" + qn("w:cantSplit")) is not None for row in table.rows),
} for table in letter.tables]
print(json.dumps({
    "title": letter.core_properties.title, "author": letter.core_properties.author,
    "created": letter.core_properties.created.isoformat(), "language": language, "styles": sorted(used), "tables": tables,
    "heading": [p.text for p in letter.paragraphs if p.style.name.startswith("Heading")],
    "header": section.header.paragraphs[0].text, "footer": section.footer.paragraphs[0].text,
    "first": section.first_page_header.paragraphs[0].text, "pictures": len(letter.inline_shapes),
}))`;

  test("knows properties, styles, header and footer", async () => {
    const letter = await ask(READ, sample("annex"));
    assert.equal(letter.title, "Mise en demeure de payer, facture F-2026-014");
    assert.equal(letter.author, "Atelier Nord SARL");
    assert.match(letter.created, /^2026-07-10T00:00:00/);
    assert.equal(letter.language, "fr-FR");
    for (const style of ["Title", "Signature", "Caption", "Nom du destinataire", "Normal"]) assert(letter.styles.includes(style), style);
    assert.deepEqual(letter.heading, ["Annexe\u00a0: décompte des sommes dues"]);
    assert.equal(letter.header, "Atelier Nord SARL");
    assert.equal(letter.first, "");
    assert.equal(letter.footer, "Mise en demeure de payer, facture F-2026-014\t1/1");
  });

  test("knows the statement as a table whose header comes back and whose rows stay whole", async () => {
    const [table, ...others] = (await ask(READ, sample("annex"))).tables;
    assert.equal(others.length, 0);
    assert.equal(table.style, "Décompte");
    assert.deepEqual(table.cells[0], ["Période", "Jours", "Taux annuel", "Base", "Montant"]);
    assert.deepEqual(table.headers, [true, ...table.cells.slice(1).map(() => false)]);
    assert(table.whole);
    assert.equal(table.cells.length, 13);
  });

  test("reads one who signs whole before the other", async () => {
    const { tables, pictures } = await ask(READ, sample("agreement"));
    assert.deepEqual(tables[1].cells, [["Le créancier\nAtelier Nord SARL\nClaire Lemoine, gérante", "Le débiteur\nBrun & Fils SAS\nPaul Brun, président"]]);
    assert.equal(pictures, 1);
  });

  test("edits and saves it, still valid", async () => {
    const edited = join(folder, "edited.docx");
    const EDIT = `
import docx
letter = docx.Document(sys.argv[1])
letter.paragraphs[-1].insert_paragraph_before("Ajouté à la main.", style="List Bullet")
letter.tables[0].add_row().cells[0].text = "Ajoutée"
letter.save(sys.argv[2])
print("null")`;
    await ask(EDIT, sample("notice"), edited);
    assert.deepEqual(await validate(await readFile(edited), "Microsoft365"), []);
  });
});

test("a QR reader reads the payment code from the picture", async () => {
  const PIXELS = `
import io, zipfile, zlib, struct
png = zipfile.ZipFile(sys.argv[1]).read("word/media/code1.png")
assert png[:8] == b"\\x89PNG\\r\\n\\x1a\\n"
at, parts = 8, {}
while at < len(png):
    size, name = struct.unpack(">I4s", png[at:at + 8])
    content = png[at + 8:at + 8 + size]
    assert zlib.crc32(name + content) == struct.unpack(">I", png[at + 8 + size:at + 12 + size])[0]
    parts[name], at = content, at + 12 + size
width, height, depth, colour = struct.unpack(">IIBB", parts[b"IHDR"][:10])
assert (depth, colour) == (1, 0)
rows, line = zlib.decompress(parts[b"IDAT"]), width // 8 + 1
assert len(rows) == line * height
print(json.dumps({"width": width, "height": height, "light": ["".join(f"{byte:08b}" for byte in rows[y * line + 1:(y + 1) * line]) for y in range(height)]}))`;
  const { width, height, light } = await ask(PIXELS, sample("agreement"));
  const data = Uint8ClampedArray.from(light.join(""), Number).reduce((points, point, i) => {
    points.fill(255 * point, i * 4, i * 4 + 3);
    points[i * 4 + 3] = 255;
    return points;
  }, new Uint8ClampedArray(width * height * 4));
  assert.equal(jsQR(data, width, height)?.data, await readFile(join(samples, "payment.txt"), "utf8"));
});
