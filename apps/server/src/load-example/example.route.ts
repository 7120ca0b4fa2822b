import type { Actor } from "@lianxin/plugin-kit";
import { failures, type Platform, type ServerOptions } from "@lianxin/server-kit";
import { openDesk } from "../load-files/directory-desk.js";
import { beginStory } from "./begin-story.js";
import { getExample } from "./find-example.js";
import { loadExample, type LoadedExample } from "./load-example.js";

async function loadAs(platform: Platform, actor: Actor): Promise<LoadedExample> {
  const desk = openDesk(platform, actor);
  const { roles } = await desk.read(({ authority }) => authority().introduce(actor));
  if (!roles.some(({ kind }) => kind === "administrator")) throw failures.notAllowed({ permission: "administrator" });
  const example = await getExample();
  const loaded = await loadExample(desk, example);
  await beginStory(platform, desk, example);
  return loaded;
}

/** POST /api/set-up/example: an administrator fills an empty directory with the example community. Who asks while it is being filled waits for the same answer. */
export const serveExample: NonNullable<ServerOptions["serve"]> = (http, platform) => {
  let underWay: { readonly account: string; readonly loaded: Promise<LoadedExample> } | undefined;
  http.post(
    "/api/set-up/example",
    { config: { policy: { may: "signed-in", at: "none" } }, schema: { summary: "Fill an empty directory with the example community", tags: ["set-up"] } },
    async ({ actor }, reply) => {
      reply.header("cache-control", "no-store");
      if (underWay && underWay.account !== actor.accountId) throw failures.notNow();
      const { loaded } = (underWay ??= { account: actor.accountId, loaded: loadAs(platform, actor).finally(() => (underWay = undefined)) });
      return loaded;
    },
  );
};
