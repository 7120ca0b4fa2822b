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

/** So often is a name said as the act that says it oftenest does: two of one name are two humans, and who is missed by two acts is rung up once. */
function joinNames(known: readonly string[], more: readonly string[]): string[] {
  const rest = [...known];
  const fresh = more.filter((name) => {
    const at = rest.indexOf(name);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [...known, ...fresh];
}

type Way = Parameters<typeof toast>[1];

/** Says that something is done to a day or a series, how many were told of it, with the way back where there is one, and keeps the names of those no letter reaches. */
export function sayTold(of: string, done: string, { told, toCall }: Told, way: Way = {}): void {
  const reached = told > 0 && text("volunteer-days.told.reached", { count: told });
  const missed = toCall.length > 0 && text("volunteer-days.told.missed", { count: toCall.length });
  toast([done, reached, missed].filter(Boolean).join("；"), way);
  if (toCall.length > 0) keep(of, joinNames(calls.value.get(of) ?? [], toCall));
}

/** Whom to ring up about a day, or about a series, which has none, until the desk says that they were. */
export function ToCall({ dayId, heldOn }: { readonly dayId: string; readonly heldOn?: string }) {
  const names = calls.value.get(dayId) ?? [];
  if (names.length === 0) return null;
  return (
    <Notice kind="warning">
      {text(heldOn ? "volunteer-days.told.toCall" : "volunteer-days.told.toCallSeries", {
        day: heldOn ? dayText(heldOn) : "",
        count: names.length,
        names: names.join("、"),
      })}{" "}
      <Button look="plain" onClick={() => keep(dayId, [])}>
        {text("volunteer-days.told.called")}
      </Button>
    </Notice>
  );
}
