/**
 * The engine of Dûment: French law of late payment, exact, dated, sourced.
 *
 * Two WebAssembly modules lie behind it: the engine, which `init` starts, and the documents (PDF, DOCX),
 * which the first `render` loads.
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

let ready = false;

const engineStarted = once(async () => {
  await startEngine(await source(new URL("dument_engine_bg.wasm", import.meta.url)));
  ready = true;
});

const documentsStarted = once(async () => {
  const documents = await import("./dument_documents.js");
  await documents.default(await source(new URL("dument_documents_bg.wasm", import.meta.url)));
  return documents;
});

/** What the engine answers, as a plain object. */
function ask(question, input) {
  if (!ready) {
    const message = "Le moteur n’est pas démarré : attendez d’abord « await init() ».";
    throw fault([{ code: "notStarted", field: "", message }]);
  }
  return JSON.parse(attempt(() => question(input)));
}

/**
 * Starts the engine; everything else needs it first. Calling it again is free.
 *
 * @param {import("./dument.js").InitOptions} [options]
 */
export default async function init(options) {
  await engineStarted();
  if (options?.reference !== undefined) ask(engine.useReference, written(options.reference));
}

export const penalties = (input) => ask(engine.penalties, written(input));
export const limitation = (input) => ask(engine.limitation, written(input));
export const procedures = (input) => ask(engine.procedures, written(input));
export const paymentTerms = (input) => ask(engine.paymentTerms, written(input));
export const letter = (input) => ask(engine.letter, written(input));
export const reference = () => ask(engine.reference);

/**
 * A letter as a file. The first call loads the module that makes them.
 *
 * @param {import("./types.js").Letter} letter
 * @param {import("./dument.js").Format} format
 * @returns {Promise<Uint8Array>}
 */
export async function render(letter, format) {
  const documents = await documentsStarted();
  return attempt(() => documents.render(written(letter), String(format)));
}
