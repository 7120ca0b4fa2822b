import { readSheet } from "@lianxin/documents";
import type { CanaryStage } from "./set-canary-stage.js";
import { bodyOf, type Known, type Registered } from "./registered-routes.js";

export interface Shown {
  readonly status: number;
  /** Everything in the answer that can be read: the text, or the parts of a sheet. */
  readonly text: string;
}

const boundary = "x7";
const upload = (csv: string): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="名册.csv"\r\nContent-Type: text/csv\r\n\r\n${csv}\r\n--${boundary}--\r\n`;

async function readable(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 2).toString() !== "PK") return bytes.toString("utf8");
  return JSON.stringify(await readSheet(bytes, "answer.xlsx"));
}

/** A list of children with headings and no line. */
const emptyList = "姓名,出生年月,性别,监护人,监护人电话,关系\n";
let calls = 0;
/** Calls a route as an account (null: nobody) with what is known of the stage. */
export async function askRoute({ app }: CanaryStage, route: Registered, as: string | null, known: Known, csv = emptyList): Promise<Shown> {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    if (typeof known[name] !== "string") throw new Error(`Nobody said what :${name} of ${route.path} is`);
    return encodeURIComponent(known[name]);
  });
  const search = new URLSearchParams(route.query.filter((name) => name in known).map((name) => [name, String(known[name])]));
  const headers = { "x-lianxin": "1", "idempotency-key": `ask${calls++}`, ...(as && { cookie: as }) };
  const sent = route.isUpload
    ? { headers: { ...headers, "content-type": `multipart/form-data; boundary=${boundary}` }, payload: upload(csv) }
    : { headers, ...(route.method !== "GET" && { payload: (bodyOf(route.body, known) ?? {}) as object }) };
  const answer = await app.app.http.inject({
    method: route.method as "GET",
    url: `${route.plugin === null ? "" : `/api/${route.plugin}`}${path}?${search}`,
    ...sent,
  });
  return { status: answer.statusCode, text: `${JSON.stringify(answer.headers)}\n${await readable(answer.rawPayload)}` };
}
