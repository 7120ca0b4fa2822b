import { col, table } from "@lianxin/plugin-kit";
import type { Assignment, Problem } from "@lianxin/scheduling";
import type { PlanFact } from "../plan-month/plan-words.js";

/** Many meetings placed at once: what was asked, what was found, and whether it was put to use. Ids and times only. */
export const plan = table("meetings_plan", {
  id: col.id(),
  placePath: col.place(),
  /** "month": drafts are given times; "repair": announced meetings are moved as little as possible. */
  kind: col.text(),
  state: col.text(),
  fromOn: col.date(),
  untilOn: col.date(),
  seconds: col.int(),
  /** The repair whose offer was not liked; this one looks for later times. */
  otherThan: col.text().nullable(),
  taskId: col.text().nullable(),
  problem: col.json<Problem>().nullable(),
  /** Where announced meetings stood when a repair was asked for. */
  stood: col.json<readonly Assignment[]>(),
  assignments: col.json<readonly Assignment[]>(),
  facts: col.json<readonly PlanFact[]>(),
  createdBy: col.ref("directory_person").nullable(),
  createdAt: col.instant(),
  appliedAt: col.instant().nullable(),
});
