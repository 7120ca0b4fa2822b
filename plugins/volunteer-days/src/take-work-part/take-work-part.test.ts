import { afterEach, beforeEach, expect, test } from "vitest";
import { setStage, type Stage } from "../testing/stage.js";

let stage: Stage;
let partIds: readonly string[];
beforeEach(async () => {
  stage = await setStage();
  const source = { kind: "meetings.decision", id: "d1", meetingId: null, title: "车棚边上种花" };
  const part = (title: string) => ({ title, standard: "种完浇透", placePath: stage.community.path });
  partIds = await stage.app.write("volunteer-days", ({ use }: any) => use.commitments.openParts(source, [part("平整花坛"), part("买花苗")]));
});
afterEach(() => stage.app.close());
const list = async () => (await stage.call("GET /work-parts")).body.parts;
const publish = async (partId: string, more: object = {}) => {
  const [{ id: placeId }] = (await stage.call("GET /places")).body.places;
  const body = { heldOn: "2026-09-19", startTime: "09:00", endTime: "11:00", placeId, meetingPoint: "车棚", least: 2, most: 6, ...more };
  return stage.call("POST /work-parts/:partId/shift", { params: { partId }, body });
};

test("a part of a decision nobody claimed becomes a volunteer day of its own, and neighbours sign up for it", async () => {
  const before = await list();

  const { body, status } = await publish(partIds[0]!);

  const [day] = await stage.app.write<any[]>("volunteer-days", ({ services }) => services.series.days(body.id, "2026-09-19", "2026-09-19"));
  const joined = (await stage.join(day.id, 1)).body;
  expect(before.map(({ title, from }: any) => [title, from])).toEqual([
    ["平整花坛", "车棚边上种花"],
    ["买花苗", "车棚边上种花"],
  ]);
  expect([status, joined.state, (await list()).map(({ title }: any) => title)]).toEqual([200, "confirmed", ["买花苗"]]);
  expect((await stage.call("GET /public/thursday", { as: null })).body.day.title).toBe("扮靓周四");
  const poster = (await stage.call("GET /series/:seriesId/poster", { params: { seriesId: body.id } })).text;
  expect([poster.includes("9月19日（周六） 9:00–11:00"), poster.includes("每周")]).toEqual([true, false]);
});

test("on a holiday it is published with the reason why it takes place then", async () => {
  const { body, status } = await publish(partIds[0]!, { heldOn: "2026-10-02", holidayWhy: "返乡的年轻人都在" });

  const [day] = await stage.app.write<any[]>("volunteer-days", ({ services }) => services.series.days(body.id, "2026-10-02", "2026-10-02"));
  expect([status, day]).toMatchObject([200, { state: "open", holidayWhy: "返乡的年轻人都在" }]);
});

test("once published, the list and the part in the ledger lead to the day, also when it is over; a part that is not has none", async () => {
  await publish(partIds[0]!);
  const of = async (partId: string) => (await stage.call("GET /work-parts/:partId/days", { params: { partId } })).body.days;
  const listed = async () => (await stage.call("GET /work-parts")).body.published.map(({ title, heldOn, state }: any) => [title, heldOn, state]);

  const before = await listed();
  const [day] = await of(partIds[0]!);
  await stage.call("POST /days/:dayId/cancel", { params: { dayId: day.dayId }, body: { reason: "rain" } });
  const off = await listed();
  stage.app.ports.setTime("2026-09-20T09:00");

  expect([before, off, await listed()]).toEqual([[["平整花坛", "2026-09-19", "open"]], [["平整花坛", "2026-09-19", "cancelled"]], []]);
  expect([day, ...(await of(partIds[0]!))].map(({ isOver }) => isOver)).toEqual([false, true]);
  expect([await of(partIds[1]!), await of("none")]).toEqual([[], []]);
});

test("it is published once, nothing that is not there is, and the rules of days and work hold", async () => {
  await publish(partIds[0]!);

  const refused = [
    await publish(partIds[0]!),
    await publish("none"),
    await publish(partIds[1]!, { heldOn: "2026-09-01" }),
    await publish(partIds[1]!, { endTime: "08:00" }),
    await publish(partIds[1]!, { heldOn: "2026-10-02" }),
    await publish(partIds[1]!, { heldOn: "2026-12-31" }),
    await publish(partIds[1]!, { heldOn: "2027-09-01" }),
  ];

  expect(refused.map(({ body: { code } }) => code)).toEqual([
    "volunteer-days.partPublished",
    "volunteer-days.partUnknown",
    "volunteer-days.dayOver",
    "volunteer-days.timesTurned",
    "volunteer-days.dateOff",
    ...["volunteer-days.dayFar", "volunteer-days.dayFar"],
  ]);
  expect((await list()).map(({ title }: any) => title)).toEqual(["买花苗"]);
});
