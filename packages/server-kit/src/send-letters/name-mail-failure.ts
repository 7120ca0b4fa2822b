import { DeliveryFailure } from "./delivery-failure.js";

const permanentCodes = new Set(["EENVELOPE", "EMESSAGE", "ESTREAM"]);
const safeCode = (code: unknown): string => (typeof code === "string" && /^[A-Z]+$/.test(code) ? code : "UNKNOWN");

/**
 * Maps what the SMTP client throws: a 5xx answer about this letter is permanent; 4xx, sockets, time-outs, and a refused log-in (which an
 * operator repairs) are tried again. The server's words are left out, because they repeat the address.
 */
export function nameMailFailure(error: unknown): DeliveryFailure {
  if (error instanceof DeliveryFailure) return error;
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const answer = typeof responseCode === "number" ? ` ${responseCode}` : "";
  const isRefused = typeof responseCode === "number" && responseCode >= 500 && permanentCodes.has(String(code));
  return new DeliveryFailure(`${safeCode(code)}${answer}`, !isRefused, error);
}
