// Has the application fetched once the page is painted: the first paint shares neither the network nor the processor with what it
// doesn't need. `www/start.js` waits for it too. A page that isn't seen is not painted, and waits for nothing.
globalThis.dumentPainted = new Promise((resolve) => {
  if (document.hidden || !PerformanceObserver.supportedEntryTypes.includes("paint")) return resolve();
  new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
  setTimeout(resolve, 1500);
}).then(() => document.head.append(document.getElementById("dument-coming").content));
