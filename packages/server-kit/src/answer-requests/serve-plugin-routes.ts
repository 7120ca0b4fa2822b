import { createHash } from "node:crypto";
import type { Actor, FileAnswer, Route } from "@lianxin/plugin-kit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { failures } from "../failures.js";
import { Assembly } from "./assemble.js";
import { answerRead, answerTogether, answerWrite, isReading, readingGround, type Answered, type Asked, type PluginRoute } from "./answer-route.js";
import { checkPolicy } from "./check-policy.js";
import type { Finish } from "./finish-answers.js";
import type { Platform } from "./platform.js";

declare module "fastify" {
  interface FastifyRequest {
    actor: Actor;
  }
}

const schemaOf = ({ id, route }: PluginRoute) => ({
  summary: route.summary,
  tags: [id],
  ...(route.body && !route.upload ? { body: route.body } : {}),
  ...(route.query ? { querystring: route.query } : {}),
  response: { 200: route.returns },
});

const isFile = (value: unknown): value is FileAnswer => typeof value === "object" && value !== null && "file" in value && "body" in value && "type" in value;

const etagOf = (body: FileAnswer["body"]): string => `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
const asked = (header: string | undefined): readonly string[] => (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));

/** The same as a moment ago: nothing is sent again. */
function isKnown(request: FastifyRequest, reply: FastifyReply, { body, revalidates }: FileAnswer): boolean {
  if (!revalidates) return false;
  const etag = etagOf(body);
  reply.header("etag", etag).header("cache-control", "private, no-cache");
  const isSame = asked(request.headers["if-none-match"]).includes(etag);
  if (isSame) reply.statusCode = 304;
  return isSame;
}

function sendFile(reply: FastifyReply, { file, type, body, revalidates }: FileAnswer): FastifyReply {
  const name = encodeURIComponent(file);
  const isPage = type.startsWith("text/html");
  return reply
    .header("content-disposition", `${isPage ? "inline" : "attachment"}; filename*=UTF-8''${name}`)
    .header("cache-control", revalidates ? "private, no-cache" : "no-store")
    .header(
      "content-security-policy",
      isPage ? "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-modals" : "default-src 'none'; sandbox",
    )
    .type(type)
    .send(typeof body === "string" ? body : Buffer.from(body));
}

/** The counter of one address beside the one of all: its window is longer and its number smaller. */
const limitOf = ({ limit }: Route) => (limit ? { rateLimit: { max: limit.most, timeWindow: limit.minutes * 60_000 } } : {});

async function readUpload(request: FastifyRequest, limit: number): Promise<unknown> {
  const file = await request.file({ limits: { fileSize: limit } });
  if (!file) throw failures.invalidInput({ count: 1 }, "body.file");
  const bytes = await file.toBuffer().catch(() => {
    throw failures.tooLarge({ limit: `${Math.floor(limit / 1_048_576)} MB` }, "body.file");
  });
  const fields = Object.fromEntries(
    Object.entries(file.fields).flatMap(([key, value]) => (value && !Array.isArray(value) && value.type === "field" ? [[key, value.value]] : [])),
  );
  return { ...fields, name: file.filename, bytes };
}

/** Puts every plugin route under /api/<plugin id>: who, policy, shape, handler, and the answer revealed for its reader. */
export function servePluginRoutes(http: FastifyInstance, platform: Platform, finish: Finish): void {
  for (const part of platform.parts)
    for (const route of Object.values(part.routes) as Route[]) {
      const target: PluginRoute = { id: part.plugin.id, route };
      const [method, path] = route.path.split(" ") as ["GET", string];
      http.route({
        method,
        url: `/api/${target.id}${path}`,
        config: { policy: "plugin", ...limitOf(route) },
        schema: schemaOf(target),
        preValidation: (request) => checkFirst(platform, target, request),
        handler: async (request, reply) => {
          const answered = await answer(platform, target, await askedOf(request, route));
          if (isFile(answered.value)) {
            const file = await finish.file(answered, answered.value);
            return isKnown(request, reply, file) ? reply.send() : sendFile(reply, file);
          }
          reply.header("cache-control", "no-store");
          const reader = { actor: request.actor, route: `${target.id} ${route.path}`, asksToSee: request.headers["x-show"] !== undefined };
          return reply.send(await finish.json(route.returns, answered, reader));
        },
      });
    }
}

async function askedOf(request: FastifyRequest, route: Route): Promise<Asked> {
  const key = request.headers["idempotency-key"];
  const body = route.upload ? await readUpload(request, route.upload) : request.body;
  return {
    actor: request.actor,
    params: request.params,
    query: request.query,
    body: body ?? {},
    idempotencyKey: typeof key === "string" && !route.upload ? key : undefined,
  };
}

/** Who may, before the shape is looked at: a stranger learns nothing from a shape error. */
async function checkFirst(platform: Platform, { id, route }: PluginRoute, request: FastifyRequest): Promise<void> {
  if (route.may === "anyone") return;
  const early = { ...route, at: typeof route.at === "function" ? ("none" as const) : route.at };
  await checkPolicy(new Assembly(platform, readingGround(platform, route.path), request.actor), { id, route: early, request: {} });
}

function answer(platform: Platform, target: PluginRoute, asked: Asked): Promise<Answered> {
  if (isReading(target.route)) return answerRead(platform, target, asked);
  return target.route.handleMany ? answerTogether(platform, target, asked) : answerWrite(platform, target, asked);
}
