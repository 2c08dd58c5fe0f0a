// The notice by docx: the same texts, a real table and real headings.

import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";

export function start() {
  return async (notice) => new Uint8Array(await Packer.toArrayBuffer(build(notice)));
}

function build(notice) {
  let breaks = false;
  const children = notice.blocks.flatMap((block) => {
    if (block.kind === "pageBreak") {
      breaks = true;
      return [];
    }
    const made = WRITERS[block.kind](block, breaks);
    breaks = false;
    return made;
  });
  const number = new Paragraph({ alignment: AlignmentType.END, children: [new TextRun({ children: [PageNumber.CURRENT, "/", PageNumber.TOTAL_PAGES] })] });
  return new Document({
    title: notice.title,
    creator: notice.author,
    styles: { default: { document: { run: { font: "Source Serif 4", size: 21, language: { value: "fr-FR" } } } } },
    sections: [{ footers: { default: new Footer({ children: [number] }) }, children }],
  });
}

const bold = (text) => new Paragraph({ children: [new TextRun({ text, bold: true })] });
const plain = (text) => new Paragraph({ text, spacing: { after: 120 } });
const pairs = (items) => items.map(({ label, value }) => new Paragraph({ children: [new TextRun(label), new TextRun({ text: `\t${value}` })] }));
const right = (text) => new Paragraph({ text, indent: { left: 4535 } });

const WRITERS = {
  sender: ({ lines }) => [bold(lines[0]), ...lines.slice(1).map((text) => new Paragraph({ text }))],
  recipient: ({ lines }) => lines.map(right),
  placeAndDate: ({ text }) => [right(text)],
  delivery: ({ text }) => [plain(text)],
  subject: ({ text }) => [new Paragraph({ heading: HeadingLevel.TITLE, text: `Objet\u00a0: ${text}` })],
  heading: ({ text }, pageBreakBefore) => [new Paragraph({ heading: HeadingLevel.HEADING_1, text, pageBreakBefore })],
  paragraph: ({ text }) => [plain(text)],
  references: ({ items }) => pairs(items),
  facts: ({ title, items }) => [bold(title), ...pairs(items)],
  signature: ({ lines }) => lines.map(right),
  enclosures: ({ items }) => [plain("Pièces jointes\u00a0:"), ...items.map((text) => new Paragraph({ text, bullet: { level: 0 } }))],
  table: ({ caption, columns, rows }) => [bold(caption), table(columns, rows)],
};

function table(columns, rows) {
  const cell = (text, index, strong) =>
    new TableCell({
      children: [
        new Paragraph({
          alignment: columns[index].align === "end" ? AlignmentType.END : AlignmentType.START,
          children: [new TextRun({ text, bold: strong })],
        }),
      ],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: columns.map(({ title }, index) => cell(title, index, true)) }),
      ...rows.map(({ cells, total }) => new TableRow({ cantSplit: true, children: cells.map((text, index) => cell(text, index, total)) })),
    ],
  });
}
