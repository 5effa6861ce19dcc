import test from "node:test";

import * as api from "raft-playground";

import { exercise } from "./exercise.js";

test("every function works in Node.js", () => exercise(api));
