import { startPlugin } from "@lianxin/testing";
import { expect, test } from "vitest";
import server from "../server.js";
import { kindByName } from "./set-up-community.js";

test("a house for a county or a township is one by its name, so that townships and villages fit below it", () => {
  const kinds = ["示例县", "渝水区", "示例市", "柳河镇", "东街街道", "光明路社区", "和平小区", "Guangming"].map(kindByName);

  expect(kinds).toEqual(["county", "county", "county", "town", "town", "community", "community", "community"]);
});

test("the phone and mail given at the set-up are how the first person is reached, and a number of no phone hinders nothing", async () => {
  const app = await startPlugin(server, { at: "2026-09-02T10:00" });
  const addresses = [
    { kind: "phone", address: "19900000001" },
    { kind: "mail", address: "wang@example.org" },
    { kind: "phone", address: "1234567890123" },
  ] as const;

  const personId = await app.write<string>("directory", ({ services }: any) =>
    services.authority().welcome({ accountId: "secretary", name: "王秀珍", community: "光明路社区", addresses }),
  );
  const { body } = await app.call("GET /people/:personId", { as: "secretary", params: { personId } });

  expect(body.channels.map(({ kind, isPreferred }: { kind: string; isPreferred: boolean }) => [kind, isPreferred])).toEqual([
    ["phone", true],
    ["mail", false],
  ]);
  await app.close();
});
