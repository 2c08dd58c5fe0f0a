
// A part, from the answer that brings it.
async function instantiate(src, imports) {
  const answer = await src;
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  const streams = answer.headers.get("Content-Type")?.startsWith("application/wasm");
  return streams ? WebAssembly.instantiateStreaming(answer, imports) : WebAssembly.instantiate(await answer.arrayBuffer(), imports);
}
