// What can be seen wrong in a layout without looking at it: what sticks out, what is cut, what lies on something else.

/** Everything wrong with the layout of the page as it is, one sentence each. */
export function faultsOfLayout(browser) {
  return browser.driver.executeScript(FAULTS);
}

const FAULTS = `
  const faults = [];
  const width = document.documentElement.clientWidth;
  const name = (element) => element.tagName.toLowerCase() + (element.id ? "#" + element.id : "") + [...element.classList].map((one) => "." + one).join("") + " « " + (element.innerText ?? element.textContent ?? "").trim().slice(0, 40) + " »";
  const open = document.querySelector("dialog[open]");
  const clipped = (element) => {
    for (let one = element; one && one !== document.body; one = one.parentElement) if (getComputedStyle(one).clipPath === "inset(50%)") return true;
    return false;
  };
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest(".skip, svg") && (!open || open.contains(element)) && !clipped(element);
  const scrolls = (element) => {
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      if (one === open) return false;
      if (/auto|scroll/.test(getComputedStyle(one).overflowX)) return true;
    }
    return false;
  };

  if (document.documentElement.scrollWidth > width) faults.push("the page is " + document.documentElement.scrollWidth + " px wide in " + width);
  if (open && open.scrollWidth > open.clientWidth) faults.push("the dialog scrolls sideways");

  for (const element of document.body.querySelectorAll("*")) {
    if (!shown(element)) continue;
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const control = element.matches("input, select, textarea, button, a[href]");
    const box = element.getBoundingClientRect();
    if ((own || control) && !scrolls(element)) {
      if (box.right > width + 1 || box.left < -1) faults.push("sticks out: " + name(element) + " from " + Math.round(box.left) + " to " + Math.round(box.right) + " px of " + width);
    }
    const style = getComputedStyle(element);
    const cuts = /hidden|clip/.test(style.overflowX + style.overflowY);
    if (own && cuts && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) faults.push("cut: " + name(element));
  }

  // What of a line of text can be seen: a list that scrolls shows some of its rows. What cuts it without scrolling is a fault.
  const seen = (line, element) => {
    let { left, right, top, bottom } = line;
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      const { overflowX, contain } = getComputedStyle(one);
      if (overflowX === "visible" && !/paint|strict|content/.test(contain)) continue;
      const frame = one.getBoundingClientRect();
      const inside = { left: Math.max(left, frame.left), right: Math.min(right, frame.right), top: Math.max(top, frame.top), bottom: Math.min(bottom, frame.bottom) };
      // Boxes of lines are taller than their letters.
      const cut = (right - left) - (inside.right - inside.left) > 1 || (bottom - top) - (inside.bottom - inside.top) > (bottom - top) / 4;
      if (cut && right > left && bottom > top && !/auto|scroll/.test(overflowX)) faults.push("cut by " + name(one) + ": " + name(element));
      ({ left, right, top, bottom } = inside);
    }
    return { left, right, top, bottom, width: right - left, height: bottom - top };
  };

  // Two lines of text never share a place, nor two controls.
  const boxes = [];
  const walker = document.createTreeWalker(open ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !shown(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      const box = seen(line, node.parentElement);
      if (box.width > 1 && box.height > 1) boxes.push({ box, element: node.parentElement });
    }
  }
  for (const element of (open ?? document.body).querySelectorAll("input:not([type=radio], [type=checkbox], [type=file]), select, textarea")) {
    if (shown(element)) boxes.push({ box: element.getBoundingClientRect(), element });
  }
  boxes.sort((one, other) => one.box.top - other.box.top);
  for (const [rank, { box, element }] of boxes.entries()) {
    for (let next = rank + 1; next < boxes.length && boxes[next].box.top < box.bottom; next += 1) {
      const other = boxes[next];
      if (element === other.element || element.contains(other.element) || other.element.contains(element)) continue;
      // Boxes of lines are taller than their letters: only a third of the height counts as lying upon.
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - other.box.top;
      // A unit stands within its field.
      const together = element.closest(".affix") && element.closest(".affix") === other.element.closest(".affix");
      if (!together && across > 2 && down > Math.min(box.height, other.box.height) * 0.4) faults.push("one on the other: " + name(element) + " and " + name(other.element));
    }
  }

  // What stays while the rest scrolls leaves room to read.
  for (const element of document.body.querySelectorAll("*")) {
    if (!/sticky|fixed/.test(getComputedStyle(element).position) || !shown(element) || element.matches("dialog, aside")) continue;
    if (element.getBoundingClientRect().height > innerHeight / 2) faults.push("stays over half of the window: " + name(element));
  }
  return [...new Set(faults)];
`;
