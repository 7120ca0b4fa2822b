import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { answering, loadChinese, signIn } from "../test-pages.js";
import MeetingPage from "./MeetingPage.js";

beforeAll(loadChinese);
afterEach(cleanup);

const warning = { code: "maintenance_fund", competentBody: "owners_assembly", citation: "民法典第278条" };
const aPerson = (n: number, isThere: boolean) => ({
  id: `i${n}`,
  personId: `p${n}`,
  name: `委员${n}`,
  partyName: "居民代表",
  kind: "voting",
  rsvp: "unanswered",
  substituteName: null,
  isThere,
  cameAt: isThere ? "2026-09-09T06:55:00.000Z" : null,
  ...{ votes: true, marks: [] },
});
const asides = { pollId: null, base: { members: 21, present: 16, isQuorate: true }, recused: [] as object[], objections: [] as object[] };
const room = {
  ...{
    id: "m1",
    number: "〔2026〕第 9 次",
    title: "莲心议事会",
    type: "deliberation",
    state: "in_session",
    startsAt: "2026-09-09T07:00:00.000Z",
    endsAt: "2026-09-09T08:30:00.000Z",
    venueName: "二楼议事厅",
    postBy: "2026-09-05",
    closedAt: null,
  },
  quorum: { isQuorate: true, members: 21, present: 16, need: 14, arithmetic: ["16×3 ≥ 21×2"], isVerified: false, isLocal: true },
  parties: [{ name: "居民代表", members: 15, present: 11 }],
  rules: {
    quorum: [{ of: "members", share: { op: "gte", fraction: [2, 3] } }],
    pass: { base: "attending", share: { op: "gt", fraction: [1, 2] }, measures: ["heads"] },
  },
  currentItemId: "item1",
  people: [aPerson(1, true), aPerson(2, false)],
  items: [
    {
      ...{ id: "item1", position: 0, title: "挡土墙怎么修", minutes: 40, state: "scheduled", matterId: "x", warnings: [warning], deferReason: null },
      ...{ number: "1", depth: 0, startsAt: "2026-09-09T07:00:00.000Z", endsAt: "2026-09-09T07:40:00.000Z" },
    },
    {
      ...{ id: "item2", position: 1, title: "谁出钱", minutes: 15, state: "scheduled", matterId: null, warnings: [], deferReason: null },
      ...{ number: "1.1", depth: 1, startsAt: "2026-09-09T07:40:00.000Z", endsAt: "2026-09-09T07:55:00.000Z" },
    },
  ],
  motions: [{ id: "mo1", itemId: "item1", text: "先拆除清理", state: "proposed", warnings: [warning], tally: null, ...asides }],
  mayConsent: true,
  mayCast: true,
  floor: {
    now: null,
    last: null,
    next: [],
    limit: { seconds: 120, times: 2 },
    parties: [{ name: "居民代表", seconds: 72, speeches: 1 }],
    queue: [],
    speeches: [],
  },
  positions: [{ itemId: "item1", partyName: "物业", stance: "for", words: "同意，清运由物业办" }],
  decisions: [] as object[],
  parts: [] as object[],
};

function open(changes: object = {}, refusal?: object) {
  const server = answering({
    "GET /meetings/meetings/m1/room": { ...room, ...changes },
    "POST /meetings/meetings/m1/commands": refusal ?? { outcomes: [], room },
  });
  vi.stubGlobal("fetch", server.fetch);
  history.replaceState(null, "", "/meetings/m1");
  render(
    <LocationProvider>
      <Router>{[<Route key="meeting" path="/meetings/:id" component={MeetingPage} />]}</Router>
    </LocationProvider>,
  );
  return server;
}
const sent = (server: ReturnType<typeof open>) => server.asked.filter(({ method }) => method === "POST").map(({ body }) => body.commands[0].command);

test("shows the quorum with its arithmetic and the competence warning with its citation on the motion", async () => {
  await signIn("meetings.see");
  open();

  expect((await screen.findByText("应到 21，实到 16，过 14 可开 ✓")).closest("div")!.textContent).toContain("（16×3 ≥ 21×2）");
  expect(screen.getByText(/要由业主大会表决（民法典第278条）/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "散会" })).toBeNull();
});

test("checks a person in by one press on their line, and out by another", async () => {
  await signIn("meetings.see", "meetings.checkIn");
  const server = open();

  fireEvent.click(await screen.findByRole("button", { name: "到 委员2" }));
  fireEvent.click(screen.getByRole("button", { name: "离 委员1" }));

  await waitFor(() =>
    expect(sent(server)).toEqual([
      { kind: "checkIn", inviteeId: "i2" },
      { kind: "leave", inviteeId: "i1" },
    ]),
  );
});

test("a vote goes with the head-count of this moment and the three numbers, full-width digits forgiven", async () => {
  await signIn("meetings.see", "meetings.record");
  const server = open();

  fireEvent.input(await screen.findByLabelText("赞成这项动议"), { target: { value: "１４" } });
  fireEvent.input(screen.getByLabelText("反对这项动议"), { target: { value: "1" } });
  fireEvent.input(screen.getByLabelText("弃权"), { target: { value: "1" } });
  fireEvent.click(screen.getByRole("button", { name: "记下票数" }));

  await waitFor(() => expect(sent(server)).toEqual([{ kind: "vote", motionId: "mo1", attending: 16, yes: 14, no: 1, abstain: 1 }]));
});

