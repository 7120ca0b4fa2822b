import { commitments } from "@lianxin/commitments";
import { on } from "../services.js";

/** What becomes of promises is told to the matters they were made for. */
export const matterListeners = [
  on(commitments.events.committed, (payload, { services }) => services.promises.committed(payload)),
  on(commitments.events.changed, (payload, { services }) => services.promises.changed(payload)),
];
