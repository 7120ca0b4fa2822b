import { text, type Draft } from "../api.js";

/** Behind a number that the rules give: that they are the community's own, or that nobody has held them against their source yet. */
export const RuleStanding = ({ draft: { isVerified, isLocal } }: { readonly draft: Pick<Draft, "isVerified" | "isLocal"> }) =>
  isVerified ? null : <small class="lx-hint"> {text(isLocal ? "meetings.room.local" : "meetings.room.unverified")}</small>;
