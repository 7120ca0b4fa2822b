import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";

/** The interface description as a page one can browse, for people who are signed in. */
export async function serveDocs(http: FastifyInstance): Promise<void> {
  await http.register(async (scope) => {
    scope.addHook("onRoute", (route) => void (route.config = { ...route.config, policy: { may: "signed-in", at: "none" } }));
    await scope.register(swaggerUi, { routePrefix: "/api/docs", staticCSP: true, uiConfig: { docExpansion: "list" } });
  });
}
