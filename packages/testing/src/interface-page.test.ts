import { definePlugin, defineServer, handlersFor } from "@lianxin/plugin-kit";
import { Type } from "typebox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPlugin, type Running } from "./start-plugin.js";

const odd = definePlugin({ id: "odd" });
const { route } = handlersFor(odd, () => ({}));
const routes = {
  count: route("GET /counts/:day", {
    summary: "Count what was said on a day",
    may: "signed-in",
    at: "none",
    query: Type.Object({ least: Type.Optional(Type.Integer()) }),
    returns: Type.Object({ count: Type.Integer() }),
    handle: async () => ({ count: 1 }),
  }),
};
let app: Running;
beforeAll(async () => void (app = await startPlugin(defineServer(odd, { services: () => ({}), routes }))));
afterAll(() => app.close());

test("the interface is described by the routes themselves, for people who are signed in", async () => {
  const [nobody, somebody] = [await app.call("GET /api/openapi.json"), await app.call("GET /api/openapi.json", { as: "ada" })];

  expect(nobody.status).toBe(401);
  expect(somebody.body.openapi).toBe("3.1.0");
  expect(somebody.body.paths["/api/odd/counts/{day}"].get).toMatchObject({ summary: "Count what was said on a day", tags: ["odd"] });
});

test("and can be browsed: the page and every file it names come from here, under a policy that allows no other", async () => {
  const page = await app.call("GET /api/docs/", { as: "ada" });
  const files = [...page.text.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file]) => file!);
  const answers = await Promise.all(files.map((file) => app.call(`GET /api/docs/${file}`, { as: "ada" })));

  expect((await app.call("GET /api/docs/")).status).toBe(401);
  expect(page.status).toBe(200);
  expect(files.length).toBeGreaterThanOrEqual(4);
  expect(answers.map(({ status }) => status)).toEqual(files.map(() => 200));
  const policy = String(page.headers["content-security-policy"]).split(";");
  expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'"]));
  expect(page.headers["x-content-type-options"]).toBe("nosniff");
});
