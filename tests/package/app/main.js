// The page of an application, and a worker of its own.

import * as api from "raft-playground";

import { exercise, fromWorker, show } from "./exercise.js";

const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
show([exercise(api), fromWorker(worker)]);
