// In the one file nothing works beside the page, which waits: a page from a disk may start no worker everywhere.

/** Nothing to start: the page asks it of every module. */
export default () => {};

/** What a function of a module answers to bytes and a text; thrown is what it says against them, or nothing where it stopped. */
export async function aside(name, call, bytes, text) {
  const module = await globalThis.dumentModule(name);
  try {
    return module[call](bytes, text);
  } catch (error) {
    throw typeof error === "string" ? error : "";
  }
}
