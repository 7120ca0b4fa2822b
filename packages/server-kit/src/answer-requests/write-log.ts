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

const frame = /^\s+at [^\n]{1,300}:\d+:\d+\)?$/;

/**
 * What the log may hold of an error: its name, its code and the frames of its stack. Never its message, which may carry what somebody
 * typed: PostgreSQL quotes the value that it could not read.
 */
export function describeError(error: unknown): { readonly name: string; readonly code?: string; readonly frames?: readonly string[] } {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, message, stack = "", code } = error as Error & { readonly code?: unknown };
  const frames = (message ? stack.replaceAll(message, "") : stack).split("\n").filter((line) => frame.test(line));
  return { name, ...(typeof code === "string" && /^[\w.-]{1,60}$/.test(code) ? { code } : {}), frames: frames.map((line) => line.trim()) };
}

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
