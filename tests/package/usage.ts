// Never run: `types.test.mjs` has the compiler read it.

import init, { letter, limitation, penalties, procedures, reference, render } from "../../pkg/dument.js";

await init();
await init({ reference: reference() });

const statement = penalties({
  asOf: "2026-06-30",
  regime: "business",
  rate: { kind: "fixed", percent: "12.00" },
  invoices: [{ number: "1", dueOn: "2026-05-16", amount: "1850.00" }],
});
export const total: string = statement.totals.total;
export const days: number = statement.invoices[0]?.daysLate ?? 0;

const { cautious } = limitation({ asOf: "2026-06-30", claim: "business", dueOn: "2026-05-16" });
export const lastDay: string | undefined = cautious.lastDay;

export const file: Promise<Uint8Array> = render(letter({} as Parameters<typeof letter>[0]), "pdf");
export const plan = procedures({} as Parameters<typeof procedures>[0]).plan;

// @ts-expect-error: money is a string
penalties({ asOf: "2026-06-30", regime: "business", invoices: [{ number: "1", dueOn: "2026-05-16", amount: 1850 }] });
// @ts-expect-error: there is no such regime
penalties({ asOf: "2026-06-30", regime: "busines", invoices: [] });
// @ts-expect-error: there is no such format
await render(letter({} as Parameters<typeof letter>[0]), "odt");
