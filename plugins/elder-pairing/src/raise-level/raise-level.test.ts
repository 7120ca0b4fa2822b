import { afterEach, expect, test } from "vitest";
import { setTwoTowns, type TwoTowns } from "../testing/two-towns.js";
import { alerts, lowerLevels, triggerKinds, triggers } from "./raise-level.js";

let stage: TwoTowns;
afterEach(() => stage.app.close());
const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().orderBy("id").execute());
const levelsOf = async () => Object.fromEntries((await rows("elder_pairing_elder")).map(({ name, level }) => [name, level]));
const soon = async (elderId: string) => (await rows("elder_pairing_due")).filter((due) => due.elderId === elderId && due.dueOn === "2026-09-04").length;
async function begin(): Promise<string> {
  stage = await setTwoTowns();
  await stage.bringElder(1, "周桂兰", "柳树坡村", { level: "绿" });
  await stage.bringElder(2, "吴金花", "石桥村", { level: "黄" });
  await stage.bringElder(3, "郑玉梅", "石桥村", { level: "绿", living: "与家人同住" });
  await stage.run();
  return stage.elderId("周桂兰");
}

test.each(triggerKinds.filter((kind) => !(alerts as readonly string[]).includes(kind)))(
  "%s makes an elder red, somebody comes by tomorrow, what happened is sealed, and after its days the level is what it was",
  async (kind) => {
    const elderId = await begin();

    const answer = await stage.call("POST /elders/:elderId/triggers", { params: { elderId }, body: { kind } });

    const [trigger] = await rows("elder_pairing_trigger");
    expect([answer.status, (await levelsOf())["周桂兰"], await soon(elderId), trigger.kind]).toEqual([200, "red", 1, "event"]);
    expect(await stage.ask((ctx) => ctx.disclose([trigger.what], "visit"))).toEqual([kind]);
    expect(JSON.stringify(await stage.app.audited())).not.toContain(`"${kind}"`);
    stage.app.ports.setTime(`${trigger.untilOn}T00:20`);
    await stage.ask((ctx) => lowerLevels(ctx));
    expect([(await levelsOf())["周桂兰"], (Date.parse(trigger.untilOn) - Date.parse("2026-09-03")) / 86_400_000]).toEqual(["green", triggers[kind]]);
  },
);

test.each(alerts)("an alert of %s raises those of the six groups, yellow and red ones of its place by one for a week, and nobody elsewhere", async (kind) => {
  const elderId = await begin();
  const { places } = (await stage.call("GET /tops")).body;
  const placeId = await stage.ask(
    async ({ db }) => (await db.selectFrom("directory_v1_place").select("id").where("name", "=", "青石镇").executeTakeFirstOrThrow()).id,
  );

  const town = await stage.call("POST /places/:placeId/alerts", { params: { placeId }, body: { kind } });
  const raised = await levelsOf();
  stage.app.ports.setTime("2026-09-10T00:20");
  await stage.ask((ctx) => lowerLevels(ctx));

  expect(places.length).toBeGreaterThan(0);
  expect([town.body.elders, raised]).toEqual([1, { 周桂兰: "green", 吴金花: "red", 郑玉梅: "green" }]);
  expect([await soon(elderId), await soon(await stage.elderId("吴金花")), (await levelsOf())["吴金花"]]).toEqual([0, 1, "yellow"]);
});
