import { browserPorts } from "../browser-ports.js";
import { language, t } from "../choose-language/texts.js";
import { actingFor } from "../keep-session/acting.js";
import { notifySignedOut } from "../keep-session/signed-out.js";
import { ApiError, type Refusal } from "./api-error.js";

export interface Call {
  readonly body?: unknown;
  /** A form with a file instead of JSON. */
  readonly upload?: FormData;
  readonly idempotencyKey?: string;
  /** The reader asks to see what is masked. */
  readonly asksToSee?: boolean;
}

function headersFor(method: string, call: Call): Record<string, string> {
  const headers: Record<string, string> = { accept: "application/json", "accept-language": language.value };
  if (method !== "GET") headers["x-lianxin"] = "1";
  if (method === "POST") headers["idempotency-key"] = call.idempotencyKey ?? browserPorts.newKey();
  const acting = actingFor();
  if (acting) headers["x-act-for"] = acting;
  if (call.asksToSee) headers["x-show"] = "1";
  if (call.body !== undefined) headers["content-type"] = "application/json";
  return headers;
}

const isRefusal = (answer: unknown): answer is Refusal => typeof answer === "object" && answer !== null && "code" in answer && "message" in answer;

async function refusalOf(response: Response): Promise<ApiError> {
  const answer: unknown = await response.json().catch(() => undefined);
  if (isRefusal(answer)) return new ApiError(response.status, answer);
  return new ApiError(response.status, { code: "web.unexpected", message: t("web.unexpected"), remedy: t("web.unexpected.remedy") });
}

/**
 * Sends one request to this server and gives the answer's JSON, or undefined for an empty answer. Non-GET requests carry the mark that
 * a foreign page cannot set; a POST carries an idempotency key. Throws `ApiError` for a refusal (and tells the session on a 401), with
 * code `web.offline` and status 0 when no answer came.
 */
export async function callServer(method: string, address: string, call: Call = {}): Promise<unknown> {
  const text = await (await send(method, address, call)).text();
  return text ? JSON.parse(text) : undefined;
}

/** Sends the same kind of request for a file, and lets the browser save it under the name given. Throws as `callServer`. */
export async function saveFile(name: string, method: string, address: string, call: Call = {}): Promise<void> {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await (await send(method, address, call)).blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function send(method: string, address: string, call: Call): Promise<Response> {
  const body = call.upload ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
  const response = await fetch(address, {
    method,
    headers: headersFor(method, call),
    ...(body === undefined ? {} : { body }),
  }).catch(() => {
    throw new ApiError(0, { code: "web.offline", message: t("web.offline"), remedy: t("web.offline.remedy") });
  });
  if (!response.ok) {
    if (response.status === 401) notifySignedOut();
    throw await refusalOf(response);
  }
  return response;
}
