import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { answerWeb } from "./answer-web.js";
import { loadDoors } from "./load-doors.js";
import { doorFile, makeDoorSources } from "./test-doors.js";

const alone = { js: ["New-5.js"], css: ["Page-3.css"], asks: ["/public/day"] };
const page = { path: "/hello", title: "hello.title", isPublic: true, js: ["Page-2.js"], css: ["Page-3.css"], alone };
const doors = loadDoors(
  makeDoorSources({ door: doorFile({ pages: [page, { path: "/hello/other", title: "hello.other", isPublic: true, js: [], css: [] }] }) }),
);
const texts = { "zh-CN": { "hello.title": "问好 & <再见>" }, en: {} };
const open = (path: string, headers: Readonly<Record<string, string>> = {}) => answerWeb(path, headers, doors, texts)!;
const html = String(open("/hello").body);
const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const inside = (tag: string) => new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(html)?.[1] ?? "";

test("comes with its own script and nothing of the shell", () => {
  expect([...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, address]) => address)).toEqual([`/_p/hello/${doors.release}/New-5.js`]);
  expect(html).not.toMatch(/stylesheet|modulepreload|lianxin-doors|index-Ab1/);
});

test("holds its style and the boot script, which its policy allows by their hashes and nothing else inline", () => {
  const policy = open("/hello").headers["content-security-policy"]!;

  expect([inside("style"), inside("script")]).toEqual([".hello-page{}", "document;"]);
  expect(policy).toContain(`script-src 'self' ${hashOf("document;")};`);
  expect(policy).toContain(`style-src 'self' ${hashOf(".hello-page{}")};`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe-inline");
});

test("says the same policy when it has not changed", () => {
  const { headers } = open("/hello");
  const again = open("/hello", { "if-none-match": headers.etag! });

  expect([again.status, again.headers["content-security-policy"]]).toEqual([304, headers["content-security-policy"]]);
});

test("has its texts and what it asks first under way, and its heading painted before any script", () => {
  for (const address of ["/_m/messages/zh-CN/hello.json", "/api/hello/public/day"])
    expect(html).toContain(`<link rel="preload" as="fetch" crossorigin="anonymous" href="${address}">`);
  expect(html).toContain("<main><h1>问好 &amp; &lt;再见&gt;</h1></main>");
});

test("leaves other pages to the shell, under the policy of all pages", () => {
  const other = open("/hello/other");

  expect(String(other.body)).toContain("index-Ab1.js");
  expect(other.headers["content-security-policy"]).toBeUndefined();
});
