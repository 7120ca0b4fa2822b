import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { answerFor } from "./answer-for.js";
import { answerWeb } from "./answer-web.js";
import { loadDoors } from "./load-doors.js";
import { servedFile } from "./served-file.js";
import { makeDoorSources } from "./test-doors.js";

const script = servedFile("export default 1;".repeat(50), "x.js", "no-cache");

test.each([
  ["br", "gzip, deflate, br", "br", brotliDecompressSync],
  ["gzip where br has no quality", "br;q=0, gzip;q=0.5", "gzip", gunzipSync],
] as const)("sends %s", (_, accepted, coding, decode) => {
  const answer = answerFor(script, { "accept-encoding": accepted });

  expect(answer.headers["content-encoding"]).toBe(coding);
  expect(decode(answer.body!)).toEqual(script.body);
});

test.each([
  ["nothing accepted", {}],
  ["identity only", { "accept-encoding": "identity" }],
  ["a coding that only looks alike", { "accept-encoding": "x-br" }],
])("sends the plain file to %s", (_, headers) => {
  const answer = answerFor(script, headers);

  expect(answer.headers["content-encoding"]).toBeUndefined();
  expect(answer.body).toEqual(script.body);
  expect(answer.headers.vary).toBe("accept-encoding");
});

test("does not compress pictures", () => {
  const answer = answerFor(servedFile("png", "x.png", "no-cache"), { "accept-encoding": "br" });

  expect(answer.headers["content-encoding"]).toBeUndefined();
  expect(answer.headers["content-type"]).toBe("image/png");
});

test("answers 304 to whoever has this very file", () => {
  const weak = answerFor(script, { "if-none-match": `"other", W/${script.etag}` });
  const other = answerFor(script, { "if-none-match": '"other"' });

  expect(weak).toMatchObject({ status: 304, body: undefined });
  expect(other.status).toBe(200);
});

test("gives files at their addresses, the page anywhere else, and nothing where a file is gone", () => {
  const doors = loadDoors(makeDoorSources());

  expect(answerWeb(`/_m/${doors.release}/preact.js`, {}, doors)?.headers["content-type"]).toContain("javascript");
  expect(answerWeb("/meetings/7", {}, doors)?.headers["content-type"]).toContain("html");
  for (const gone of ["/_m/ffffffff/preact.js", "/_p/hello/ffffffff/web-1.js", "/assets/x", "/_m"]) expect(answerWeb(gone, {}, doors)).toBeUndefined();
});

test("shows the page in the language chosen before, else the browser's", () => {
  const doors = loadDoors(makeDoorSources());
  const languageFor = (headers: Record<string, string>) => /lang="([^"]+)"/.exec(String(answerWeb("/", headers, doors)?.body))?.[1];

  expect(languageFor({ cookie: "a=b; lx-language=en", "accept-language": "zh-CN" })).toBe("en");
  expect(languageFor({ "accept-language": "en-GB,en;q=0.9" })).toBe("en");
  expect(languageFor({ cookie: "lx-language=fr", "accept-language": "fr" })).toBe("zh-CN");
});
