// The notice by jsPDF, placed by hand as its users do: the same font, texts, sizes and pages; no tags, which it has not.

import { jsPDF } from "jspdf";

const [LEFT, RIGHT, TOP, BOTTOM, MIDDLE] = [25, 185, 20, 275, 105];
const LINE = 5.1;

export function start({ font }) {
  const bytes = new Uint8Array(font);
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return (notice) => draw(notice, text);
}

function draw(notice, font) {
  const pdf = new jsPDF({ unit: "mm", format: "a4", compress: true });
  for (const style of ["normal", "bold"]) {
    pdf.addFileToVFS(`serif-${style}.ttf`, font);
    pdf.addFont(`serif-${style}.ttf`, "serif", style);
  }
  pdf.setProperties({ title: notice.title, author: notice.author });
  pdf.setLanguage("fr-FR");
  let y = TOP;

  const style = (size, weight = "normal") => pdf.setFont("serif", weight).setFontSize(size);
  const room = (height) => {
    if (y + height > BOTTOM) {
      pdf.addPage();
      y = TOP;
    }
  };
  const lines = (text, x = LEFT, width = RIGHT - x) => {
    for (const line of pdf.splitTextToSize(text, width)) {
      room(LINE);
      pdf.text(line, x, y);
      y += LINE;
    }
  };
  const pairs = (items) => {
    for (const { label, value } of items) {
      pdf.text(label, LEFT, y);
      pdf.text(value, LEFT + 42, y);
      y += LINE;
    }
  };

  for (const block of notice.blocks) {
    style(10.5);
    switch (block.kind) {
      case "sender":
        block.lines.forEach((line, index) => {
          style(index ? 8.7 : 12, index ? "normal" : "bold");
          pdf.text(line, LEFT, y);
          y += 4.5;
        });
        break;
      case "recipient":
        y = 55;
        block.lines.forEach((line, index) => {
          style(10.5, index ? "normal" : "bold");
          pdf.text(line, MIDDLE, y);
          y += LINE;
        });
        y = 95;
        break;
      case "placeAndDate":
        pdf.text(block.text, MIDDLE, y);
        break;
      case "delivery":
        pdf.text(block.text, LEFT, y);
        y += 2 * LINE;
        break;
      case "subject":
        style(11.5, "bold");
        lines(`Objet\u00a0: ${block.text}`);
        break;
      case "heading":
        style(13.5, "bold");
        lines(block.text);
        break;
      case "paragraph":
        y += 2;
        lines(block.text);
        break;
      case "references":
        pairs(block.items);
        break;
      case "facts":
        y += 3;
        style(10.5, "bold");
        lines(block.title);
        style(10.5);
        pairs(block.items);
        break;
      case "table":
        table(block);
        break;
      case "signature":
        y += 18;
        for (const line of block.lines) lines(line, MIDDLE);
        break;
      case "enclosures":
        lines("Pièces jointes\u00a0:");
        for (const item of block.items) lines(`– ${item}`);
        break;
      case "pageBreak":
        pdf.addPage();
        y = TOP;
        break;
    }
  }
  const pages = pdf.getNumberOfPages();
  for (let page = 1; page <= pages; page++) {
    pdf.setPage(page);
    style(8.7);
    pdf.text(`${page}/${pages}`, RIGHT, 285, { align: "right" });
  }
  return new Uint8Array(pdf.output("arraybuffer"));

  function table({ caption, columns, rows }) {
    style(10.5, "bold");
    lines(caption);
    style(9.5);
    const widths = columns.map(({ title }, index) => Math.max(...[title, ...rows.map((row) => row.cells[index])].map((cell) => pdf.getTextWidth(cell))) + 4);
    widths[0] = RIGHT - LEFT - widths.slice(1).reduce((sum, width) => sum + width, 0);
    const row = (cells, weight) => {
      style(9.5, weight);
      let x = LEFT;
      cells.forEach((cell, index) => {
        const end = columns[index].align === "end";
        pdf.text(cell, end ? x + widths[index] : x, y, { align: end ? "right" : "left" });
        x += widths[index];
      });
      pdf.line(LEFT, y + 2, RIGHT, y + 2);
      y += 6.5;
    };
    row(columns.map(({ title }) => title), "bold");
    for (const { cells, total } of rows) row(cells, total ? "bold" : "normal");
  }
}
