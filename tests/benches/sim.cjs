// Runs what comes in on standard input with the package in a folder, and prints the seconds it took.
const { readFileSync } = require("node:fs");
const [folder, seconds, frameMillis] = process.argv.slice(2);
const { Simulation } = require(`${folder}/raft_js.js`);
const run = JSON.parse(readFileSync(0, "utf8"));

const began = performance.now();
const simulation = new Simulation(run);
for (let millis = 0; millis < seconds * 1000; millis += Number(frameMillis)) {
  simulation.traceUntil((millis + Number(frameMillis)) * 1000);
}
console.log((performance.now() - began) / 1000);
