import { text } from "../api.js";

/** How many are expected and must come; rules without a quorum let a meeting begin with however many. */
export const tellNeed = ({ members, need }: { readonly members: number; readonly need: number }): string =>
  need > 0 ? text("meetings.people.fact", { members, need }) : text("meetings.people.factAny", { members });
