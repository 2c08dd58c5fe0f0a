// Works beside the page, which goes on meanwhile. Loaded by the page, it gives `aside`; loaded by itself, it is what works.

/** Nothing to start: the page asks it of every module. */
export default () => {};

/**
 * What a function of a module answers to bytes and a text; thrown is what it says against them, or nothing where it stopped.
 * Ended after each answer, so that the memory it took is free again. Where the browser has no such place, the page waits.
 */
export async function aside(name, call, bytes, text) {
  const work = { address: document.querySelector(`meta[name=${name}]`).content, call, given: [bytes, text] };
  const { answer, refused } = await new Promise((done) => {
    const onPage = () => done(answered(work));
    try {
      const worker = new Worker(import.meta.url, { type: "module" });
      const end = (outcome) => {
        worker.terminate();
        outcome();
      };
      worker.onmessage = ({ data }) => end(() => done(data));
      worker.onerror = () => end(onPage);
      worker.postMessage(work);
    } catch {
      onPage();
    }
  });
  if (refused !== undefined) throw refused;
  return answer;
}

async function answered({ address, call, given }) {
  try {
    const module = await import(address);
    await module.default();
    return { answer: module[call](...given) };
  } catch (error) {
    return { refused: typeof error === "string" ? error : "" };
  }
}

if (typeof document === "undefined") onmessage = async ({ data }) => postMessage(await answered(data));
