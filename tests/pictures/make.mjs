// Makes the pictures of www/icons from their drawings: `cargo xtask pictures`.

import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { openBrowser } from "../harness/index.mjs";
import { root } from "../harness/paths.mjs";
import { servePlainly } from "../harness/site.mjs";

const PAPER = "#fbf8f1";
const icons = join(root, "www/icons");

const mark = (await readFile(join(icons, "mark.svg"), "utf8")).replace("<svg ", '<svg width="100%" ');
const social = await readFile(join(root, "tests/pictures/social.svg"), "utf8");

/** The mark on paper: `part` is how much of the side it takes. */
const icon = (side, part) => ({ width: side, height: side, drawing: `<div style="width: ${side * part}px">${mark}</div>` });

/** What a mask may cut is a circle of four fifths of the side. */
const PICTURES = {
  "icon-180.png": icon(180, 0.66),
  "icon-192.png": icon(192, 0.66),
  "icon-512.png": icon(512, 0.66),
  "icon-maskable-512.png": icon(512, 0.52),
  "social.png": { width: 1200, height: 630, drawing: social },
};

const page = ({ width, height, drawing }) => `<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light"><style>
@font-face { font-family: "Dument Display"; src: url("dument-display.woff2"); font-weight: 400 600 }
@font-face { font-family: "Dument Sans"; src: url("dument-sans.woff2"); font-weight: 400 600 }
body { display: grid; place-items: center; width: ${width}px; height: ${height}px; margin: 0; background: ${PAPER} }
svg { display: block }
</style>${drawing}`;

const folder = await mkdtemp(join(tmpdir(), "dument-pictures-"));
for (const font of ["dument-display.woff2", "dument-sans.woff2"]) await copyFile(join(root, "www/fonts", font), join(folder, font));
await mkdir(icons, { recursive: true });

const site = await servePlainly("/", folder);
const browser = await openBrowser(site);
try {
  for (const [name, picture] of Object.entries(PICTURES)) {
    await writeFile(join(folder, "index.html"), page(picture));
    await browser.resize(picture.width, picture.height);
    await browser.emulate({ "prefers-color-scheme": "light" });
    await browser.driver.get(site.url);
    await browser.driver.executeAsyncScript("document.fonts.ready.then(arguments[0])");
    await browser.screenshot(join(icons, name));
  }
} finally {
  await browser.quit();
  await site.stop();
  await rm(folder, { recursive: true });
}
