import type { Coding, ServedFile } from "./served-file.js";

type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;
export interface WebAnswer {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

const textOf = (header: string | readonly string[] | undefined): string => (typeof header === "string" ? header : (header ?? []).join(","));

/** Whether a client takes a coding: named, and not with a quality of nought. */
function takes(accepted: string, coding: Coding): boolean {
  const entry = accepted
    .split(",")
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .find(([name]) => name === coding);
  return entry !== undefined && !entry.slice(1).some((parameter) => /^q=0(\.0*)?$/.test(parameter));
}

/** The answer to a request for a file: the best coding its sender takes, or 304 when it has this very file. */
export function answerFor(file: ServedFile, request: RequestHeaders): WebAnswer {
  const policy = file.policy === undefined ? {} : { "content-security-policy": file.policy };
  const headers = { "content-type": file.type, "cache-control": file.cache, etag: file.etag, vary: "accept-encoding", ...policy };
  const known = textOf(request["if-none-match"])
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  if (known.includes(file.etag)) return { status: 304, headers, body: undefined };
  const accepted = textOf(request["accept-encoding"]);
  const coding = (["br", "gzip"] as const).find((one) => takes(accepted, one));
  const coded = coding && file.coded(coding);
  return coded ? { status: 200, headers: { ...headers, "content-encoding": coding }, body: coded } : { status: 200, headers, body: file.body };
}
