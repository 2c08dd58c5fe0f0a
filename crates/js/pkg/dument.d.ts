import type {
  Guidance,
  Letter,
  LetterInput,
  Limitation,
  LimitationInput,
  PaymentTerms,
  PaymentTermsInput,
  PenaltiesInput,
  Problem,
  ProblemCode,
  ProceduresInput,
  Reference,
  Statement,
} from "./types.js";

export type * from "./types.js";

/** What `init` can be told. */
export interface InitOptions {
  /** Newer figures than those of this version, as `reference()` gives them. */
  reference?: Reference;
  /** `false` for a program that writes no letter: their module is then not downloaded. */
  letters?: boolean;
}

/** Starts the engine; everything else needs it first. Calling it again is free. */
export default function init(options?: InitOptions): Promise<void>;

/**
 * What is owed: principal, late penalties and indemnity, line by line.
 *
 * @throws {DumentError}
 */
export function penalties(input: PenaltiesInput): Statement;

/**
 * Until when the claim can be brought to court.
 *
 * @throws {DumentError}
 */
export function limitation(input: LimitationInput): Limitation;

/**
 * What to do next, and every route compared for this very claim.
 *
 * @throws {DumentError}
 */
export function procedures(input: ProceduresInput): Guidance;

/**
 * When an invoice must be paid, and whether what was agreed is lawful.
 *
 * @throws {DumentError}
 */
export function paymentTerms(input: PaymentTermsInput): PaymentTerms;

/**
 * A letter as a document tree, ready to be rendered.
 *
 * @throws {DumentError}
 */
export function letter(input: LetterInput): Letter;

/** Every dated figure of the law, with its validity and its source. */
export function reference(): Reference;

/** The files a letter can become; an `eml` is an e-mail draft with the PDF attached, a `csv` holds its tables. */
export type Format = "pdf" | "docx" | "txt" | "csv" | "eml";

/** A file to carry within a PDF. */
export interface Attachment {
  /** The name under which it is saved, such as `dossier.json`. */
  name: string;
  /** What it is, such as `application/json`. */
  mediaType: string;
  /** What it is for, in the language of the letter. */
  description: string;
  /** Its content. */
  bytes: Uint8Array;
}

/** What a file can be told. */
export interface RenderOptions {
  /** The address an e-mail draft is for. */
  to?: string;
  /** A file within the PDF, which is then PDF/A-3a; without one it is PDF/A-2a. */
  attachment?: Attachment;
}

/**
 * A letter as a file. The first call of its kind loads the module that makes it.
 *
 * @throws {DumentError}
 */
export function render(letter: Letter, format: Format, options?: RenderOptions): Promise<Uint8Array>;

/** What is thrown for an input that can't be used. Its `message` holds a French sentence for each problem. */
export interface DumentError extends Error {
  /** The kind of the first problem; `notStarted` for a call before `init` has ended. */
  code: ProblemCode | "notStarted";
  /** Where the first problem is: a path such as `invoices[2].dueOn`; empty for the whole input. */
  field: string;
  /** Every problem of the input. */
  problems: Problem[];
}
