import type { FastifyRequest } from "fastify";
import { failures } from "../failures.js";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A change must come from a page of this server: the header X-Lianxin (which no foreign form can send), and where the browser says
 * where it came from, it must be from here.
 */
export function checkOrigin(request: FastifyRequest): void {
  if (safe.has(request.method)) return;
  const { origin, "sec-fetch-site": site, "x-lianxin": mark } = request.headers;
  const isForeign = (typeof origin === "string" && hostOf(origin) !== request.host) || (typeof site === "string" && site !== "same-origin" && site !== "none");
  if (!mark || isForeign) throw failures.foreignOrigin();
}

function hostOf(origin: string): string {
  try {
    return new URL(origin).host;
  } catch {
    return "";
  }
}
