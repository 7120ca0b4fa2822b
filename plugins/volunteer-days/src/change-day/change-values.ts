import { api, text } from "../api.js";
import type { ChangeableDay } from "./ChangeDayPage.js";

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

/** What may be done with a date; a call-off can be taken back unless it stands on a holiday. */
export function waysOf({ state, holiday, heldOn, originalOn }: ChangeableDay): readonly Way[] {
  if (state !== "cancelled") return ["move", "cancel"];
  return holiday && heldOn === originalOn ? ["move"] : ["restore", "move"];
}

/** Sends the change and gives the word that it is done. */
export async function sendChange({ id: dayId, heldOn: before }: ChangeableDay, values: ChangeValues): Promise<string> {
  const { way, heldOn, startTime, endTime, meetingPoint, words, reason } = values;
  const params = { dayId };
  if (way === "restore") {
    await api("POST /days/:dayId/restore", { params });
    return text("volunteer-days.change.restored");
  }
  if (way === "cancel") {
    await api("POST /days/:dayId/cancel", { params, body: { reason: reason as Reason, ...(words && { words }) } });
    return text("volunteer-days.change.cancelled");
  }
  const moved = { ...(heldOn !== before && { heldOn }), startTime, endTime };
  await api("PUT /days/:dayId", { params, body: { ...moved, ...(meetingPoint && { meetingPoint }), ...(words && { words }) } });
  return text("volunteer-days.change.moved");
}
