/** What the list of elders can be narrowed to. */
export const elderListStates = ["nobody", "waiting", "late", "ladder", "need", "handover", "unasked", "refused", "left"] as const;
export type ElderListState = (typeof elderListStates)[number];
