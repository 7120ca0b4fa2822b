import { col, table } from "@lianxin/plugin-kit";
import type { StepVotes } from "../follow-steps/judge-votes.js";

/** One matter on its way through required steps (四议两公开). */
export const chain = table("meetings_chain", {
  id: col.id(),
  placePath: col.place(),
  /** Which shipped chain it follows. */
  kind: col.text(),
  title: col.text().as("public"),
  matterId: col.ref("matters_matter").nullable(),
  decisionId: col.ref("meetings_decision").nullable(),
  createdById: col.ref("directory_person").nullable(),
  createdAt: col.instant(),
  stoppedReason: col.text().nullable(),
});

/** A step that was done, or left out with a reason; never changed: one that was written down wrongly is taken back and written anew. */
export const chainStep = table("meetings_chain_step", {
  id: col.id(),
  chainId: col.ref("meetings_chain"),
  step: col.text(),
  doneOn: col.date(),
  /** Where and by whom: "党支部委员会，5 人到 5 人". */
  note: col.text(),
  /** Why it was left out; null for a step that was done. */
  overrideReason: col.text().nullable(),
  /** How a vote that was counted outside the meetings kept here went; null for other steps. */
  votes: col.json<StepVotes>().nullable(),
  /** When it was taken back as written down wrongly, and why; null while it stands. */
  withdrawnOn: col.date().nullable(),
  withdrawReason: col.text().nullable(),
  byId: col.ref("directory_person").nullable(),
  at: col.instant(),
});
