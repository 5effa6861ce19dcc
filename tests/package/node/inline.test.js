import test from "node:test";

import * as api from "raft-playground/inline";

import { exercise } from "./exercise.js";

test("every function works with the program inside a module", () => exercise(api));
