import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Actor } from "@lianxin/plugin-kit";
import { failures } from "../failures.js";
import { anonymous } from "./assemble.js";
import { checkOrigin } from "./check-origin.js";
import { describeFailure } from "./describe-failure.js";
import { languageOf, type Platform } from "./platform.js";
import type { HttpLog } from "./write-log.js";

type ActorOf = (request: FastifyRequest) => Promise<Actor>;

/** Who asks, from where, and may they: before every route; and one form for every refusal. */
export function guardRequests(http: FastifyInstance, platform: Platform, actorOf: ActorOf, log: HttpLog): void {
  http.decorateRequest("actor", null as never);
  http.addHook("onRequest", async (request) => {
    request.actor = anonymous(languageOf(request.headers["accept-language"]));
    checkOrigin(request);
    const { policy } = request.routeOptions.config;
    const needsNobody = policy !== "plugin" && policy?.may === "anyone" && policy.at === "none";
    if (!needsNobody) request.actor = await actorOf(request);
    if (policy !== "plugin" && policy?.may === "signed-in" && !request.actor.isSignedIn) throw failures.notSignedIn();
  });
  http.setErrorHandler((error, request, reply) => {
    const { status, answer } = describeFailure(error, platform.texts, request.actor?.language ?? "zh-CN", request.id);
    if (status >= 500) log.failed(request, error);
    if (status === 503) reply.header("retry-after", "5");
    return reply.code(status).header("cache-control", "no-store").send(answer);
  });
}

/** What is not there: coded for programs, the page that says so for people. */
export function answerNotFound(http: FastifyInstance, platform: Platform): void {
  http.setNotFoundHandler(async (request, reply) => {
    const { status, answer } = describeFailure(failures.notFound(), platform.texts, languageOf(request.headers["accept-language"]), request.id);
    return reply.code(status).header("cache-control", "no-store").send(answer);
  });
}
