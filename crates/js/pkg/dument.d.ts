import type { Letters, Reference } from "./dument_engine.js";

export type * from "./dument_engine.js";
export { penalties, limitation, procedures, letter, reference } from "./dument_engine.js";

/** What `init` can be told. */
export interface InitOptions {
  /** Newer figures than those of this version, as `reference()` gives them. */
  reference?: Reference;
}

/** The files a letter can become. */
export type Format = "pdf" | "docx" | "txt" | "eml";

/** Starts the engine; everything else needs it first. Calling it again is free. */
export default function init(options?: InitOptions): Promise<void>;

/** A letter as a file. The first call loads the module that makes them. */
export function render(letter: Letters.Letter, format: Format): Promise<Uint8Array>;
