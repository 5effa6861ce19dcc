// The address of the program comes from the bundler.

import * as api from "raft-playground";
import address from "raft-playground/raft_playground.wasm";

import { exercise, show } from "./exercise.js";

show([exercise(api, new URL(address, import.meta.url))]);
