import directory from "@lianxin/directory/server";
import { aCommunity, anOrganization, aPerson } from "@lianxin/directory/testing";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCommitment } from "../testing.js";

let app: Running;
let promise: { ownerOrganizationId: string; ownerId: string };
beforeEach(async () => {
  app = await startPlugin(server, { with: [directory], at: "2026-09-09T15:30" });
  await aCommunity(app);
  promise = {
    ownerOrganizationId: await anOrganization(app),
    ownerId: await aPerson(app, { fullName: "吴琴", account: "wu", channels: [{ kind: "mail", address: "wu@example.org" }] }),
  };
});
afterEach(() => app.close());

test("urging by hand gives a text to copy, counts, and is in the history with who did it", async () => {
  const { id, partId } = await aCommitment(app, { ...promise, dueOn: "2026-09-20" });
  const urge = (words: string, as = "secretary") =>
    app.call("POST /commitments/:commitmentId/urges", { as, params: { commitmentId: id }, body: { words }, headers: { "idempotency-key": words } });

  const [first, second] = [await urge("请本周回个话"), await urge("第二次问")];

  expect(first.body).toMatchObject({ count: 1, isSent: true });
  expect(first.body.text).toBe("和平苑物业 吴琴：\n\n“拆除与清运”由你牵头，完成时限 2026-09-20。\n请本周回个话\n请报一下进度；有困难也请说一声。\n");
  expect(second.body.count).toBe(2);
  expect((await app.call("GET /parts/:partId", { as: "secretary", params: { partId } })).body.timeline.at(-1)).toMatchObject({
    move: "urge",
    byName: "王秀珍",
    forName: "吴琴",
    note: "第二次问",
  });
  expect((await urge("我来催", "wu")).status).toBe(403);
});
