// What a browser test needs: a site that is served, and a browser that types, clicks and listens.
//
//     let browser;
//     withBrowser((opened) => {
//       browser = opened;
//     });
//
//     test("what is owed", async () => {
//       await browser.visit("penalites/#le=2026-06-30");
//       await browser.typeInto("Montant TTC", "1 850,00");
//       await browser.waitForText("1 917,71");
//       await browser.assertQuiet();
//     });

export { openBrowser, plain } from "./browser.mjs";
export { servePlainly, serveSite } from "./site.mjs";
export { withBrowser } from "./visit.mjs";
