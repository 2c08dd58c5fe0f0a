// What a screen reader is given: the accessibility tree of Chromium, and what live regions say, in order.

/** Nodes that only lay out others, or are a text that another already names. */
const SILENT = new Set(["generic", "none", "InlineTextBox", "StaticText", "LineBreak", "LayoutTableCell", "LayoutTableRow", "LabelText", "ListMarker"]);

/**
 * What is read on the page, in order.
 *
 * @returns {Promise<{role: string, name: string, depth: number, [state: string]: unknown}[]>}
 */
export async function readingOrder(browser) {
  const { nodes } = await browser.driver.sendAndGetDevToolsCommand("Accessibility.getFullAXTree", {});
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = [];
  const visit = (node, depth) => {
    const role = node.role?.value;
    const silent = node.ignored || SILENT.has(role);
    if (!silent) {
      const states = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
      read.push({ ...states, role, name: plain(node.name?.value), description: plain(node.description?.value), value: plain(node.value?.value), depth });
    }
    for (const id of node.childIds ?? []) if (byId.has(id)) visit(byId.get(id), silent ? depth : depth + 1);
  };
  visit(nodes[0], 0);
  return read;
}

/** Starts noting what live regions of the page say. */
export async function listen(browser) {
  await browser.driver.executeScript(LISTEN);
}

/** What they have said since, in order. */
export async function said(browser) {
  return (await browser.driver.executeScript("return window.dumentSaid")).map(plain);
}

function plain(text) {
  return String(text ?? "").replace(/[\s\u00a0\u202f]+/gu, " ").trim();
}

const LISTEN = `
  const said = (window.dumentSaid = []);
  const last = new Map();
  const LIVE = "[role=status], [role=alert], [role=alertdialog], [aria-live=polite], [aria-live=assertive]";
  for (const region of document.querySelectorAll(LIVE)) last.set(region, region.textContent);
  new MutationObserver((changes) => {
    const regions = new Set();
    for (const { target, addedNodes } of changes) {
      const element = target.nodeType === 1 ? target : target.parentElement;
      const around = element?.closest(LIVE);
      if (around) regions.add(around);
      for (const node of addedNodes) {
        if (node.nodeType !== 1) continue;
        if (node.matches(LIVE)) regions.add(node);
        for (const region of node.querySelectorAll(LIVE)) regions.add(region);
      }
    }
    for (const region of regions) {
      if (!region.isConnected || last.get(region) === region.textContent) continue;
      last.set(region, region.textContent);
      if (region.textContent.trim()) said.push(region.textContent);
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
`;
