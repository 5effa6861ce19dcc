// Records when the cluster first moves, and what the visit has loaded by then. Runs before any
// script of the page.
window.firstVisit = new Promise((resolve) => {
  // Moving parts change these attributes: the arcs of timers, and messages.
  const attributeFilter = ["stroke-dasharray", "stroke-dashoffset", "transform", "cx", "cy", "d"];
  const observer = new MutationObserver((changes) => {
    // Before time runs, a change only means that the stage adapts to its size.
    const nowUs = Number(document.querySelector("[data-clock]")?.dataset.nowUs ?? 0);
    if (nowUs === 0 || !changes.some(({ target }) => target.closest("svg"))) return;
    observer.disconnect();
    const moving_ms = performance.now();
    const [page] = performance.getEntriesByType("navigation");
    const files = [page, ...performance.getEntriesByType("resource")]
      .filter(({ name }) => name.startsWith("http"));
    resolve({
      bytes: files.reduce((sum, file) => sum + file.encodedBodySize, 0),
      files: files.length,
      paint_ms: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
      program_ms: files.find(({ name }) => name.endsWith(".wasm"))?.responseEnd ?? 0,
      moving_ms,
    });
  });
  observer.observe(document, { subtree: true, attributes: true, attributeFilter });
});
