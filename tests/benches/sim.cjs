// Performs runs with the package in a folder, with or without their traces, and prints the used
// processor time in seconds. Standard input contains the list of runs, each with the instant of its
// end in microseconds.
const { readFileSync } = require("node:fs");
const [folder, way, frameMillis] = process.argv.slice(2);
const { Simulation } = require(`${folder}/raft_js.js`);
const runs = JSON.parse(readFileSync(0, "utf8"));
const frame = Number(frameMillis) * 1000;

/** The processor time for all runs in seconds, without the preparation. */
function carryOut() {
  let micros = 0;
  for (const [run, end] of runs) {
    const simulation = new Simulation(run);
    const began = process.cpuUsage();
    for (let now = 0; now < end; now += frame) {
      simulation[way](Math.min(now + frame, end));
    }
    const { user, system } = process.cpuUsage(began);
    micros += user + system;
    simulation.free();
  }
  return micros / 1e6;
}

// The first pass includes compilation by the engine.
carryOut();
console.log(Math.min(carryOut(), carryOut(), carryOut()));
