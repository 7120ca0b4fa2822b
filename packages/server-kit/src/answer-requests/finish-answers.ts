import type { Actor, Authority, FileAnswer } from "@lianxin/plugin-kit";
import type { TSchema } from "typebox";
import { fenced } from "../guard-tables/plugin-handle.js";
import { revealAnswer } from "../reveal-values/reveal-answer.js";
import type { AccessRow } from "../write-lane/records.js";
import { readingGround, type Answered } from "./answer-route.js";
import { Assembly } from "./assemble.js";
import { keyStoreOf } from "./key-store-of.js";
import type { Platform } from "./platform.js";

export interface Reader {
  readonly actor: Actor;
  readonly route: string;
  /** The reader asked to see what is masked. */
  readonly asksToSee: boolean;
}

/** The last step of every answer: values are opened or masked for their reader, and the access log is committed before anything is sent. */
export interface Finish {
  json(schema: TSchema, answered: Answered, reader: Reader): Promise<unknown>;
  file(answered: Answered, file: FileAnswer): Promise<FileAnswer>;
}

export function finisher(platform: Platform): Finish {
  const commitAccess = async (rows: readonly AccessRow[]): Promise<void> => {
    if (rows.length > 0) await platform.lane.run(async ({ records }) => void records.access.push(...rows));
  };
  const store = keyStoreOf(fenced(platform.database.root, platform.database.kitFence));
  return {
    async json(schema, { value, records }, { actor, route, asksToSee }) {
      await commitAccess(records.access);
      // Most answers hold nothing to be asked about.
      let known: Authority | undefined;
      const authority = () => (known ??= new Assembly(platform, readingGround(platform, route), actor).authority);
      const row = { account: actor.accountId, person: actor.personId, route, purpose: "shown" };
      const logAccess = (shown: readonly Pick<AccessRow, "dataClass" | "subjects">[]) => commitAccess(shown.map((s) => ({ ...row, ...s })));
      const revealed = await revealAnswer({
        schema,
        value,
        actor,
        authority: { maySee: (...asked) => authority().maySee(...asked) },
        keyRing: platform.sealer,
        store,
        show: asksToSee ? "allowed" : "masked",
        logAccess,
      });
      return revealed.value;
    },
    async file({ records }, file) {
      await commitAccess(records.access);
      return file;
    },
  };
}
