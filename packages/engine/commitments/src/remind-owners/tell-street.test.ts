import directory from "@lianxin/directory/server";
import { startPlugin } from "@lianxin/testing";
import { afterEach, expect, test } from "vitest";
import server from "../server.js";
import { giveAddresses, lettersOf } from "../testing/letters.js";
import { setStage, type Stage } from "../testing/stage.js";
import { aCommitment, aPart } from "../testing.js";

const superior = { name: "河东街道办事处", address: "street@example.org" };
let stage: Stage;
afterEach(() => stage.app.close());

async function open(config: object, channels?: []): Promise<{ partId: string }> {
  stage = await setStage({ config, ...(channels && { channels }) });
  await giveAddresses(stage);
  return aCommitment(stage.app, { ownerOrganizationId: stage.property, ownerId: stage.wu, dueOn: "2026-09-09" });
}
const runOn = async (...days: string[]) => {
  for (const day of days) {
    stage.app.ports.setTime(`${day}T08:00`);
    for (const job of server.jobs) await stage.app.write("commitments", (ctx) => job.run(ctx));
  }
};
const notes = async (partId: string) =>
  (await stage.show(partId)).timeline.filter(({ move }: { move: string }) => move === "remind").map(({ note }: { note: string }) => note);
const street = async () => [...(await lettersOf(stage)).values()].filter((letter) => letter.includes(superior.name));

test("the street that the rules name hears of what is fifteen working days late, once, and the history says that mail went out", async () => {
  const { partId } = await open({ superior });
  await runOn("2026-10-12", "2026-10-12");

  expect(await street()).toEqual(["河东街道办事处 报上级：拆除与清运（2026-09-09）"]);
  expect((await notes(partId)).at(-1)).toBe("street");
});

test("where no street is named, or a role is not filled, the history says that it has to be told by hand", async () => {
  const { partId } = await open({});
  await stage.app.write("directory", (ctx) => ctx.db.deleteFrom("directory_role").where("kind", "=", "grid_leader").execute());
  await runOn("2026-10-12");

  expect(await notes(partId)).toEqual(["overdue", "urge_by_hand:no_grid_leader", "supervise", "street_by_hand:superior"]);
});

test("a house that sends no mail says of every step whom to tell by hand, writes no letter, and counts nobody as reminded", async () => {
  const { partId } = await open({ superior }, []);
  const free = await aPart(stage.app);
  await stage.post("/parts/:partId/search", { partId: free }, { until: "2026-09-10", fallback: "street" });
  await runOn("2026-10-12");

  expect(await notes(partId)).toEqual([
    ...["overdue_by_hand:owner", "urge_by_hand:owner,grid_leader", "supervise_by_hand:owner,secretary", "street_by_hand:secretary,superior"],
  ]);
  expect(await notes(free)).toEqual(["street_by_hand:superior", "search_over_by_hand:secretary"]);
  expect((await lettersOf(stage)).size).toBe(0);
  expect((await stage.show(partId)).line.remindedTimes).toBe(0);
});

test("what nobody took and is reported to the street is written to its office, or said to be told by hand", async () => {
  await open({ superior });
  const partId = await aPart(stage.app);
  await stage.post("/parts/:partId/search", { partId }, { until: "2026-09-10", fallback: "street" });
  await runOn("2026-09-11");

  expect(await street()).toContain("河东街道办事处 还没有人认领：拆除与清运");
  expect(await notes(partId)).toEqual([]);
});

test.each(["street", "a@b", "a b@example.org", "x@example.org\nBcc: y@example.org"])("a street whose address is %j refuses the start", async (address) => {
  stage = await setStage();

  await expect(startPlugin(server, { with: [directory], config: { superior: { name: "街道", address } } })).rejects.toThrow("superior");
});
