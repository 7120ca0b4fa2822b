import type { Client } from "@lianxin/plugin-kit/web";
import { addressOf, type Query } from "./address.js";
import { callServer } from "./call-server.js";

interface Input {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly query?: Query;
  readonly idempotencyKey?: string;
  readonly asksToSee?: boolean;
}
const sent = (body: unknown) => {
  if (body instanceof FormData) return { upload: body };
  if (!(body instanceof File)) return body === undefined ? {} : { body };
  const upload = new FormData();
  upload.append("file", body, body.name);
  return { upload };
};
const split = (route: string): [method: string, path: string] => {
  const [method = "GET", path = "/"] = route.split(" ");
  return [method, path];
};

/**
 * Calls a plugin's routes by their path; bodies, queries and answers are typed by the server part, imported as a type only.
 * A route that takes an upload gets a `File` as its body, or a `FormData` with other fields before its "file". Throws `ApiError`.
 *
 * @example
 * import type server from "../server.js";
 * const api = createClient<typeof server>("hello");
 * const { id } = await api("POST /greetings", { body: { words: "早上好" } });
 */
export function createClient<S>(pluginId: string): Client<S> {
  const call = (route: string, input: Input = {}) => {
    const [method, path] = split(route);
    const { body, idempotencyKey, asksToSee } = input;
    return callServer(method, addressOf(pluginId, path, input.params, input.query), {
      ...sent(body),
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      ...(asksToSee ? { asksToSee } : {}),
    });
  };
  return call as unknown as Client<S>;
}
