import { aPerson } from "@lianxin/directory/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { endOffers } from "../offer-places/answer-offer.js";
import { leaders, members, setStage, type Stage, type StageOptions } from "../testing/stage.js";

let stage: Stage;
let she: string;
const start = async (options: StageOptions) => {
  stage = await setStage(options);
  she = await aPerson(stage.app, { fullName: "罗婷", account: "she" });
  for (const id of [stage.he, she])
    await stage.app.write("directory", ({ services }: any) => services.channels.add(id, { kind: "mail", address: `${id}@example.com`, isPreferred: true }));
};
beforeEach(() => start({ sites: 2, posts: [leaders, members(2, 1)] }));
afterEach(() => stage.app.close());

const join = async (as: "he" | "she", on: string) =>
  (await stage.call("POST /days/:dayId/sign-ups", { as, params: { dayId: (await stage.day(on)).id }, body: {} })).body;
const own = async (link: string, verb: string, body?: object) => {
  const [signUpId, key] = link.split("/").slice(-2) as [string, string];
  return (await stage.call(`POST /public/sign-ups/:signUpId/:key${verb}`, { as: null, params: { signUpId, key }, ...(body && { body }) })).body;
};
const answer = async (of: "swap" | "stand-in", verb = "/accept") => {
  const [, id, key] = new RegExp(`/${of}/([\\w-]+)/([\\w-]{22})`).exec((await stage.letters()).find(({ text }) => text.includes(`/${of}/`))!.text)!;
  const route = of === "swap" ? "swaps/:swapId" : "stand-ins/:standInId";
  return (await stage.call(`POST /public/${route}/:key${verb}`, { as: null, params: { [of === "swap" ? "swapId" : "standInId"]: id!, key: key! } })).body;
};

/** What each mailbox holds in the end, by UID as a calendar keeps it: "罗婷 CONFIRMED 20260924"; SEQUENCE must rise for each UID. */
async function mailboxes(): Promise<string[]> {
  const rows = await stage.app.app.platform.database.kit.selectFrom("kit_outbox").selectAll().where("kind", "=", "mail").orderBy("id").execute();
  const kept = new Map<string, { sequence: number; said: string }>();
  for (const { to, calendar } of rows.map(({ payload }) => JSON.parse(payload))) {
    if (!calendar) continue;
    const event = /BEGIN:VEVENT[\s\S]*/.exec(calendar.ics)![0];
    const read = (name: string) => new RegExp(`^${name}[^:]*:(\\w+)`, "m").exec(event)![1]!;
    const [uid, sequence] = [/^UID:(.*)/m.exec(event)![1]!, Number(read("SEQUENCE"))];
    expect(sequence).toBeGreaterThan(kept.get(uid)?.sequence ?? -1);
    expect(calendar.method).toBe(read("STATUS") === "CANCELLED" ? "CANCEL" : "REQUEST");
    kept.set(uid, { sequence, said: `${to.name} ${read("STATUS")} ${/^DTSTART.*:(\d{8})/m.exec(event)![1]}` });
  }
  return [...kept.values()].map(({ said }) => said).sort();
}

test("after a swap both calendars have the old date taken out and the new one put in", async () => {
  const mine = await join("he", "2026-09-17");
  const { number } = await join("she", "2026-09-24");
  await own(mine.link, "/swaps", { number });

  await answer("swap");

  expect(await mailboxes()).toEqual(["何志远 CANCELLED 20260917", "何志远 CONFIRMED 20260924", "罗婷 CANCELLED 20260924", "罗婷 CONFIRMED 20260917"]);
  expect((await stage.letters()).find(({ text }) => text.includes("您答应换了"))).toMatchObject({ channel: "mail", to: "罗婷" });
});

test("who stands in has the date in the calendar, and whose place it was has it taken out", async () => {
  const mine = await join("he", "2026-09-24");
  const body = { name: "罗婷", personId: she, ageBand: "adult", mayLead: true, isReserve: true, knownSiteIds: [] };
  await stage.call("POST /series/:seriesId/volunteers", { params: { seriesId: stage.seriesId }, body });
  await own(mine.link, "/stand-ins");

  await answer("stand-in");

  expect(await mailboxes()).toEqual(["何志远 CANCELLED 20260924", "罗婷 CONFIRMED 20260924"]);
});

test("who comes after all has a date of its own beside the one that ended, and so has who comes on another day", async () => {
  const mine = await join("he", "2026-09-17");
  await own(mine.link, "/cancel");
  const again = await own(mine.link, "/again");
  await own(again.link, "/cancel");

  await own(again.link, "/other-days", { dayId: (await stage.day("2026-09-24")).id });

  expect(await mailboxes()).toEqual(["何志远 CANCELLED 20260917", "何志远 CANCELLED 20260917", "何志远 CONFIRMED 20260924"]);
});

test("a place that is only offered stands in no calendar until its yes, and one that lapses never does", async () => {
  await stage.app.close();
  await start({ sites: 1, posts: [members(1)], config: { offerMinutes: 120 } });
  const dayId = (await stage.day("2026-09-24")).id;
  const holder = (await stage.join(dayId, 1)).body;
  const [his] = [await join("he", "2026-09-24"), await join("she", "2026-09-24")];
  await own(holder.link, "/cancel");
  const offered = await mailboxes();
  await own(his.link, "/accept");
  const accepted = await mailboxes();
  await own(his.link, "/cancel");
  stage.app.ports.setTime("2026-09-14T11:01");

  await stage.app.write("volunteer-days", (ctx) => endOffers(ctx));

  expect([offered, accepted, await mailboxes()]).toEqual([[], ["何志远 CONFIRMED 20260924"], ["何志远 CANCELLED 20260924"]]);
});
