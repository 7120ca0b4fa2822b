import directory from "@lianxin/directory/server";
import { aCommunity } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";

let app: Running;
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory] });
  await aCommunity(app);
});
afterEach(() => app.close());

test("the way in for residents is a full address and a code to scan, and its poster says the same without an account", async () => {
  const { body } = await app.call("GET /public/entrance", { as: null });
  const poster = await app.call("GET /public/entrance-poster", { as: null });

  expect(body.link).toMatch(/^https?:\/\/[^/]+\/matters\/report$/);
  expect(body.qr.path).toMatch(/^M/);
  for (const said of [body.link, "<svg", "3 个工作日内第一次答复", "不用注册"]) expect(poster.text).toContain(said);
});
