import type { MatterState } from "../matters.js";

/** The four faces of the list: 待审查 待上会 办理中 已答复; every stage is under one of them. */
export const tabs = ["screening", "waiting", "working", "answered"] as const;
export type Tab = (typeof tabs)[number];

const states: Readonly<Record<Tab, readonly MatterState[]>> = {
  screening: ["proposed", "screening"],
  waiting: ["accepted", "deferred"],
  working: ["scheduled", "discussed", "referred", "escalated"],
  answered: ["decided", "merged", "returned", "split", "resolved", "withdrawn"],
};
export const statesOf = (tab: Tab): readonly MatterState[] => states[tab];
/** Under which face a state is. */
export const tabOf = (state: MatterState): Tab => tabs.find((tab) => states[tab].includes(state))!;

/** Sums of stages, by tab. */
export const countTabs = (byState: ReadonlyMap<string, number>): Record<Tab, number> =>
  Object.fromEntries(tabs.map((tab) => [tab, states[tab].reduce((sum, state) => sum + (byState.get(state) ?? 0), 0)])) as Record<Tab, number>;
