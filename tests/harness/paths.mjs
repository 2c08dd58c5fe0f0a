// Where things are, and whether a program is there.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the checkout. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The built site. */
export const dist = join(root, "dist");

/** The first of these programs that the shell would find. */
export function which(...programs) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const program of programs) {
    const found = folders.map((folder) => join(folder, program)).find(existsSync);
    if (found) return found;
  }
  throw new Error(`${programs.join(" or ")} is not installed: \`cargo xtask test\` does that`);
}
