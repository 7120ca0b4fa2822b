import { signal } from "@preact/signals";
import { Button, dayText, Notice } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { text } from "../api.js";

export interface Told {
  readonly told: number;
  readonly toCall: readonly string[];
}
/** By day, whom the desk has to ring up: kept over a change of page, since a word that goes by in seconds is no list to ring through. */
const calls = signal<ReadonlyMap<string, readonly string[]>>(new Map());
const keep = (dayId: string, names: readonly string[]): void => void (calls.value = new Map(calls.value).set(dayId, names));

/** Says that something is done to a day, how many were told of it, and keeps the names of those no letter reaches. */
export function sayTold(dayId: string, done: string, { told, toCall }: Told): void {
  const reached = told > 0 && text("volunteer-days.told.reached", { count: told });
  const missed = toCall.length > 0 && text("volunteer-days.told.missed", { count: toCall.length });
  toast([done, reached, missed].filter(Boolean).join("；"));
  if (toCall.length > 0) keep(dayId, [...new Set([...(calls.value.get(dayId) ?? []), ...toCall])]);
}

/** Whom to ring up about a day, until the desk says that they were. */
export function ToCall({ dayId, heldOn }: { readonly dayId: string; readonly heldOn: string }) {
  const names = calls.value.get(dayId) ?? [];
  if (names.length === 0) return null;
  return (
    <Notice kind="warning">
      {text("volunteer-days.told.toCall", { day: dayText(heldOn), count: names.length, names: names.join("、") })}{" "}
      <Button look="plain" onClick={() => keep(dayId, [])}>
        {text("volunteer-days.told.called")}
      </Button>
    </Notice>
  );
}
