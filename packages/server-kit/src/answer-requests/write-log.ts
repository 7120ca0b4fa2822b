import type { FastifyReply, FastifyRequest } from "fastify";
import { pino, type DestinationStream, type Logger } from "pino";

/** The server's log: one JSON line an entry, ids and patterns only. Classified values print as their class. */
export interface HttpLog {
  readonly logger: Logger;
  answered(request: FastifyRequest, reply: FastifyReply): void;
  failed(request: FastifyRequest, error: unknown): void;
  /** Trouble that no request waits for. */
  readonly troubled: (error: unknown) => void;
}

/** The address as it was declared: tokens and ids in the real one stay out of the log. */
const patternOf = (request: FastifyRequest): string => request.routeOptions.url ?? "unknown";

const describeError = (error: unknown): unknown =>
  error instanceof Error ? { name: error.name, code: (error as { code?: string }).code, stack: error.stack } : String(error);

export function createLog(level: string, stream?: DestinationStream): HttpLog {
  const logger = stream ? pino({ level }, stream) : pino({ level });
  return {
    logger,
    answered(request, reply) {
      if (request.routeOptions.logLevel === "silent") return;
      logger.info({ requestId: request.id, method: request.method, route: patternOf(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
    },
    failed: (request, error) =>
      logger.error({
        requestId: request.id,
        route: patternOf(request),
        error: describeError(error),
      }),
    troubled: (error) => logger.error({ error: describeError(error) }),
  };
}
