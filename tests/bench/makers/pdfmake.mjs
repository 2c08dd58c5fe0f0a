// The notice by pdfmake, as its guide describes a document: the same font, texts, sizes and pages; no tags.

import pdfMake from "pdfmake/build/pdfmake.js";

export function start({ font }) {
  pdfMake.addVirtualFileSystem({ "serif.ttf": { data: base64(new Uint8Array(font)), encoding: "base64" } });
  pdfMake.addFonts({ Serif: { normal: "serif.ttf", bold: "serif.ttf", italics: "serif.ttf", bolditalics: "serif.ttf" } });
  return async (notice) => new Uint8Array(await pdfMake.createPdf(definition(notice)).getBuffer());
}

function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** Millimetres in points. */
const mm = (length) => (length * 72) / 25.4;

function definition(notice) {
  return {
    pageSize: "A4",
    pageMargins: [mm(25), mm(20), mm(25), mm(22)],
    info: { title: notice.title, author: notice.author },
    language: "fr-FR",
    compress: true,
    defaultStyle: { font: "Serif", fontSize: 10.5, lineHeight: 1 },
    footer: (page, pages) => ({ text: `${page}/${pages}`, alignment: "right", fontSize: 8.7, margin: [0, 0, mm(25), 0] }),
    content: content(notice.blocks),
  };
}

function content(blocks) {
  let breaks = false;
  return blocks.flatMap((block) => {
    if (block.kind === "pageBreak") {
      breaks = true;
      return [];
    }
    const made = WRITERS[block.kind](block);
    if (breaks) made[0].pageBreak = "before";
    breaks = false;
    return made;
  });
}

const pairs = (items) => ({ layout: "noBorders", table: { widths: [mm(40), "*"], body: items.map(({ label, value }) => [label, value]) } });

const WRITERS = {
  sender: ({ lines }) => lines.map((text, index) => ({ text, fontSize: index ? 8.7 : 12, bold: !index })),
  recipient: ({ lines }) => lines.map((text, index) => ({ text, bold: !index, absolutePosition: { x: mm(105), y: mm(55) + index * 14.5 } })),
  placeAndDate: ({ text }) => [{ text, margin: [mm(80), mm(45), 0, 0] }],
  delivery: ({ text }) => [{ text, margin: [0, 0, 0, 10] }],
  subject: ({ text }) => [{ text: `Objet\u00a0: ${text}`, fontSize: 11.5, bold: true }],
  heading: ({ text }) => [{ text, fontSize: 13.5, bold: true, margin: [0, 0, 0, 8] }],
  paragraph: ({ text }) => [{ text, margin: [0, 3, 0, 3] }],
  references: ({ items }) => [pairs(items)],
  facts: ({ title, items }) => [{ text: title, bold: true }, pairs(items)],
  signature: ({ lines }) => lines.map((text, index) => ({ text, margin: [mm(80), index ? 0 : mm(18), 0, 0] })),
  enclosures: ({ items }) => [{ text: "Pièces jointes\u00a0:" }, { ul: items }],
  table: ({ caption, columns, rows }) => [
    { text: caption, bold: true },
    {
      layout: "lightHorizontalLines",
      fontSize: 9.5,
      table: {
        headerRows: 1,
        widths: columns.map((_, index) => (index ? "auto" : "*")),
        body: [
          columns.map(({ title, align }) => ({ text: title, bold: true, alignment: align === "end" ? "right" : "left" })),
          ...rows.map(({ cells, total }) =>
            cells.map((text, index) => ({ text, bold: total, alignment: columns[index].align === "end" ? "right" : "left" })),
          ),
        ],
      },
    },
  ],
};
