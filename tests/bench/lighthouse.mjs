// `cargo xtask bench`: what Lighthouse thinks of every page, on a telephone and on a screen.

import { CATEGORIES, openJudge, pages } from "../harness/lighthouse.mjs";
import { serveSite } from "../harness/index.mjs";
import { table } from "./figures.mjs";

const site = await serveSite();
const judge = await openJudge();
const [rows, faults] = [[], []];
try {
  for (const page of await pages()) {
    for (const form of ["mobile", "desktop"]) {
      const { scores, lacking, times } = await judge.look(`${site.url}${page}`, { form, categories: CATEGORIES });
      rows.push([`/${page}`, form, ...CATEGORIES.map((category) => String(scores[category])), ...times]);
      faults.push(...lacking.map((lack) => `/${page} (${form}): ${lack}`));
    }
  }
} finally {
  await judge.close();
  await site.stop();
}
table("Lighthouse, of 100", ["page", "form", ...CATEGORIES, "first paint", "largest paint", "blocked"], rows);
for (const fault of faults) console.log(fault);
