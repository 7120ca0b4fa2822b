import { setTimeout as wait } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { failures } from "../failures.js";

export interface Doorkeeper {
  readonly isStopping: () => boolean;
  /** Refuses what still comes until nobody has come for 100 ms, a second at most, then closes the port and waits for what is under way. */
  stopTaking(): Promise<void>;
}

const [quietFor, rounds] = [100, 10];

/**
 * Closing a port cuts off whoever has connected and not yet been heard. So a server that stops answers them first: 503, try again, and the
 * connection ends with the answer. It stays alive for those who ask, and is not ready.
 */
export function keepDoor(http: FastifyInstance): Doorkeeper {
  let isStopping = false;
  let hasCome = false;
  http.addHook("onRequest", async (request, reply) => {
    if (!isStopping || /^\/(healthz|readyz)$/.test(request.routeOptions.url ?? "")) return;
    hasCome = true;
    reply.header("connection", "close");
    throw failures.notNow();
  });
  // What was under way ends its connection too: kept alive, it would hold the port open for as long as it is idle.
  http.addHook("onSend", async (_, reply) => {
    if (isStopping) reply.header("connection", "close");
  });
  return {
    isStopping: () => isStopping,
    async stopTaking() {
      isStopping = true;
      for (let round = 0; http.server.listening && round < rounds; round++) {
        hasCome = false;
        await wait(quietFor);
        if (!hasCome) break;
      }
      await http.close();
    },
  };
}
