import * as api from "raft-playground";

import { exercise } from "./exercise.js";

exercise(api).then(
  (text) => postMessage(text),
  (error) => postMessage(`failed: ${error?.stack ?? error}`),
);
