// Opens what the one file holds, before the application starts (`start.js` follows in the same script): its files, joined behind a
// list of their names and lengths, compressed (`unpack.js`, before), seven bits a character.

try {
  const text = (bytes) => new TextDecoder().decode(bytes);
  const files = new Map();
  let first = new Uint8Array();

  /** Takes the files out of a block of the page, once; the second repeats what the first has. */
  const takeOut = (id) => {
    const block = document.getElementById(id);
    if (!block) return;
    const all = unpacked(bytesOf(block.textContent), first);
    block.remove();
    first = all;
    const start = all.indexOf(10) + 1;
    let end = start;
    for (const [name, length] of JSON.parse(text(all.subarray(0, start)))) files.set(name, all.subarray(end, (end += length)));
  };
  takeOut("dument-held");

  const nameIn = (address) => String(address).split("/").at(-1);

  /** What a network would have answered. */
  globalThis.dumentFile = async (address) => {
    const name = nameIn(await address);
    // The modules that are loaded on demand are held apart.
    if (!files.has(name) && name.endsWith(".wasm")) takeOut("dument-later");
    const bytes = files.get(name);
    return bytes ? new Response(bytes, { headers: { "Content-Type": "application/wasm" } }) : new Response(null, { status: 404 });
  };

  const placeOf = (content, type) => URL.createObjectURL(new Blob([content], { type }));
  for (const meta of document.querySelectorAll("meta[name^=dument_]")) meta.content = placeOf(files.get(nameIn(meta.content)), "text/javascript");
  const style = document.querySelector("meta[name=dument-tools-style]");
  style.content = placeOf(files.get(nameIn(style.content)), "text/css");

  const script = document.querySelector("script[data-app]");
  const parts = placeOf(files.get(nameIn(script.dataset.parts)), "text/javascript");
  const application = text(files.get(nameIn(script.dataset.app))).replaceAll(`./${nameIn(script.dataset.parts)}`, parts);
  script.dataset.app = placeOf(application, "text/javascript");
  // The parts ask the application for what they share with it.
  globalThis.dumentApplication = await import(script.dataset.app);
} catch (error) {
  // The application can't start without it, and says so.
  console.error(error);
}

function bytesOf(characters) {
  const bytes = new Uint8Array(Math.floor((characters.length * 7) / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < characters.length; i++) {
    held = (held << 7) | (characters.charCodeAt(i) & 127);
    bits += 7;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
      held &= (1 << bits) - 1;
    }
  }
  return bytes;
}
