import type { MatterState } from "../matters.js";

/** The five faces of the list: 待审查 待上会 办理中 已答复 不再单办; every stage is under one of them. What was only decided is not done yet. */
export const tabs = ["screening", "waiting", "working", "answered", "closed"] as const;
export type Tab = (typeof tabs)[number];

const states: Readonly<Record<Tab, readonly MatterState[]>> = {
  screening: ["proposed", "screening"],
  waiting: ["accepted", "deferred"],
  working: ["scheduled", "discussed", "decided", "referred", "escalated"],
  answered: ["returned", "resolved"],
  closed: ["merged", "split", "withdrawn"],
};
export const statesOf = (tab: Tab): readonly MatterState[] => states[tab];
/** Under which face a state is. */
export const tabOf = (state: MatterState): Tab => tabs.find((tab) => states[tab].includes(state))!;

/** Sums of stages, by tab. */
export const countTabs = (byState: ReadonlyMap<string, number>): Record<Tab, number> =>
  Object.fromEntries(tabs.map((tab) => [tab, states[tab].reduce((sum, state) => sum + (byState.get(state) ?? 0), 0)])) as Record<Tab, number>;
