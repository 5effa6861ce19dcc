// The same without a worker, for bundlers that do not bundle workers.

import * as api from "raft-playground";

import { exercise, show } from "./exercise.js";

show([exercise(api)]);
