// Intercepts the animation frames of the page, which alone move its clock. A test can hold them
// back, and deliver them one by one.
if (!window.frames_kept) {
  const request = window.requestAnimationFrame.bind(window);
  const cancel = window.cancelAnimationFrame.bind(window);
  // The pending callbacks by the page's frame ids, with the browser's ids after their release.
  const waiting = new Map();
  const released = new Map();
  let last = 0;
  let now_ms = 0;
  window.requestAnimationFrame = (draw) => {
    if (!frames_kept.keeps) return request(draw);
    last -= 1;
    waiting.set(last, draw);
    return last;
  };
  window.cancelAnimationFrame = (id) => {
    waiting.delete(id);
    cancel(released.get(id) ?? id);
  };
  window.frames_kept = {
    keeps: false,
    request,
    // Calls back once all frames requested earlier have run.
    keep(done) {
      this.keeps = true;
      request(() =>
        request((at_ms) => {
          now_ms = Math.max(now_ms, at_ms);
          done();
        }),
      );
    },
    pass(elapsed_ms) {
      now_ms += elapsed_ms;
      const draws = [...waiting.values()];
      waiting.clear();
      for (const draw of draws) draw(now_ms);
    },
    release() {
      this.keeps = false;
      for (const [id, draw] of waiting) released.set(id, request(draw));
      waiting.clear();
    },
  };
}
