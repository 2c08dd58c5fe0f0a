// This project's DOCX: `wasm` is its module, as it arrived.

import init, { docx } from "../../../pkg/dument_docx.js";

export async function start({ wasm }) {
  await init({ module_or_path: wasm });
  return (notice) => docx(JSON.stringify(notice));
}
