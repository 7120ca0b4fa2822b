import type { FastifyInstance, FastifyReply } from "fastify";
import { failures } from "../failures.js";
import type { Doors } from "../serve-web/doors.js";
import type { Texts } from "../start-plugins/translate.js";
import { answerWeb } from "../serve-web/answer-web.js";

/** Everything that is not the API: the pages' files, and the page itself at every other address. */
export function servePages(http: FastifyInstance, doors: Doors, texts: Texts): void {
  http.get("/*", { config: { policy: { may: "anyone", at: "none" } } }, async (request, reply): Promise<FastifyReply> => {
    const path = new URL(request.url, "http://localhost").pathname;
    const answer = path.startsWith("/api/") ? undefined : answerWeb(path, request.headers, doors, texts);
    if (!answer) throw failures.notFound();
    return reply.code(answer.status).headers(answer.headers).send(answer.body);
  });
}
