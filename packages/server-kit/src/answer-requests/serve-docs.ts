import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { policyOfDocs, securityHeaders } from "./security-headers.js";

const address = "/api/docs";
/** The page's own small server: opened when somebody first browses, because few starts need it and it weighs as much as the rest of HTTP. */
async function openDocs(http: FastifyInstance): Promise<FastifyInstance> {
  const docs = Fastify({ logger: false });
  const headers = securityHeaders({ contentSecurityPolicy: policyOfDocs, strictTransportSecurity: false });
  docs.addHook("onRequest", async (_, reply) => void reply.headers(headers));
  const [{ default: swagger }, { default: swaggerUi }] = await Promise.all([import("@fastify/swagger"), import("@fastify/swagger-ui")]);
  await docs.register(swagger, { mode: "static", specification: { document: http.swagger() as never } });
  await docs.register(swaggerUi, { routePrefix: address, uiConfig: { docExpansion: "list", validatorUrl: null } });
  await docs.ready();
  return docs;
}

/** The interface description as a page one can browse, for people who are signed in. */
export function serveDocs(http: FastifyInstance): void {
  let docs: Promise<FastifyInstance> | undefined;
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { routing } = await (docs ??= openDocs(http));
    reply.hijack();
    routing(request.raw, reply.raw);
  };
  for (const url of [address, `${address}/*`])
    http.get(url, { config: { policy: { may: "signed-in", at: "none" } }, schema: { hide: true } as object }, handler);
  http.addHook("onClose", async () => (await docs)?.close());
}
