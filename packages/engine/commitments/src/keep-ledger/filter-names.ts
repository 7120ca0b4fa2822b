import type { TrafficLight } from "../commitments.js";

/** Lights in the order of the ledger: what nobody leads first, what is done last. */
export const lights = ["gap", "late", "check", "soon", "track", "todo", "hold", "done"] as const satisfies readonly TrafficLight[];

/** The filters of the ledger, and the lights each one shows. */
export const filters = {
  all: lights,
  gap: ["gap"],
  late: ["late"],
  soon: ["soon"],
  check: ["check"],
  track: ["track", "todo"],
  hold: ["hold"],
  done: ["done"],
} as const satisfies Record<string, readonly TrafficLight[]>;
export type Filter = keyof typeof filters;
export const filterNames = Object.keys(filters) as Filter[];
