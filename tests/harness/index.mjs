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

export { listen, readingOrder, said } from "./accessibility.mjs";
export { openBrowser, plain } from "./browser.mjs";
export { NARROW, engine, only } from "./engine.mjs";
export { ANSWERS, COMPANY, CONSUMER, ONE_INVOICE, PUBLIC_BODY, openCase } from "./case.mjs";
export { faultsOfLayout } from "./geometry.mjs";
export { openHost, writeVersion } from "./host.mjs";
export { everyStop, press, stop, tabTo } from "./keys.mjs";
export { forget, keptRecords, keptTexts, putText, waitForKept } from "./kept.mjs";
export { servePlainly, serveSite } from "./site.mjs";
export { STATES } from "./states.mjs";
export { withBrowser } from "./visit.mjs";
