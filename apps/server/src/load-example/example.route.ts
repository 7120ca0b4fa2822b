import type { Actor } from "@lianxin/plugin-kit";
import { failures, type Environment, type Platform, type ServerOptions } from "@lianxin/server-kit";
import { openDesk, type DirectoryDesk } from "../load-files/directory-desk.js";
import { beginStory } from "./begin-story.js";
import { clearExample } from "./clear-example.js";
import { getExample } from "./find-example.js";
import { loadExample, type LoadedExample } from "./load-example.js";
import { findExampleMark } from "./mark-example.js";

const config = { policy: { may: "signed-in", at: "none" } } as const;
const schema = (summary: string) => ({ summary, tags: ["set-up"] });

async function deskOf(platform: Platform, actor: Actor): Promise<DirectoryDesk> {
  const desk = openDesk(platform, actor);
  const { roles } = await desk.read(({ authority }) => authority().introduce(actor));
  if (!roles.some(({ kind }) => kind === "administrator")) throw failures.notAllowed({ permission: "administrator" });
  return desk;
}

async function loadAs(platform: Platform, actor: Actor): Promise<LoadedExample> {
  const desk = await deskOf(platform, actor);
  const example = await getExample();
  const loaded = await loadExample(platform, desk, example);
  await beginStory(platform, desk, example);
  return loaded;
}

/** The example community's routes: an administrator fills an empty directory with it, sees whether it is here, and clears it. One of these at a time. */
export const serveExample =
  (environment: Environment): NonNullable<ServerOptions["serve"]> =>
  (http, platform, forgetActors) => {
    let underWay: { readonly account: string; readonly deed: string; readonly done: Promise<unknown> } | undefined;
    /** Who asks again for what is under way waits for the same answer. */
    const once = async (deed: string, account: string, work: () => Promise<unknown>): Promise<unknown> => {
      if (underWay && (underWay.account !== account || underWay.deed !== deed)) throw failures.notNow();
      const { done } = (underWay ??= { account, deed, done: work().finally(() => (underWay = undefined)) });
      return done;
    };
    http.get("/api/set-up/example", { config, schema: schema("Whether the example community is here") }, async ({ actor }, reply) => {
      reply.header("cache-control", "no-store");
      await deskOf(platform, actor);
      return { loadedAt: (await findExampleMark(platform)) ?? null };
    });
    http.post("/api/set-up/example", { config, schema: schema("Fill an empty directory with the example community") }, async ({ actor }, reply) => {
      reply.header("cache-control", "no-store");
      return once("load", actor.accountId, () => loadAs(platform, actor));
    });
    http.post("/api/set-up/example/clear", { config, schema: schema("Clear the example community and all that was done in it") }, async ({ actor }, reply) => {
      reply.header("cache-control", "no-store");
      return once("clear", actor.accountId, async () => {
        const cleared = await clearExample(platform, environment, await deskOf(platform, actor));
        forgetActors();
        return cleared;
      });
    });
  };
