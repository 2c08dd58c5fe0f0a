// Where things are, and whether a program is there.

import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { delimiter, join, relative } from "node:path";
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

/** Every file in a folder and those below it, by its path from there. */
export async function filesUnder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}
