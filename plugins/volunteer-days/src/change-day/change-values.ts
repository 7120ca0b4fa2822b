import { api, text } from "../api.js";
import { sayTold } from "../tell-volunteers/ToCall.js";
import type { Sheet } from "../hold-day/DayPage.js";
import type { Clashing } from "./ClashDialog.js";
import { sendRestore, tryRestore } from "./restore-day.js";

export type Way = "move" | "cancel" | "restore" | "hold";
/** What of a day says how it may be changed. */
export type ChangedDay = Pick<Sheet, "id" | "state" | "holiday" | "holidayWhy" | "heldOn" | "originalOn" | "reason" | "words">;
/** What the form for a change holds; empty texts leave what is. */
export interface ChangeValues {
  way: Way;
  heldOn: string;
  startTime: string;
  endTime: string;
  meetingPoint: string;
  words: string;
  reason: string;
  /** Why it takes place on a holiday. */
  holidayWhy: string;
}
type Reason = "rain" | "heat" | "holiday" | "other";

/** Not open, on the holiday it fell on, and nobody has said why it should take place then. */
export const isOnHoliday = ({ state, holiday, holidayWhy, heldOn, originalOn }: ChangedDay): boolean =>
  state !== "open" && holiday !== null && holidayWhy === null && heldOn === originalOn;

/** What may be done with a date; on a holiday it is held as planned only with a reason. */
export function waysOf(day: ChangedDay): readonly Way[] {
  if (isOnHoliday(day)) return day.state === "cancelled" ? ["move", "hold"] : ["move", "hold", "cancel"];
  return day.state === "cancelled" ? ["restore", "move"] : ["move", "cancel"];
}

/** Who would have another place at the new time; nothing is changed. */
export async function tryChange(day: ChangedDay, values: ChangeValues): Promise<readonly Clashing[]> {
  if (values.way === "cancel") return [];
  if (values.way !== "move") return tryRestore(day.id, holidayOf(values));
  return (await api("PUT /days/:dayId", { params: { dayId: day.id }, body: { ...moveOf(day, values), isTry: true } })).clashes;
}

const holidayOf = ({ holidayWhy }: ChangeValues) => (holidayWhy.trim() ? { holidayWhy } : {});
const moveOf = ({ heldOn: before }: ChangedDay, values: ChangeValues) => {
  const { heldOn, startTime, endTime, meetingPoint, words } = values;
  return {
    ...(heldOn !== before && { heldOn }),
    ...{ startTime, endTime },
    ...(meetingPoint && { meetingPoint }),
    ...(words && { words }),
    ...holidayOf(values),
  };
};

/** Sends the change, with so many clashes seen, and says that it is done and whom nobody could write to. */
export async function sendChange(day: ChangedDay, values: ChangeValues, clashing: number): Promise<void> {
  const { way, words, reason } = values;
  const params = { dayId: day.id };
  if (way === "restore" || way === "hold") return sendRestore(day.id, { clashing, ...holidayOf(values) });
  if (way === "cancel") {
    const told = await api("POST /days/:dayId/cancel", { params, body: { reason: reason as Reason, ...(words && { words }) } });
    sayTold(day.id, text("volunteer-days.change.cancelled"), told);
    return;
  }
  const told = await api("PUT /days/:dayId", { params, body: { ...moveOf(day, values), clashing } });
  sayTold(day.id, text("volunteer-days.change.moved"), told);
}
