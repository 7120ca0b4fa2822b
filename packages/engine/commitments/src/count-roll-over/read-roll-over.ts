import { everywhere } from "@lianxin/plugin-kit";
import type { RollOver, RollOverAsked } from "../commitments.js";
import type { CommitmentsContext } from "../plugin.js";
import { countRollOver, placePart, type Event, type RollOverSums, type Turn, type Window } from "./count-roll-over.js";

/** Moves of the history, as a roll-over reads them. */
const turns: Readonly<Record<string, Turn>> = {
  ...{ open: "open", claim: "lead", assign: "lead", decline: "unlead", withdraw: "unlead", giveBack: "unlead", transfer: "unlead", void: "unlead" },
  ...{ close: "close", reopen: "reopen", defer: "defer", resume: "resume" },
  ...{ partMerge: "merge", partWithdraw: "withdraw", partVoid: "void", partRestore: "restore" },
};

/** Parts that can stand on the list: those unfinished now, and those something happened to since. Two index reads. */
async function candidates({ db }: CommitmentsContext, { path, since, sourceKinds }: RollOverAsked): Promise<string[]> {
  const why = "the roll-over of a place's list, counted for its meeting";
  const end = `${path}\uffff`;
  const unfinished = await everywhere(db, "commitments_line", why)
    .innerJoin("commitments_part as p", "p.id", "commitments_line.id")
    .select("p.id")
    .where("commitments_line.phase", "in", ["gap", "todo", "track", "check", "hold"])
    .where("commitments_line.placePath", ">=", path)
    .where("commitments_line.placePath", "<", end)
    .$if(sourceKinds !== undefined, (query) => query.where("p.sourceKind", "in", ["", ...sourceKinds!]))
    .execute();
  const touched = await everywhere(db, "commitments_part", why)
    .innerJoin("commitments_entry as e", "e.partId", "commitments_part.id")
    .select("commitments_part.id")
    .distinct()
    .where("e.at", ">", since)
    .where("commitments_part.placePath", ">=", path)
    .where("commitments_part.placePath", "<", end)
    .$if(sourceKinds !== undefined, (query) => query.where("sourceKind", "in", ["", ...sourceKinds!]))
    .execute();
  return [...new Set([...unfinished, ...touched].map(({ id }) => id))];
}

/** The turns of these parts' histories, each part's in order. */
async function historiesOf({ db }: CommitmentsContext, ids: readonly string[]): Promise<Map<string, Event[]>> {
  const histories = new Map<string, Event[]>();
  for (let at = 0; at < ids.length; at += 500) {
    const rows = await db
      .selectFrom("commitments_entry")
      .select(["partId", "at", "move"])
      .where("partId", "in", ids.slice(at, at + 500))
      .where("move", "in", Object.keys(turns))
      .orderBy("at")
      .orderBy("id")
      .execute();
    for (const { partId, at: moment, move } of rows) histories.set(partId, [...(histories.get(partId) ?? []), { partId, at: moment, turn: turns[move]! }]);
  }
  return histories;
}

/** The list of a meeting, or the account of a period, at or below a path: its sums, and the ids on it. O(events of the parts on it). */
export async function readRollOver(ctx: CommitmentsContext, asked: RollOverAsked): Promise<RollOver> {
  const { since, cutOff, until = ctx.clock.now(), from = "since" } = asked;
  const window: Window = { since, cutOff, until, from };
  const histories = await historiesOf(ctx, await candidates(ctx, asked));
  const onList = [...histories].flatMap(([partId, events]) => {
    const placed = placePart(events, window);
    return placed ? [{ partId, isRolled: placed.isRolled, standing: placed.life.standing }] : [];
  });
  return { ...countRollOver(histories.values(), window), parts: onList };
}

/** The account of a period at several paths; the paths of a scope do not lie in each other, so that nothing is counted twice. */
export async function readAccount(
  ctx: CommitmentsContext,
  paths: readonly string[],
  { since, cutOff }: { readonly since: string; readonly cutOff: string },
): Promise<RollOverSums> {
  const sums = { rolled: 0, opened: 0, closed: 0, open: 0, ownerless: 0, deferred: 0, merged: 0, withdrawn: 0 };
  for (const path of paths) {
    const { parts: _, ...more } = await readRollOver(ctx, { path, since, cutOff, until: cutOff });
    for (const name of Object.keys(sums) as (keyof RollOverSums)[]) sums[name] += more[name];
  }
  return sums;
}
