import { dayText, Status, t, type StatusKind } from "@lianxin/web-kit";
import { text, type LineAnswer } from "../api.js";

type Lit = Pick<LineAnswer, "light" | "daysLate" | "state" | "endedAs" | "seekUntil" | "seekOverOn" | "blockKind">;

/** The word of a line's light: with the working days it is late by, where they can be counted; what was checked waits to be closed out. */
export function wordOf({ light, daysLate, state, endedAs, seekUntil, seekOverOn, blockKind }: Lit): string {
  if (endedAs !== null) return t(`commitments.part.state.${endedAs}`);
  if (light === "gap" && seekUntil !== null && seekOverOn === null) return text("commitments.light.seek", { day: dayText(seekUntil) });
  if (light === "hold" && blockKind !== null) return text("commitments.block.state.blocked");
  if (light === "late" && daysLate !== null && daysLate > 0) return text("commitments.light.lateBy", { days: daysLate });
  if (state === "verified") return text("commitments.state.verified");
  return t(`commitments.light.${light}`);
}

export const LightTag = ({ line }: { readonly line: Lit }) => <Status kind={line.light as StatusKind} word={wordOf(line)} />;
