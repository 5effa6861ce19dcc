// The program is part of the bundle.

import * as api from "raft-playground/inline";

import { exercise, show } from "./exercise.js";

show([exercise(api)]);
