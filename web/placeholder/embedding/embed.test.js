// On a server, importing the element does nothing; `node --test` is such a server.
import assert from "node:assert/strict";
import { test } from "node:test";

test("the element is inert where there are no custom elements", async () => {
  assert.equal(globalThis.customElements, undefined);
  const { RaftPlayground } = await import("./embed.js");
  assert.equal(typeof RaftPlayground, "function");
  assert.equal(globalThis.customElements, undefined);
});

test("the element is defined once", async () => {
  const defined = new Map();
  const registry = { get: defined.get.bind(defined), define: (/** @type {string} */ name, /** @type {Function} */ element) => {
    assert.ok(!defined.has(name), `${name} is defined twice`);
    defined.set(name, element);
  } };
  Object.assign(globalThis, { customElements: registry });
  // Two copies of the module, as on a page whose widgets bring one each.
  const [first] = [await import("./embed.js?first"), await import("./embed.js?second")];
  assert.deepEqual([...defined], [["raft-playground", first.RaftPlayground]]);
  Reflect.deleteProperty(globalThis, "customElements");
});
