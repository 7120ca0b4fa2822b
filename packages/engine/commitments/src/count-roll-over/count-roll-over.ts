/** What happened to a part in the eyes of a roll-over. A move that is not listed changes nothing. */
export type Turn = "open" | "close" | "reopen" | "defer" | "resume" | "lead" | "unlead" | "merge" | "withdraw" | "void" | "restore";
export interface Event {
  readonly partId: string;
  /** UTC text; compared as text. */
  readonly at: string;
  readonly turn: Turn;
}
export type Standing = "absent" | "open" | "deferred" | "closed" | "merged" | "withdrawn";

/** Sums of one list: opened + rolled = closed + open + deferred + merged + withdrawn. */
export interface RollOverSums {
  readonly rolled: number;
  readonly opened: number;
  readonly closed: number;
  readonly open: number;
  /** Of the open ones, those nobody leads. */
  readonly ownerless: number;
  readonly deferred: number;
  readonly merged: number;
  /** Withdrawn by who asked for it, or made void. */
  readonly withdrawn: number;
}
export interface Window {
  /** The cut-off of the list before: what was open then has rolled over. UTC text. */
  readonly since: string;
  /** The cut-off of this list: what was opened after it waits for the next one. */
  readonly cutOff: string;
  /** When the outcome is read, not before the cut-off. */
  readonly until: string;
  /**
   * "since": the period's account, with what was closed in it. "cut-off": the list of a meeting, on which what was over by the cut-off does not
   * stand any more.
   */
  readonly from: "since" | "cut-off";
}

interface Life {
  standing: Standing;
  isLed: boolean;
}
const over: readonly Standing[] = ["absent", "closed", "merged", "withdrawn"];
const standings: Readonly<Partial<Record<Turn, Standing>>> = {
  ...{ open: "open", reopen: "open", resume: "open", restore: "open" },
  ...{ defer: "deferred", close: "closed", merge: "merged", withdraw: "withdrawn", void: "withdrawn" },
};

function turnLife({ standing, isLed }: Life, turn: Turn): Life {
  if (turn === "lead") return { standing: standing === "deferred" ? "open" : standing, isLed: true };
  if (turn === "unlead") return { standing, isLed: false };
  const next = standings[turn] ?? standing;
  return { standing: next, isLed: isLed && next !== "merged" && next !== "withdrawn" };
}

/** How a part stands at an instant, that instant included; its events in order of time. O(events). */
export const standAt = (events: readonly Event[], at: string): Life =>
  events.filter((event) => event.at <= at).reduce(turnLifeOf, { standing: "absent", isLed: false });
const turnLifeOf = (life: Life, { turn }: Event): Life => turnLife(life, turn);

/** What a part adds to the sums, or nothing when it does not stand on the list. */
export function placePart(events: readonly Event[], { since, cutOff, until, from }: Window): { readonly isRolled: boolean; readonly life: Life } | undefined {
  const [before, atCutOff] = [standAt(events, since), standAt(events, cutOff)];
  const isRolled = !over.includes(before.standing);
  const wasOpened = !isRolled && events.some(({ at, turn }) => at > since && at <= cutOff && ["open", "reopen", "restore"].includes(turn));
  if (!isRolled && !wasOpened) return undefined;
  if (from === "cut-off" && over.includes(atCutOff.standing)) return undefined;
  return { isRolled, life: standAt(events, until) };
}

/**
 * The sums of a list of parts. Each part on the list adds one to the left side (it rolled over, or was opened, reopened or restored in the
 * window) and one to the right (how it stands at the end), so that they cannot differ. O(events).
 */
export function countRollOver(histories: Iterable<readonly Event[]>, window: Window): RollOverSums {
  const sums = { rolled: 0, opened: 0, closed: 0, open: 0, ownerless: 0, deferred: 0, merged: 0, withdrawn: 0 };
  for (const events of histories) {
    const placed = placePart(events, window);
    if (!placed) continue;
    const { isRolled, life } = placed;
    sums[isRolled ? "rolled" : "opened"]++;
    sums[life.standing as Exclude<Standing, "absent">]++;
    if (life.standing === "open" && !life.isLed) sums.ownerless++;
  }
  return sums;
}
