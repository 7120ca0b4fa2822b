import { failures, listDead, retryDead, type DeadRow, type HouseCommand } from "@lianxin/server-kit";

export interface Undelivered {
  /** What is dead now, newest first, at most two hundred; no contents. */
  readonly dead: readonly DeadRow[];
  readonly retried: number;
}

/** Lists what could not be delivered; sets one id, or "all" that are listed, back to be tried again. Throws notFound. */
export const tendDead: HouseCommand<{ readonly retry?: string }, Undelivered> = {
  name: "undelivered",
  async run({ platform: { lane, ports, database, wakeOutbox } }, { retry }) {
    const wanted = retry === "all" ? (await listDead(database.kit)).map(({ id }) => id) : retry === undefined ? [] : [retry];
    let retried = 0;
    for (const id of wanted) if (await retryDead(lane, id, ports.clock.now())) retried++;
    if (retry !== undefined && retry !== "all" && retried === 0) throw failures.notFound();
    if (retried > 0) wakeOutbox();
    return { dead: await listDead(database.kit), retried };
  },
};
