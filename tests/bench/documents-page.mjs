// One maker of files in a fresh page: started by `documents.mjs`.

import { notice } from "./notice.mjs";

const LATER = 25;

/** The first file from what was downloaded, then later ones: times in milliseconds, and the last file's bytes. */
window.contest = async (maker, assets) => {
  const arrived = {};
  for (const [name, file] of Object.entries(assets)) arrived[name] = await (await fetch(file)).arrayBuffer();
  const code = URL.createObjectURL(new Blob([await (await fetch(`${maker}.js`)).text()], { type: "text/javascript" }));

  const begun = performance.now();
  const { start } = await import(code);
  const make = await start(arrived);
  await make(notice);
  const first = performance.now() - begun;

  const later = [];
  let file;
  for (let round = 0; round < LATER; round++) {
    const start = performance.now();
    file = await make(notice);
    later.push(performance.now() - start);
  }
  return { first, later, file: Array.from(file) };
};
