import { dayText, Notice } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { Mine } from "./MinePage.js";

const ends = ["self", "stoodIn", "swapped"] as const;
const endOf = ({ endReason }: Mine) => ends.find((end) => end === endReason) ?? "other";

/** What a sign-up is now, in a line. */
export function headingOf(mine: Mine): string {
  const { state, dayState, queue, heldOn, isOver } = mine;
  if (dayState === "cancelled") return text("volunteer-days.mine.dayCancelled", { day: dayText(heldOn) });
  if (state === "cancelled") return text(`volunteer-days.mine.ended.${endOf(mine)}`);
  if (isOver) return text(state === "confirmed" ? "volunteer-days.mine.over" : "volunteer-days.mine.overWaiting", { day: dayText(heldOn) });
  if (state === "offered") return text("volunteer-days.offer.heading");
  return state === "waiting" ? text("volunteer-days.done.waiting", { place: queue ?? 1 }) : text("volunteer-days.mine.heading", { day: dayText(heldOn) });
}

/** Who goes in their stead, or where they go themselves. */
export function Ended({ mine }: { readonly mine: Mine }) {
  if (mine.state !== "cancelled") return null;
  if (mine.swappedTo)
    return (
      <Notice>
        <a href={mine.swappedTo}>{text("volunteer-days.mine.swappedTo")}</a>
      </Notice>
    );
  return endOf(mine) === "self" ? <Notice>{text("volunteer-days.mine.thanks")}</Notice> : null;
}
