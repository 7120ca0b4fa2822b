import type { FastifyInstance } from "fastify";
import type { ServerPart } from "@lianxin/plugin-kit";
import { answerFor } from "../serve-web/answer-for.js";
import { askEachTime, servedFile, type ServedFile } from "../serve-web/served-file.js";
import { readingGround } from "./answer-route.js";
import { Assembly } from "./assemble.js";
import type { Platform } from "./platform.js";

const texts = { policy: { may: "anyone", at: "none" } } as const;

/** Whether an address opens on the server's own machine only: on no phone. */
const isLocal = (url: string): boolean => ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);

/** Who am I: the account, the person it acts for, their roles and the permissions they hold somewhere. */
function serveSession(http: FastifyInstance, platform: Platform): void {
  http.get("/api/session", { config: { policy: { may: "anyone", at: "self" } } }, async (request, reply) => {
    reply.header("cache-control", "no-store");
    const { actor } = request;
    if (!actor.isSignedIn)
      return { account: null, person: null, roles: [], actsFor: [], permissions: [], language: actor.language, isLocal: isLocal(platform.url) };
    const { authority } = new Assembly(platform, readingGround(platform, "session"), actor);
    const [{ name, roles, actsFor = [] }, grants] = await Promise.all([authority.introduce(actor), authority.grantsOf(actor, "anywhere")]);
    const person = actor.personId ? { id: actor.personId, name } : null;
    return {
      account: { id: actor.accountId },
      person,
      roles,
      actsFor,
      permissions: [...new Set(grants.map((g) => g.permission))].sort(),
      language: actor.language,
      isLocal: isLocal(platform.url),
    };
  });
}

/** Alive, and ready: the second is false while the server drains or its database does not answer. */
function serveHealth(http: FastifyInstance, platform: Platform, isDraining: () => boolean): void {
  http.get("/healthz", { config: texts, logLevel: "silent" }, async () => ({ ok: true }));
  http.get("/readyz", { config: texts, logLevel: "silent" }, async (_, reply) => {
    const answers = await platform.database.kit
      .selectFrom("kit_setting")
      .select("id")
      .limit(1)
      .execute()
      .then(
        () => true,
        () => false,
      );
    const ok = answers && !isDraining();
    return reply.code(ok ? 200 : 503).send({ ok, database: answers, draining: isDraining() });
  });
}

/** The texts of all enabled plugins in one language, for the workbench; and without the other plugins', for a plugin's public pages. */
function serveTexts(http: FastifyInstance, { texts: known, parts }: Platform): void {
  const ids = parts.map(({ plugin }) => plugin.id as string);
  const fileOf = (of: Readonly<Record<string, string>>) => servedFile(JSON.stringify(of), "messages.json", askEachTime);
  for (const language of ["zh-CN", "en"] as const) {
    const without = (id: string) =>
      Object.entries(known[language]).filter(([key]) => key.startsWith(`${id}.`) || !ids.some((other) => key.startsWith(`${other}.`)));
    const makers: [string, () => ServedFile][] = [
      ["", () => fileOf(known[language])],
      ...ids.map((id): [string, () => ServedFile] => [`/${id}`, () => fileOf(Object.fromEntries(without(id)))]),
    ];
    for (const [of, make] of makers) {
      let file: ServedFile | undefined;
      http.get(`/_m/messages/${language}${of}.json`, { config: texts }, async (request, reply) => {
        const { status, headers, body } = answerFor((file ??= make()), request.headers);
        return reply.code(status).headers(headers).send(body);
      });
    }
  }
}

/** The interface description, and the plugins that are enabled with what they ask for. */
function serveDescription(http: FastifyInstance, parts: readonly ServerPart[]): void {
  const config = { policy: { may: "signed-in", at: "none" } } as const;
  http.get("/api/openapi.json", { config }, async () => http.swagger());
  http.get("/api/plugins", { config }, async () =>
    parts.map(({ plugin }) => ({
      id: plugin.id,
      dependsOn: plugin.dependsOn.map((d: { id: string }) => d.id),
      permissions: Object.values(plugin.permissions),
    })),
  );
}

export function serveKitRoutes(http: FastifyInstance, platform: Platform, isDraining: () => boolean): void {
  serveSession(http, platform);
  serveHealth(http, platform, isDraining);
  serveTexts(http, platform);
  serveDescription(http, platform.parts);
}
