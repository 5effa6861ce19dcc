// Stands between the page and the browser's animation frames, which alone move the page's clock. They can be kept
// from it, and given to it one by one.
if (!window.frames_kept) {
  const request = window.requestAnimationFrame.bind(window);
  const cancel = window.cancelAnimationFrame.bind(window);
  // What waits for a frame by the number that the page knows it by, and what the browser calls it once it is released.
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
    // Calls back once no frame that was asked for earlier is on its way any more.
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