test("at a tie the chair's casting vote goes along, where the rules know one", async () => {
  await signIn("meetings.see", "meetings.record");
  const server = open();

  for (const name of ["赞成这项动议", "反对这项动议"]) fireEvent.input(await screen.findByLabelText(name), { target: { value: "8" } });
  fireEvent.change(screen.getByLabelText(/主持人的决定票/), { target: { value: "yes" } });
  fireEvent.click(screen.getByRole("button", { name: "记下票数" }));
  await waitFor(() => expect(sent(server)).toMatchObject([{ kind: "vote", yes: 8, no: 8, casting: "yes" }]));
  cleanup();
  open({ mayCast: false });

  expect(await screen.findByLabelText("赞成这项动议")).toBeTruthy();
  expect(screen.queryByLabelText(/主持人的决定票/)).toBeNull();
});

test("the agenda shows each item at its time, and what stands under it set in", async () => {
  await signIn("meetings.see");
  open();

  const rows = [...(await screen.findByText(/^1\s挡土墙怎么修$/, { selector: "button" })).closest("ol")!.querySelectorAll("li")];

  expect(rows.map((row) => [row.dataset["depth"], row.textContent])).toEqual([
    ["0", "15:001　挡土墙怎么修 40 分钟"],
    ["1", "15:401.1　谁出钱 15 分钟"],
  ]);
});

test("a part without a lead stands out as a gap with the verb that ends it", async () => {
  await signIn("meetings.see", "meetings.record", "meetings.chair");
  const decisions = [{ id: "d1", itemId: "item1", serial: 1, text: "先拆除清理", arithmetic: "14×2 > 16", effect: "effective", warnings: [] }];
  open({ decisions, parts: [{ id: "part1", decisionId: "d1", title: "加固设计意见", standard: "书面意见", owner: null, deferred: null }] });

  const verb = await screen.findByRole("button", { name: "指定牵头 加固设计意见" });

  expect(verb.closest("article")!.textContent).toContain("还没有人牵头");
  expect(screen.getByRole("button", { name: "散会" })).toBeTruthy();
});

test("the room shows each party's position and how long it spoke", async () => {
  await signIn("meetings.record", "meetings.checkIn");
  open();

  expect(await screen.findByText("同意，清运由物业办")).toBeTruthy();
  expect(screen.getByText("居民代表 1:12，1 次")).toBeTruthy();
});

test("nobody is against: the motion is adopted with the heads counted for it, less who steps aside", async () => {
  await signIn("meetings.record");
  const aside = { recused: [{ inviteeId: "i1", reason: "是施工方的亲属" }], base: { members: 20, present: 15, isQuorate: true } };
  const server = open({ motions: [{ ...room.motions[0], ...aside }] });

  (await screen.findByRole("button", { name: "没有人反对，通过" })).click();

  await waitFor(() => expect(sent(server)).toEqual([{ kind: "consent", motionId: "mo1", attending: 15 }]));
  expect(screen.getByText(/是施工方的亲属。这项动议应到 20 人，现在 15 人/)).toBeTruthy();
});

test("a report that asks for no vote is done with one press in plain sight", async () => {
  await signIn("meetings.see", "meetings.record");
  const server = open({ currentItemId: "item2", motions: [] });

  fireEvent.click(await screen.findByRole("button", { name: "议完了，不用表决" }));

  await waitFor(() => expect(sent(server)).toEqual([{ kind: "finishItem", itemId: "item2" }]));
});

test("a line that was put off before and is on the agenda again can be led or put off anew", async () => {
  await signIn("meetings.see", "meetings.record");
  const part = { id: "pa1", decisionId: "d", source: "交办", title: "接污水管网", standard: "接通", owner: null, search: null };
  const items = [{ ...room.items[0], matterId: null, partId: "pa1" }];
  open({ items, motions: [], parts: [{ ...part, deferred: { reason: "等预算", reviewOn: "2026-12-01" } }] });

  expect(await screen.findByRole("button", { name: "指定牵头 接污水管网" })).toBeTruthy();
  expect(screen.getByText("等预算", { exact: false })).toBeTruthy();
});

test("while somebody speaks a look at another item changes nothing; taking it up is a press of its own", async () => {
  await signIn("meetings.see", "meetings.record");
  const speaking = { inviteeId: "i1", stance: "for", from: "2026-09-09T07:10:00.000Z", times: 1 };
  const server = open({ floor: { ...room.floor, now: speaking } });

  fireEvent.click(await screen.findByRole("button", { name: /谁出钱/ }));
  fireEvent.click(await screen.findByRole("button", { name: "开始议这一项" }));

  await waitFor(() => expect(sent(server)).toEqual([{ kind: "takeUp", itemId: "item2" }]));
});

test("somebody who was asked answers on the page of the meeting, and who cannot come reads how another comes instead", async () => {
  await signIn("meetings.see");
  const own = { ...room.people[0]!, personId: "p", rsvp: "not_coming", substituteName: null };
  const server = open({ state: "noticed", people: [own] });
  vi.stubGlobal("fetch", server.fetch);

  fireEvent.click(await screen.findByRole("button", { name: "能来" }));

  await waitFor(() => expect(server.asked.find(({ address }) => address.endsWith("/own-answer"))?.body).toEqual({ answer: "coming" }));
  expect(screen.getByText(/由社区登记/)).toBeTruthy();
});
