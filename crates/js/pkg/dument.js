/**
 * The engine of Dûment: French law of late payment, exact, dated, sourced.
 *
 * Five WebAssembly modules lie behind it: the engine and what writes letters, which `init` starts, and three that make
 * files (PDF, DOCX, the light formats), each loaded by the first `render` that needs it.
 */

import startEngine, * as engine from "./dument_engine.js";
import { attempt, fault, written } from "./exchange.js";

/** Whether this runs in Node, where `fetch` doesn't read files. */
const inNode = typeof process === "object" && Boolean(process.versions?.node);

/** Starts a module; a failure is forgotten, so that the next call tries again. */
function once(start) {
  let started;
  return () => {
    started ??= start().catch((error) => {
      started = undefined;
      throw error;
    });
    return started;
  };
}

/** What wasm-bindgen takes: nothing in a browser or a bundler, which find the module by its URL; the bytes in Node. */
async function source(url) {
  if (!inNode || url.protocol !== "file:") return undefined;
  // Hidden from bundlers, which have no such module.
  const files = "node:fs/promises";
  const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ files);
  return { module_or_path: await readFile(url) };
}

/** A module beside this one, started. */
async function started(load, wasm) {
  const module = await load();
  await module.default(await source(new URL(wasm, import.meta.url)));
  return module;
}

let ready = false;

const engineStarted = once(async () => {
  await startEngine(await source(new URL("dument_engine_bg.wasm", import.meta.url)));
  ready = true;
});

/** What writes letters, once started: `letter` answers at once. */
let letters;

const lettersStarted = once(async () => {
  letters = await started(() => import("./dument_letters.js"), "dument_letters_bg.wasm");
});

const pdfStarted = once(() => started(() => import("./dument_pdf.js"), "dument_pdf_bg.wasm"));

const docxStarted = once(() => started(() => import("./dument_docx.js"), "dument_docx_bg.wasm"));

const documentsStarted = once(() => started(() => import("./dument_documents.js"), "dument_documents_bg.wasm"));

/** Refuses what is asked before its module is there. */
function need(module, message) {
  if (!module) throw fault([{ code: "notStarted", field: "", message }]);
}

/** What the engine answers, as a plain object. */
function ask(question, input) {
  need(ready, "Le moteur n’est pas démarré : attendez d’abord « await init() ».");
  return JSON.parse(attempt(() => question(input)));
}

/**
 * Starts the engine; everything else needs it first. Calling it again is free.
 *
 * @param {import("./dument.js").InitOptions} [options]
 */
export default async function init(options) {
  await Promise.all([engineStarted(), options?.letters === false ? undefined : lettersStarted()]);
  if (options?.reference !== undefined) ask(engine.useReference, written(options.reference));
}

export const penalties = (input) => ask(engine.penalties, written(input));
export const limitation = (input) => ask(engine.limitation, written(input));
export const procedures = (input) => ask(engine.procedures, written(input));
export const paymentTerms = (input) => ask(engine.paymentTerms, written(input));
export const reference = () => ask(engine.reference);

export function letter(input) {
  need(ready && letters, "Ce qui écrit les lettres n’est pas démarré : attendez d’abord « await init() », sans « letters: false ».");
  return JSON.parse(attempt(() => letters.letter(written(input), engine)));
}

/** Files handed over to the module that makes archives and e-mail drafts. */
function gathered(documents, files) {
  const all = new documents.Files();
  for (const { name, bytes } of files) all.add(String(name), bytes);
  return all;
}

/**
 * A letter as a file. The first call loads the module that makes them.
 *
 * @param {import("./types.js").Letter} letter
 * @param {import("./dument.js").Format} format
 * @param {import("./dument.js").RenderOptions} [options]
 * @returns {Promise<Uint8Array>}
 */
export async function render(letter, format, options = {}) {
  const json = written(letter);
  const { attachment } = options;
  const pdf = async () => {
    const module = await pdfStarted();
    const { name = "", mediaType = "", description = "", bytes } = attachment ?? {};
    return attempt(() => module.pdf(json, name, mediaType, description, bytes));
  };
  if (format === "pdf") return pdf();
  if (format === "docx") {
    const module = await docxStarted();
    return attempt(() => module.docx(json));
  }
  const documents = await documentsStarted();
  if (format === "eml") {
    const attached = gathered(documents, [{ name: letter?.language === "en" ? "letter.pdf" : "lettre.pdf", bytes: await pdf() }]);
    return attempt(() => documents.eml(json, options.to, attached));
  }
  const writers = { txt: documents.txt, csv: documents.csv };
  if (!Object.hasOwn(writers, format)) {
    const message = `« ${format} » n’est pas un format possible. Formats possibles : pdf, docx, txt, csv, eml.`;
    throw fault([{ code: "unknownValue", field: "format", message }]);
  }
  return attempt(() => writers[format](json));
}
