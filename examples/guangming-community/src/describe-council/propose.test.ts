import directory from "@lianxin/directory/server";
import { aCommunity } from "@lianxin/directory/testing";
import { propose, type Meeting, type Person, type Problem, type WeeklyHours } from "@lianxin/scheduling";
import { loadFile, openDesk } from "@lianxin/server";
import { startPlugin, type Running } from "@lianxin/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { communityFiles, readCommunityFile } from "../community.js";
import { council } from "./members.js";

let app: Running;
let problem: Problem;
const patience = 120_000;
type Spans = readonly { readonly weekday: number; readonly fromTime: string; readonly toTime: string }[];

function hoursOf(spans: Spans): { hours?: WeeklyHours } {
  const days: Record<number, [string, string][]> = {};
  for (const { weekday, fromTime, toTime } of spans) (days[weekday] ??= []).push([fromTime, toTime]);
  return spans.length > 0 ? { hours: { days } } : {};
}

async function readProblem({ services }: any): Promise<Problem> {
  const { others, settings } = services;
  const { placePath } = await settings.find();
  const ids = new Map<string, string>();
  for (const { name, distinction } of council) {
    const people = await services.people.list({ paths: [""] }, { search: name });
    ids.set(people.find((p: { distinction: string | null }) => p.distinction === (distinction ?? null)).id, name);
  }
  const calendars = await others.calendarsOf([...ids.keys()], "2026-09-01T00:00:00.000Z", "2026-10-01T00:00:00.000Z");
  const people = [...ids].map(([id, name]): Person => {
    const { weekly, busy } = calendars.get(id);
    return { id: name, ...hoursOf(weekly), busy: busy.map((b: { startsAt: string; endsAt: string }) => ({ from: b.startsAt, to: b.endsAt })) };
  });
  const venues = (await others.venuesAt(placePath)).map((v: { name: string; seats: number; openings: Spans }) => ({
    id: v.name,
    seats: v.seats,
    ...hoursOf(v.openings),
  }));
  return { horizon: { start: "2026-09-07", days: 14, from: "08:00", to: "21:30" }, postFrom: "2026-09-03", people, venues, meetings: [] };
}

beforeAll(async () => {
  app = await startPlugin(directory, { at: "2026-09-03T09:00" });
  const { placeId } = await aCommunity(app);
  for (const file of communityFiles.filter(({ name }) => name !== "居民名册.xlsx"))
    await loadFile(openDesk(app.app.platform), { kind: file.kind, placeId, file: { name: file.name, bytes: await readCommunityFile(file) } });
  problem = await app.write("directory", readProblem);
}, patience);
afterAll(() => app.close());

const names = council.map((m) => m.name);
const meeting: Meeting = {
  id: "a1",
  minutes: 90,
  seats: 22,
  startEvery: 30,
  required: ["王秀珍"],
  quorums: [{ id: "q", of: names, atLeast: [2, 3] }],
  notice: { n: 3, basis: "calendar", count: "clear" },
};

test("finds Wednesday 9 September 15:00 in the hall upstairs first, with 18 of 21 and a notice due on the 5th", () => {
  const offer = propose(problem, meeting, { k: 5 });

  const [best, ...others] = offer.kind === "slots" ? offer.proposals : [];
  expect(best).toMatchObject({ start: "2026-09-09T15:00+08:00", end: "2026-09-09T16:30+08:00", venue: "二楼议事厅", latestPosting: "2026-09-05" });
  expect(best?.quorums).toMatchObject([{ need: 14, have: 18, of: 21 }]);
  expect(best?.absent.map((a) => a.person).sort()).toEqual(["冯玉兰", "唐晓梅", "郑国平"].sort());
  expect(others.length).toBeGreaterThan(0);
  expect(others.every((o) => o.quorums[0]!.have >= 14 && o.quorums[0]!.have < 18)).toBe(true);
});
