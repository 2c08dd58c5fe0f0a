// Dûment: puts the tool in the place of each <a class="dument" href="https://…/embed/v1/penalites">. This file never changes.
(() => {
  const here = Symbol.for("dument.embed.v1");
  if (window[here]) return;
  const frames = (window[here] = new Map());
  const heights = { procedure: 1050, penalites: 1600, prescription: 1550, lettres: 1600, complet: 1250 };
  const schemes = { clair: "light", sombre: "dark" };

  const dress = (element, styles) => {
    for (const name in styles) element.style.setProperty(name, styles[name], "important");
  };

  const embed = (link) => {
    let url;
    try {
      url = new URL(link.href);
    } catch {
      return;
    }
    const [, path, tool] = /^(.*\/embed\/v1\/([a-z-]+))\/?$/.exec(url.pathname) || [];
    if (!tool || !/^https?:$/.test(url.protocol) || link.closest("[data-dument]")) return;
    url.pathname = path + "/";
    const asked = new URLSearchParams(url.hash.slice(1));
    for (const [name, value] of Object.entries(link.dataset)) if (/^[a-z]+$/.test(name) && name !== "sandbox") asked.set(name, value.replace(/^#/, ""));
    url.hash = asked;

    const box = document.createElement("span");
    const frame = document.createElement("iframe");
    box.dataset.dument = tool;
    frame.title = link.textContent.trim() || "Dûment";
    frame.loading = "lazy";
    frame.allow = "clipboard-write";
    frame.referrerPolicy = "no-referrer";
    if ("sandbox" in link.dataset) frame.sandbox = "allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox allow-modals";
    // The place that the page kept for the tool, or as much as it will take: what follows isn't pushed about later.
    const height = Math.max(link.offsetHeight, heights[tool] || 900) + "px";
    dress(box, { all: "initial", display: "grid", "grid-template-columns": "minmax(0,1fr)", width: "100%", "max-width": "76rem", "min-width": 0, "margin-inline": "auto", font: "inherit", color: "inherit", "color-scheme": "inherit" });
    dress(frame, { all: "initial", display: "block", "grid-area": "1/1", width: "100%", "min-width": 0, "max-width": "none", height, "min-height": "200px", "max-height": "none", border: 0, visibility: "hidden", "color-scheme": schemes[asked.get("theme")] || "inherit", "scroll-margin-top": "64px" });
    dress(link, { "grid-area": "1/1", "align-self": "start" });
    frame.src = url;
    frames.set(frame, { origin: url.origin, link });
    link.replaceWith(box);
    box.append(link, frame);
  };

  const look = () => document.querySelectorAll("a.dument").forEach(embed);

  addEventListener("message", ({ source, origin, data }) => {
    for (const [frame, { origin: ours, link }] of frames) {
      if (source !== frame.contentWindow || origin !== ours || !data || data.source !== "dument" || data.v !== 1 || !Number.isFinite(data.valeur)) continue;
      const { type, valeur } = data;
      if (type === "pret") {
        dress(frame, { visibility: "visible" });
        dress(link, { display: "none" });
      }
      if (type === "hauteur") dress(frame, { height: Math.min(Math.max(valeur, 200), 50000) + "px" });
      if (type === "haut") {
        const top = frame.getBoundingClientRect().top + valeur;
        if (top < 0 || top > innerHeight - 100) scrollBy(0, top - 64);
      }
    }
  });

  const start = () => {
    look();
    new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
