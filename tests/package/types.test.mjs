// The declarations of the npm package: complete, and true to how it is used.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

import init, { letter, limitation, paymentTerms, penalties, procedures, reference } from "../../pkg/dument.js";
import { root } from "../harness/paths.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** How a program may look for the package: as Node does, or as bundlers do. */
const WAYS = {
  Node: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  "a bundler": { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
};

/** What the strictest TypeScript has to say about a file. */
function faults(file, way) {
  const program = ts.createProgram([file], {
    ...way,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.esnext.disposable.d.ts"],
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName}:${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}

for (const [name, way] of Object.entries(WAYS)) {
  test(`they hold for a program that uses everything, and refuse what errs, as ${name} finds them`, () => {
    assert.deepEqual(faults(join(folder, "usage.ts"), way), []);
  });
}

/** A call of each function, with facts that fill as much of its result as they can. */
async function results() {
  await init();
  const invoices = [{ number: "1", dueOn: "2026-02-16", amount: "1850.00", payments: [{ on: "2026-06-01", amount: "500.00" }] }];
  const address = { lines: ["1 rue des Arts"], postcode: "49000", town: "Angers" };
  const iban = "FR1420041010050500013M02606";
  return {
    Statement: penalties({ asOf: "2026-07-30", regime: "business", invoices, extraCosts: [{ label: "Sommation", amount: "80.00" }] }),
    Limitation: limitation({
      asOf: "2026-06-30",
      claim: "business",
      dueOn: "2026-05-16",
      performedOn: "2026-03-02",
      events: [{ kind: "mediation", on: "2026-06-01" }],
    }),
    Guidance: procedures({
      asOf: "2026-06-30",
      amount: "1850.00",
      dueOn: "2026-02-16",
      creditor: { kind: "craftsman" },
      debtor: {
        kind: "company",
        place: "france",
        insolvency: { kind: "liquidation", openedOn: "2026-06-10", publishedOn: "2026-06-20" },
      },
      contested: "no",
      basis: "contract",
    }),
    PaymentTerms: paymentTerms({
      issuedOn: "2026-01-15",
      agreed: { kind: "days", days: 90 },
      creditor: { kind: "craftsman" },
      debtor: { kind: "company" },
    }),
    Letter: letter({
      kind: "formalNotice",
      writtenOn: "2026-07-30",
      creditor: { kind: "craftsman", name: "Atelier Nord", address, iban },
      debtor: { kind: "company", name: "Galerie du Port", legalForm: "SARL", address },
      invoices,
    }),
    Reference: reference(),
  };
}

test("what the engine gives back is what they say, without a field more or less", async () => {
  const temporary = await mkdtemp(join(tmpdir(), "dument-types-"));
  try {
    const constants = Object.entries(await results()).map(
      ([type, result]) => `export const one${type}: dument.${type} = ${JSON.stringify(result)};`,
    );
    const file = join(temporary, "results.ts");
    await writeFile(file, [`import type * as dument from ${JSON.stringify(join(root, "pkg/dument.js"))};`, ...constants].join("\n"));
    assert.deepEqual(faults(file, WAYS["a bundler"]), []);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
});
