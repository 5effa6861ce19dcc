import * as api from "./raft-playground/index.js";
import { exercise } from "./exercise.js";

onmessage = ({ data }) =>
  exercise(api, data).then(
    (text) => postMessage(text),
    (error) => postMessage(`failed: ${error?.stack ?? error}`),
  );
