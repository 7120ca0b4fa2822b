import { commitments } from "@lianxin/commitments";
import { matters } from "@lianxin/matters";
import { on } from "../services.js";

/** What becomes of promises is told to the matters they were made for, and what is reported upwards becomes a line of the ledger. */
export const matterListeners = [
  on(commitments.events.partOpened, (payload, { services }) => services.promises.opened(payload)),
  on(commitments.events.committed, (payload, { services }) => services.promises.committed(payload)),
  on(commitments.events.changed, (payload, { services }) => services.promises.changed(payload)),
  on(commitments.events.partEnded, (payload, { services }) => services.promises.ended(payload)),
  on(commitments.events.partRestored, (payload, { services }) => services.promises.restored(payload)),
  on(matters.events.changed, (payload, { services }) => services.promises.escalated(payload)),
];
