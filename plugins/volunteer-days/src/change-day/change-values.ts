import { api, text } from "../api.js";
import { sayTold } from "../tell-volunteers/ToCall.js";
import type { ChangeableDay } from "./ChangeDayPage.js";
import type { Clashing } from "./ClashDialog.js";

export type Way = "move" | "cancel" | "restore";
/** What the form for a change holds; empty texts leave what is. */
export interface ChangeValues {
  way: Way;
  heldOn: string;
  startTime: string;
  endTime: string;
  meetingPoint: string;
  words: string;
  reason: string;
}
type Reason = "rain" | "heat" | "holiday" | "other";

/** Not open, and on the holiday it fell on: it takes place on another date or not at all. */
export const isOnHoliday = ({ state, holiday, heldOn, originalOn }: ChangeableDay): boolean => state !== "open" && holiday !== null && heldOn === originalOn;

/** What may be done with a date; a call-off can be taken back unless it stands on a holiday. */
export function waysOf(day: ChangeableDay): readonly Way[] {
  if (day.state !== "cancelled") return ["move", "cancel"];
  return isOnHoliday(day) ? ["move"] : ["restore", "move"];
}

/** Who would have another place at the new time; nothing is changed. */
export async function tryChange(day: ChangeableDay, values: ChangeValues): Promise<readonly Clashing[]> {
  const params = { dayId: day.id };
  if (values.way === "cancel") return [];
  const { clashes } =
    values.way === "restore"
      ? await api("POST /days/:dayId/restore", { params, body: { isTry: true } })
      : await api("PUT /days/:dayId", { params, body: { ...moveOf(day, values), isTry: true } });
  return clashes;
}

const moveOf = ({ heldOn: before }: ChangeableDay, { heldOn, startTime, endTime, meetingPoint, words }: ChangeValues) => ({
  ...(heldOn !== before && { heldOn }),
  ...{ startTime, endTime },
  ...(meetingPoint && { meetingPoint }),
  ...(words && { words }),
});

/** Sends the change, with so many clashes seen, and says that it is done and whom nobody could write to. */
export async function sendChange(day: ChangeableDay, values: ChangeValues, clashing: number): Promise<void> {
  const { way, words, reason } = values;
  const params = { dayId: day.id };
  if (way === "restore") {
    const told = await api("POST /days/:dayId/restore", { params, body: { clashing } });
    sayTold(day.id, text("volunteer-days.change.restored"), told);
    return;
  }
  if (way === "cancel") {
    const told = await api("POST /days/:dayId/cancel", { params, body: { reason: reason as Reason, ...(words && { words }) } });
    sayTold(day.id, text("volunteer-days.change.cancelled"), told);
    return;
  }
  const told = await api("PUT /days/:dayId", { params, body: { ...moveOf(day, values), clashing } });
  sayTold(day.id, text("volunteer-days.change.moved"), told);
}
