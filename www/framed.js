// What a tool does in another site's page, before the application starts and beside it. To that page it tells heights and
// places, in the messages of docs/embedding.md, and nothing else. It stands in the head, so that nothing is shown in colours
// that weren't asked for.

(() => {
  const { full } = document.currentScript.dataset;
  if (self === top) {
    // A link that was followed: the page itself is better than a part of it.
    location.replace(new URL(full, location.href).href + location.hash);
    return;
  }
  const root = document.documentElement;

  const THEMES = { clair: "light", sombre: "dark" };

  function dress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const theme = THEMES[asked.get("theme")];
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    root.classList.toggle("see-through", asked.get("fond") === "transparent");
  }

  dress();
  addEventListener("hashchange", dress);

  // To whichever page it stands in: there is nothing in it that one may not know.
  const tell = (type, valeur) => parent.postMessage({ source: "dument", v: 1, type, valeur }, "*");

  /** Says that the page is there and, once the tool is, how high it is, now and as it changes. */
  function follow() {
    tell("pret", 1);
    let told;
    const measure = () => {
      // Until then the place that is kept for it stays as it is: nothing is to jump twice.
      if (!root.dataset.dument || document.querySelector("main > .wrap > .loading")) return;
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      if (height !== told) tell("hauteur", (told = height));
    };
    new ResizeObserver(measure).observe(document.body);
    new MutationObserver(measure).observe(root, { attributeFilter: ["data-dument"] });
  }

  /** Keeps what lies over the page within what is seen of it, however long the frame. */
  const seen = new IntersectionObserver((entries) => {
    const { isIntersecting, intersectionRect } = entries.at(-1);
    if (!isIntersecting) return;
    root.style.setProperty("--seen-top", `${Math.max(0, intersectionRect.top)}px`);
    root.style.setProperty("--seen-height", `${intersectionRect.height}px`);
  });

  // A frame isn't told that the page around it scrolls: it looks again as the reader begins to do something.
  let next = 0;
  function look() {
    if (performance.now() < next) return;
    next = performance.now() + 50;
    seen.unobserve(document.body);
    seen.observe(document.body);
  }

  document.addEventListener("DOMContentLoaded", () => {
    follow();
    look();
    for (const doing of ["pointermove", "pointerdown", "keydown", "focusin"]) addEventListener(doing, look, { capture: true, passive: true });
  });

  // A new step takes the focus to its heading, a new page to its beginning: the page around shows that place.
  addEventListener("focusin", ({ target }) => {
    if (target.tabIndex < 0 && target.matches("main, h1, h2, h3")) tell("haut", Math.floor(Math.max(0, target.getBoundingClientRect().top)));
  });

  /** What else can be done where a sandbox kept a file from being saved: it doesn't say so, but has taken the origin away. */
  addEventListener("dument-saved", () => {
    if (self.origin !== "null") return;
    const dialog = document.getElementById("dument-not-saved");
    const [address, text] = dialog.querySelectorAll("input, textarea");
    const full = dialog.querySelector("[data-do=full]");
    address.value = full.href = document.querySelector(".frame-foot a").href;
    text.value = (document.querySelector(".sheet") ?? document.querySelector("main")).innerText;
    if (!dialog.open) dialog.showModal();
  });

  const DO = {
    copy(dialog) {
      const text = dialog.querySelector("textarea");
      const copied = () => "Le texte est copié.";
      text.select();
      // The newer way is refused in most sandboxes, the older one in none.
      return navigator.clipboard?.writeText(text.value).then(copied, () => (document.execCommand("copy") ? copied() : "Sélectionnez le texte et copiez-le."));
    },
    async print() {
      let prints = false;
      addEventListener("beforeprint", () => (prints = true), { once: true });
      print();
      return prints ? "" : "Cette page interdit aussi d’imprimer.";
    },
    close: (dialog) => dialog.close(),
  };

  addEventListener("click", async ({ target }) => {
    const button = target.closest?.("#dument-not-saved button");
    if (!button) return;
    const dialog = button.closest("dialog");
    dialog.querySelector("[role=status]").textContent = (await DO[button.dataset.do](dialog)) ?? "";
  });

  // A sandbox may forbid forms to be submitted, before the application hears of it: it hears of it here, and nothing is sent.
  const submit = (form, submitter) => form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter }));
  addEventListener("click", (event) => {
    const button = event.target.closest?.("button, input[type=submit]");
    if (event.defaultPrevented || !button?.form || button.type !== "submit") return;
    event.preventDefault();
    submit(button.form, button);
  });
  addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (key !== "Enter" || !target.form || !target.matches("input") || target.form.querySelector("[type=submit], button:not([type])")) return;
    event.preventDefault();
    submit(target.form);
  });
})();
