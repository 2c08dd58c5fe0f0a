// A program that uses the whole package, each call with its types. Never run: `types.test.mjs` has the compiler read it.

import init, {
  letter,
  limitation,
  paymentTerms,
  penalties,
  procedures,
  reference,
  render,
  type Block,
  type Day,
  type DumentError,
  type LetterInput,
  type LimitationInput,
  type Money,
  type PaymentTermsInput,
  type PenaltiesInput,
  type ProceduresInput,
  type RateBasis,
} from "../../pkg/dument.js";
import { DumentOutil, type Outil } from "../../pkg/outil.js";

await init();
await init({ reference: reference() });

const late: PenaltiesInput = {
  asOf: "2026-06-30",
  regime: "business",
  rate: { kind: "fixed", percent: "12.00" },
  penaltyClause: { minimum: "100.00" },
  invoices: [{ number: "1", dueOn: "2026-05-16", amount: "1850.00", payments: [{ on: "2026-06-01", amount: "500.00" }] }],
};
const statement = penalties(late);
export const total: Money = statement.totals.total;
export const days: number = statement.invoices[0]?.daysLate ?? 0;
export const basis: RateBasis | undefined = statement.invoices[0]?.lines[0]?.basis;
export const floor = basis === "floor" || basis === "refinancing+10";

const claim: LimitationInput = {
  asOf: "2026-06-30",
  claim: "business",
  dueOn: "2026-05-16",
  events: [{ kind: "courtClaim", on: "2026-06-01", until: "2026-06-20", outcome: "settled" }],
};
const { cautious, timeline } = limitation(claim);
export const lastDay: Day | undefined = cautious.lastDay;
export const started = timeline.some(({ kind }) => kind === "start");

const facts: ProceduresInput = {
  asOf: "2026-06-30",
  amount: "1850.00",
  creditor: { kind: "craftsman", employees: 3 },
  debtor: { kind: "company", place: "france", cooperates: "unknown", struckOff: false },
  contested: "no",
  basis: "contract",
  evidence: ["signedQuote", "deliveryNote"],
  limitation: claim,
};
const { plan, options, deadlines } = procedures(facts);
export const next: string | undefined = plan[0]?.title;
export const recommended = options.filter(({ status }) => status === "recommended").map(({ id }) => id);
export const terms: Day[] = deadlines.map((deadline) => deadline.lastDay);

const invoice: PaymentTermsInput = {
  issuedOn: "2026-01-15",
  agreed: { kind: "endOfMonth", days: 45, reading: "endThen" },
  creditor: { kind: "craftsman" },
  debtor: { kind: "publicBody", publicKind: "hospital", place: "france" },
};
export const due: Day = paymentTerms(invoice).dueOn;

const address = { lines: ["1 rue des Arts"], postcode: "49000", town: "Angers" };
const notice: LetterInput = {
  kind: "formalNotice",
  writtenOn: "2026-06-30",
  creditor: { kind: "craftsman", name: "Atelier Nord", address },
  debtor: { kind: "company", name: "Galerie du Port", legalForm: "SARL", address },
  invoices: late.invoices,
  penalties: { belowFloor: "keep" },
};
const written = letter(notice);
const text = (block: Block): string => (block.kind === "paragraph" ? block.text : "");
export const body: string = written.blocks.map(text).join("\n");
export const file: Promise<Uint8Array> = render({ ...written, title: "Mise en demeure" }, "pdf");

export const known: Day = reference().knownUntil;
export const values = reference().figures.flatMap(({ id, rows }) => rows.map(({ from, value }) => [id, from, value]));

try {
  penalties({ ...late, invoices: [] });
} catch (error) {
  const { code, field, problems } = error as DumentError;
  if (code === "emptyList") console.error(field, problems.map(({ message }) => message));
}

// Nothing that goes in or comes out is left untyped.
type IsAny<T> = 0 extends 1 & T ? true : false;
type Untyped<F extends (...input: never[]) => unknown> = IsAny<Parameters<F>[0]> | IsAny<Awaited<ReturnType<F>>>;
export const untyped: [
  Untyped<typeof penalties>,
  Untyped<typeof limitation>,
  Untyped<typeof procedures>,
  Untyped<typeof paymentTerms>,
  Untyped<typeof letter>,
  Untyped<typeof render>,
  IsAny<ReturnType<typeof reference>>,
] extends false[]
  ? "nothing"
  : "something" = "nothing";

// @ts-expect-error: money is a string
penalties({ ...late, invoices: [{ number: "1", dueOn: "2026-05-16", amount: 1850 }] });
// @ts-expect-error: there is no such regime
penalties({ ...late, regime: "busines" });
// @ts-expect-error: the field is `asOf`
penalties({ ...late, asof: "2026-06-30" });
// @ts-expect-error: a fixed rate has a percent
penalties({ ...late, rate: { kind: "fixed", points: "10" } });
// @ts-expect-error: the day of computation is always given
limitation({ claim: "business" });
// @ts-expect-error: the field is `dueOn`
limitation({ ...claim, due: "2026-05-16" });
// @ts-expect-error: a fact is true, false or unknown
procedures({ ...facts, debtor: { ...facts.debtor, struckOff: "no" } });
// @ts-expect-error: a letter has a debtor
letter({ ...notice, debtor: undefined });
// @ts-expect-error: there is no such format
await render(written, "odt");
// @ts-expect-error: there is no such total
export const sum: Money = statement.totals.sum;

const tool: Outil = "penalites";
export const element: DumentOutil = document.createElement("dument-outil");
element.setAttribute("outil", tool);
// @ts-expect-error No such tool.
export const unknown: Outil = "autre";
