// Measures every animation frame of the page: the time of its callbacks, and of style and layout
// after them. Runs before any script of the page.
(() => {
  const MOST_FRAMES = 100_000;
  const PER_FRAME = 4;
  // An array without objects, which would count as the page's memory.
  const numbers = new Float64Array(MOST_FRAMES * PER_FRAME);
  let count = 0;
  let alive_ms = null;
  let memory = null;

  const request = window.requestAnimationFrame.bind(window);
  const now_us = () => Number(document.querySelector("[data-clock]")?.dataset.nowUs ?? 0);
  let began = 0;
  const finish = (frame_ms) => {
    const scripted = performance.now();
    document.body.getBoundingClientRect();
    const laid_out = performance.now();
    alive_ms ??= now_us() > 0 ? laid_out : null;
    const messages = document.querySelectorAll("[data-message]").length;
    numbers.set([frame_ms, scripted - began, laid_out - scripted, messages], count * PER_FRAME);
    count = Math.min(count + 1, MOST_FRAMES - 1);
  };
  window.requestAnimationFrame = (callback) => {
    const handle = request((frame_ms) => {
      began = performance.now();
      callback(frame_ms);
    });
    // Microtasks that the callback queues, such as Yew's rendering, finish before this.
    request(finish);
    return handle;
  };

  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...program) => {
    const made = await instantiate(...program);
    memory ??= made.instance.exports.memory;
    return made;
  };

  window.measured = {
    forget: () => void (count = 0),
    read: () => ({
      frames: Array.from({ length: count }, (_, frame) =>
        Array.from(numbers.subarray(frame * PER_FRAME, (frame + 1) * PER_FRAME)),
      ),
      alive_ms,
      wasm_bytes: memory?.buffer.byteLength,
    }),
  };
})();
