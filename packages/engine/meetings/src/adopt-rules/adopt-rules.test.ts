import { startPlugin, type Running } from "@lianxin/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import server from "../server.js";
import { aCouncil, councilPlugins, type Council } from "../test-council.js";
import { aMeeting } from "../testing.js";

let council: Council<Running>;
beforeEach(async () => {
  council = await aCouncil(await startPlugin(server, { with: councilPlugins }));
});
afterEach(() => council.app.close());

const packs = async () => (await council.app.call("GET /packs", {})).body.packs;
const packOf = async (id: string) => (await packs()).find((pack: { id: string }) => pack.id === id);
const copy = async (copyOf: string, change: (numbers: any) => unknown, more: object = {}) => {
  const { numbers } = await packOf(copyOf);
  const body = {
    placeId: council.community.placeId,
    copyOf,
    name: "我们的议事规则",
    fromOn: "2026-09-08",
    adoptedBy: "8月议事会通过",
    numbers: change(numbers),
    ...more,
  };
  return council.app.call("POST /packs", { body });
};
const threeQuarters = { op: "gte", part: 3, whole: 4 };
const stricter = (numbers: object) => ({ ...numbers, quorum: [{ of: "members", share: threeQuarters }] });

test("a community's own copy holds from its day on for the body that takes it up, and not a day earlier", async () => {
  const { app, bodyId } = council;
  const { body } = await copy("local.deliberation_council", stricter);
  await app.call("POST /bodies/:bodyId/rules", { params: { bodyId }, body: { packId: body.id, fromOn: "2026-09-08" } });
  const need = async (day: string): Promise<number> => {
    const meetingId = await aMeeting(app, { bodyId, startsAt: `${day}T15:00` });
    return (await app.call("GET /meetings/:meetingId/room", { params: { meetingId } })).body.quorum.need;
  };

  expect([await need("2026-09-07"), await need("2026-09-08")]).toEqual([14, 16]);
  const [own] = await packs();
  expect(own).toMatchObject({
    id: body.id,
    nameZh: "我们的议事规则",
    law: "8月议事会通过",
    status: "local",
    from: "2026-09-08",
    copyOf: "local.deliberation_council",
  });
});

test("of a law a copy may ask for more, never for less", async () => {
  const weaker = [
    await copy("cn.owners.ordinary", (numbers) => ({ ...numbers, quorum: [numbers.quorum[0]] })),
    await copy("cn.owners.special", (numbers) => ({ ...numbers, pass: { ...numbers.pass, share: { op: "gt", part: 1, whole: 2 } } })),
    await copy("cn.owners.ordinary", (numbers) => ({ ...numbers, notice: { ...numbers.notice, days: 14 } })),
  ];
  const more = await copy("cn.owners.ordinary", (numbers) => ({ ...numbers, notice: { ...numbers.notice, days: 20 } }));

  expect(weaker.map(({ body }) => [body.code, body.field])).toEqual([
    ["meetings.belowLaw", "body.numbers.quorum"],
    ["meetings.belowLaw", "body.numbers.pass"],
    ["meetings.belowLaw", "body.numbers.notice"],
  ]);
  expect([more.status, weaker[0]!.body.message]).toEqual([200, "“到会比例”比民法典第二百七十八条第一款第一至五项、第九项的要求低"]);
});

test("a share above the whole, a day that is past and a pack that is not there are refused by field", async () => {
  const answers = [
    await copy("local.deliberation_council", (numbers) => ({ ...numbers, pass: { ...numbers.pass, share: { op: "gt", part: 1, whole: 1 } } })),
    await copy("local.deliberation_council", (numbers) => numbers, { fromOn: "2026-09-02" }),
    await copy("local.deliberation_council", (numbers) => numbers, { copyOf: "no.such" }),
  ];

  expect(answers.map(({ body }) => [body.code, body.field])).toEqual([
    ["meetings.shareWrong", "body.numbers.pass.share"],
    ["meetings.rulesBackdated", "body.fromOn"],
    ["meetings.packUnknown", "body.copyOf"],
  ]);
});

test("every shipped pack is listed with its source, its days and its status", async () => {
  expect(await packOf("cn.villager_reps")).toMatchObject({
    law: "村民委员会组织法",
    articles: ["第二十五条", "第二十六条"],
    textVersion: "2018-12-29",
    status: "verified",
    isInForce: false,
  });
  expect(await packOf("cn.villager_reps.2026")).toMatchObject({ status: "unverified", isInForce: true });
});
