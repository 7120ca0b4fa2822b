import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import Fastify, { type FastifyInstance, type RouteOptions } from "fastify";
import { failures } from "../failures.js";
import { Refusal } from "../start-plugins/refusal.js";
import type { Ports, Random } from "../ports.js";
import { answerCompiler, shapeCompiler } from "./check-shape.js";
import { policyOfPages, securityHeaders } from "./security-headers.js";
import type { HttpLog } from "./write-log.js";

/** Who may call an address that is not a plugin's route, and at which place: nothing is served without it. */
export interface Policy {
  readonly may: "anyone" | "signed-in";
  readonly at: "none" | "self";
}

declare module "fastify" {
  interface FastifyContextConfig {
    policy?: Policy | "plugin";
  }
}

/** Deny by default: the server does not start with a route that says nothing of who may call it. */
function refuseBareRoutes(routes: readonly RouteOptions[]): void {
  const bare = routes.find((route) => !route.config?.policy);
  if (bare) throw new Refusal(`The route ${String(bare.method)} ${bare.url} has no policy.`, "add config: { policy: { may, at } }.");
}

/** "a81f3c-1z": six digits for this start, then a count. Long enough to find a line in the log by, cheap enough for every request. */
function requestIds(random: Random): () => string {
  const start = Buffer.from(random.bytes(4)).toString("hex").slice(0, 6);
  let count = 0;
  return () => `${start}-${(++count).toString(36)}`;
}

export interface HttpOptions {
  readonly ports: Ports;
  readonly log: HttpLog;
  readonly secure: boolean;
  readonly trustedProxies?: readonly string[];
  readonly requestsPerMinute: number;
}

/** Fastify with its unsafe defaults closed: strict shapes, deadlines, no echo of internal errors, a policy on every route. */
export async function createHttp({ ports, log, secure, trustedProxies, requestsPerMinute }: HttpOptions): Promise<FastifyInstance> {
  const http = Fastify({
    logger: false,
    genReqId: requestIds(ports.random),
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
    trustProxy: trustedProxies ? [...trustedProxies] : false,
    exposeHeadRoutes: false,
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200 },
  });
  http.removeContentTypeParser("text/plain");
  http.setValidatorCompiler(shapeCompiler());
  http.setSerializerCompiler(answerCompiler());
  const routes: RouteOptions[] = [];
  http.addHook("onRoute", (route) => void routes.push(route));
  http.addHook("onReady", async () => refuseBareRoutes(routes));
  const headers = securityHeaders({
    contentSecurityPolicy: policyOfPages,
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: "same-origin" },
  });
  http.addHook("onRequest", async (_, reply) => void reply.headers(headers));
  http.addHook("onResponse", async (request, reply) => log.answered(request, reply));
  await http.register(rateLimit, {
    timeWindow: 60_000,
    // Many volunteers share an office's address: who is signed in is counted alone, and more generously.
    keyGenerator: ({ actor, ip }) => (actor?.isSignedIn ? `account ${actor.accountId}` : ip),
    max: ({ actor }) => (actor?.isSignedIn ? requestsPerMinute * 10 : requestsPerMinute),
    errorResponseBuilder: (_, { ttl }) => failures.tooMany({ seconds: Math.ceil(ttl / 1000) }),
  });
  await http.register(multipart, { limits: { files: 1, fields: 10, parts: 12 } });
  await http.register(swagger, { openapi: { openapi: "3.1.0", info: { title: "莲心 Lianxin", version: "0.1.0" } } });
  return http;
}
