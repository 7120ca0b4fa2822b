import { aMatter } from "@lianxin/matters/testing";
import server from "../server.js";
import type { Council, Rehearsed } from "../test-council.js";

/** A month of work around an assignment meeting, through the routes people use. */
export interface Month {
  /** Matters that were let through and reported upwards, by title. */
  escalate(titles: readonly string[]): Promise<void>;
  /** Takes a line of the ledger to its close-out. */
  closeOut(commitmentId: string): Promise<void>;
  /** A call to a plugin that must succeed. */
  ask(plugin: string, path: string, params: Record<string, string>, body?: object): Promise<any>;
}

interface Heard extends Rehearsed {
  published(): Promise<readonly { readonly event: string; readonly payload: unknown }[]>;
}

export function monthOf({ app, people, compoundId }: Council<Heard>): Month {
  let heard = 0;
  const ask = async (plugin: string, path: string, params: Record<string, string>, body: object = {}, as = "secretary") => {
    const { status, body: answer } = await app.call(path, { of: plugin, as, params, ...(path.startsWith("GET") ? {} : { body }) });
    if (status !== 200) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  /** Hands what was published since the last time to the listeners of meetings, each in a turn of its own as after a commit. */
  const hear = async () => {
    const events = await app.published();
    for (const { event, payload } of events.slice(heard))
      for (const listener of server.listeners.filter((one) => one.event === event))
        await app.write("meetings", (ctx) => listener.handle(payload, ctx, { eventId: event }));
    heard = events.length;
  };
  return {
    ask,
    async escalate(titles) {
      for (const title of titles) {
        const { id } = await aMatter(app, { personId: people["何志远"]!, placeId: compoundId, title, isAccepted: true });
        await ask("matters", "POST /matters/:matterId/escalation", { matterId: id }, { referTo: "问题交办会", reason: "社区办不了" });
      }
      await hear();
    },
    async closeOut(commitmentId) {
      await ask("commitments", "POST /commitments/:commitmentId/completion", { commitmentId }, { words: "办好了" }, "grid");
      await ask("commitments", "POST /commitments/:commitmentId/checks", { commitmentId }, { isPassed: true, ways: [] });
      await ask("commitments", "POST /commitments/:commitmentId/close-out", { commitmentId });
      await hear();
    },
  };
}
