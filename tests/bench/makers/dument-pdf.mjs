// This project's PDF: `wasm` is its module, as it arrived.

import init, { pdf } from "../../../pkg/dument_pdf.js";

export async function start({ wasm }) {
  await init({ module_or_path: wasm });
  return (notice) => pdf(JSON.stringify(notice), "", "", "", undefined);
}
