// Builds a small application with the packed package and each bundler, as its users would: the
// archive is installed with npm, and every build is one for production. The tests for Node.js lie in
// the same application.
//
//     node build.mjs ARCHIVE OUT TOOLS
//
// `TOOLS` is a folder with the bundlers in `node_modules`. The pages are in
// `OUT/site`, the application in `OUT/app`.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [archive, out, tools] = process.argv.slice(2).map((path) => resolve(path));
const site = join(out, "site");
const app = join(out, "app");
const from = createRequire(join(tools, "package.json"));
const load = (name) => import(pathToFileURL(from.resolve(name)));

rmSync(out, { recursive: true, force: true });
cpSync(join(here, "app"), app, { recursive: true });
cpSync(join(here, "node"), app, { recursive: true });
// Parcel ignores `exports` unless it is told to read them.
const parcel = { "@parcel/resolver-default": { packageExports: true } };
const manifest = { private: true, type: "module", ...parcel };
writeFileSync(join(app, "package.json"), JSON.stringify(manifest));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
execFileSync(npm, ["install", "--offline", "--no-audit", "--no-fund", "--silent", archive], {
  cwd: app,
  stdio: "inherit",
  shell: process.platform === "win32",
});
const installed = join(app, "node_modules/raft-playground");
// Applications that import the custom element, in a package that has it.
if (existsSync(join(installed, "element.js"))) {
  for (const entry of ["main.js", "file.js", "inline.js", "only_page.js"]) {
    const source = readFileSync(join(app, entry), "utf8");
    const use = 'import { RaftPlayground } from "raft-playground/element";\n';
    const check = '\nif (customElements.get("raft-playground") !== RaftPlayground) throw "no element";\n';
    writeFileSync(join(app, entry), use + source + check);
  }
}

/** Writes the page that loads a bundle. */
function page(name, script) {
  const html = readFileSync(join(app, "index.html"), "utf8");
  writeFileSync(join(site, name, "index.html"), html.replace("./main.js", script));
}

const builds = {
  async plain() {
    cpSync(join(here, "plain"), join(site, "plain"), { recursive: true });
    cpSync(join(app, "exercise.js"), join(site, "plain/exercise.js"));
    cpSync(installed, join(site, "plain/raft-playground"), { recursive: true });
  },

  async vite() {
    const { build } = await load("vite");
    const outDir = join(site, "vite");
    const config = { configFile: false, root: app, base: "./", logLevel: "warn" };
    await build({ ...config, worker: { format: "es" }, build: { outDir, emptyOutDir: false } });
  },

  async webpack() {
    const { default: webpack } = await load("webpack");
    const output = { path: join(site, "webpack"), filename: "main.js" };
    const config = { mode: "production", context: app, entry: "./main.js", output };
    const performance = { hints: false };
    const stats = await new Promise((resolve, reject) =>
      webpack({ ...config, performance }, (error, stats) => (error ? reject(error) : resolve(stats))),
    );
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString("errors-warnings"));
    page("webpack", "./main.js");
  },

  async esbuild() {
    const { build } = await load("esbuild");
    const outdir = join(site, "esbuild");
    const options = { bundle: true, minify: true, format: "esm", absWorkingDir: app, outdir };
    // esbuild leaves `new URL(…, import.meta.url)` alone, so the application names the program.
    await build({ ...options, entryPoints: ["file.js"], loader: { ".wasm": "file" } });
    page("esbuild", "./file.js");
  },

  async esbuild_inline() {
    const { build } = await load("esbuild");
    const outfile = join(site, "esbuild_inline/inline.js");
    // A classic script, as old pages load it.
    const options = { bundle: true, minify: true, format: "iife", absWorkingDir: app, outfile };
    await build({ ...options, entryPoints: ["inline.js"] });
    page("esbuild_inline", "./inline.js");
  },

  async rollup() {
    const bundled = await rolled("only_page.js", "rollup");
    // Rollup leaves `new URL(…, import.meta.url)` alone, so the program lies beside the bundle.
    cpSync(join(installed, "raft_playground.wasm"), join(bundled, "raft_playground.wasm"));
  },

  async rollup_inline() {
    await rolled("inline.js", "rollup_inline");
  },

  async parcel() {
    const { Parcel } = await load("@parcel/core");
    const bundler = new Parcel({
      entries: join(app, "index.html"),
      defaultConfig: from.resolve("@parcel/config-default"),
      mode: "production",
      shouldDisableCache: true,
      cacheDir: join(out, "parcel-cache"),
      defaultTargetOptions: {
        distDir: join(site, "parcel"),
        publicUrl: "./",
        sourceMaps: false,
        engines: { browsers: ["chrome 110"] },
      },
    });
    await bundler.run();
  },
};

async function rolled(entry, name) {
  const { rollup } = await load("rollup");
  const { default: resolvePackages } = await load("@rollup/plugin-node-resolve");
  const plugins = [resolvePackages({ browser: true })];
  const onwarn = (warning) => {
    throw new Error(warning.message);
  };
  const bundle = await rollup({ input: join(app, entry), plugins, onwarn });
  await bundle.write({ dir: join(site, name), format: "es" });
  page(name, `./${entry}`);
  return join(site, name);
}

mkdirSync(site, { recursive: true });
for (const [name, build] of Object.entries(builds)) {
  const began = performance.now();
  await build().catch((error) => {
    console.error(`${name}: ${error?.diagnostics?.[0]?.message ?? error?.stack ?? error}`);
    process.exit(1);
  });
  console.log(`built with ${name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
process.exit(0);
