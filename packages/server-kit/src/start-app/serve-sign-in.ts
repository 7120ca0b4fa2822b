import type { FastifyInstance } from "fastify";
import { signInRoutes } from "../sign-in/sign-in.route.js";
import type { SignIn } from "../sign-in/sign-in.js";

/** Puts the addresses of signing in behind the same checks as everything else; answers about sessions are never kept by a cache. */
export function serveSignIn(http: FastifyInstance, signIn: SignIn): void {
  for (const { method, url, summary, policy, body, handle } of signInRoutes(signIn))
    http.route({
      method,
      url,
      config: { policy },
      schema: { summary, tags: ["sign-in"], ...(body ? { body } : {}) },
      async handler(request, reply) {
        const { params, query, ip, headers, actor } = request;
        const answer = await handle({
          body: request.body,
          params: params as Record<string, string>,
          query: query as Record<string, unknown>,
          ip,
          cookies: headers.cookie,
          language: actor.language,
        });
        reply.header("cache-control", "no-store");
        for (const cookie of answer.setCookie ?? []) reply.header("set-cookie", cookie);
        if (answer.redirect) return reply.redirect(answer.redirect, answer.status);
        return reply.code(answer.status).send(answer.body ?? {});
      },
    });
}
