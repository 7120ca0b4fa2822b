import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import MeetingPage from "../hold-meeting/MeetingPage.js";
import { loadChinese, signIn } from "../test-pages.js";

const asides = { withdrawn: null, pollId: null, base: { members: 2, present: 1, isQuorate: true }, recused: [], objections: [] };
const person = (id: string, isThere: boolean) => ({
  ...{
    id,
    personId: `p${id}`,
    name: `委员${id}`,
    partyName: "居民代表",
    kind: "voting",
    rsvp: "unanswered",
    substituteName: null,
    isThere,
    cameAt: null,
    votes: true,
    marks: [],
  },
});
const item = { id: "t1", position: 0, title: "挡土墙怎么修", minutes: 40, state: "scheduled", matterId: "x", partId: null, warnings: [], deferReason: null };
const room = {
  ...{ id: "m1", number: null, title: "莲心议事会", type: "deliberation", state: "in_session", startsAt: null, endsAt: null, venueName: "议事厅" },
  ...{ postBy: null, closedAt: null, parties: [], currentItemId: "t1", people: [person("1", true), person("2", false)] },
  rules: {
    quorum: [{ of: "members", share: { op: "gte", fraction: [2, 3] } }],
    pass: { base: "attending", share: { op: "gt", fraction: [1, 2] }, measures: ["heads"] },
  },
  quorum: { isQuorate: true, members: 2, present: 1, need: 1, arithmetic: ["1×2 ≥ 2"], conditions: [], isVerified: true, isLocal: false },
  items: [{ ...item, number: "1", depth: 0, startsAt: null, endsAt: null }],
  motions: [{ id: "mo1", itemId: "t1", text: "先拆除清理", state: "proposed", warnings: [], tally: null, ...asides }],
  ...{ mayConsent: false, mayCast: false, positions: [], decisions: [], parts: [], remarks: [], hasList: false, publicationDays: 7 },
  floor: { now: null, last: null, next: [], limit: null, parties: [], queue: [], speeches: [] },
};
const refusal = {
  id: "c9",
  at: "2026-09-09T07:10:00.000Z",
  device: "d",
  sequence: 1,
  kind: "vote",
  message: "这项动议已经表决过",
  remedy: "请看已记下的结果",
  said: [
    { label: "动议", words: "先拆除清理" },
    { label: "赞成", words: "9" },
  ],
  settled: null,
};

/** A server behind a network that can go away; it keeps what commands reached it. */
function aNetwork(refused: readonly object[] = []) {
  const network = {
    isUp: true,
    /** Of the last command of a batch. */
    refusal: null as object | null,
    settled: [] as string[],
    batches: [] as { commands: { id: string; command: object }[]; keepsRefused?: boolean }[],
  };
  vi.stubGlobal("fetch", async (address: string, { method = "GET", body }: RequestInit = {}) => {
    if (!network.isUp) throw new TypeError("no network");
    if (address.endsWith("/settlement")) network.settled.push(`${method} ${address}`);
    if (method === "POST") network.batches.push(JSON.parse(body as string) as (typeof network.batches)[number]);
    const last = method === "POST" ? network.batches.at(-1)?.commands?.at(-1) : undefined;
    const outcomes = last ? [{ id: last.id, refusal: network.refusal }] : [];
    const answer = address.endsWith("/refused-commands") ? { commands: refused } : method === "POST" ? { outcomes, room } : room;
    return new Response(JSON.stringify(answer));
  });
  return network;
}
function open() {
  history.replaceState(null, "", "/meetings/m1");
  render(
    <LocationProvider>
      <Router>{[<Route key="meeting" path="/meetings/:id" component={MeetingPage} />]}</Router>
    </LocationProvider>,
  );
}
beforeAll(async () => {
  configure({ asyncUtilTimeout: 10_000 });
  loadChinese();
  await signIn("meetings.see", "meetings.record", "meetings.checkIn", "meetings.chair");
});
beforeEach(() => localStorage.clear());
afterEach(cleanup);

const checkInTwo = async () => fireEvent.click(await screen.findByRole("button", { name: "到 委员2" }));

test("without a network what is done is kept, shown at once, and goes out in order when there is one again", async () => {
  const network = aNetwork();
  open();
  await screen.findByRole("button", { name: "到 委员2" });
  network.isUp = false;

  await checkInTwo();
  expect(await screen.findByText("没有网络，已记下 1 条")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "离 委员2" }));
  expect(await screen.findByText("没有网络，已记下 2 条")).toBeTruthy();
  network.isUp = true;
  window.dispatchEvent(new Event("online"));

  await waitFor(() => expect(screen.queryByText(/已记下/)).toBeNull());
  expect(network.batches.map(({ commands, keepsRefused }) => [commands.map(({ command }) => command), keepsRefused])).toEqual([
    [
      [
        { kind: "checkIn", inviteeId: "2" },
        { kind: "leave", inviteeId: "2" },
      ],
      true,
    ],
  ]);
});

test("what is refused as it goes out behind what waits is not taken for done: the page says why at once", async () => {
  const network = aNetwork();
  open();
  await screen.findByRole("button", { name: "到 委员2" });
  network.isUp = false;
  await checkInTwo();
  await screen.findByText("没有网络，已记下 1 条");
  network.refusal = { code: "meetings.notThere", message: "这个人还没有签到" };
  network.isUp = true;

  fireEvent.click(screen.getByRole("button", { name: "离 委员2" }));

  expect(await screen.findByText("这个人还没有签到")).toBeTruthy();
  expect(network.batches.flatMap(({ commands }) => commands)).toHaveLength(2);
});

test("a reload loses nothing: what waits is there again and keeps its ids", async () => {
  const network = aNetwork();
  open();
  await screen.findByRole("button", { name: "到 委员2" });
  network.isUp = false;
  await checkInTwo();
  await screen.findByText("没有网络，已记下 1 条");
  cleanup();

  open();
  expect(await screen.findByText("没有网络，已记下 1 条")).toBeTruthy();
  network.isUp = true;
  fireEvent.click(screen.getByRole("button", { name: "现在送出" }));

  await waitFor(() => expect(network.batches).toHaveLength(1));
  expect(network.batches[0]!.commands.map(({ command }) => command)).toEqual([{ kind: "checkIn", inviteeId: "2" }]);
});

test("what waits can be read and taken back before it is sent", async () => {
  const network = aNetwork();
  open();
  await screen.findByRole("button", { name: "到 委员2" });
  network.isUp = false;
  await checkInTwo();

  fireEvent.click(await screen.findByRole("button", { name: /不要了 .*签到 委员2/ }));

  await waitFor(() => expect(screen.queryByText(/已记下/)).toBeNull());
  expect(screen.getByRole("button", { name: "到 委员2" })).toBeTruthy();
});

test("another account on the same device neither sees nor sends what somebody recorded", async () => {
  localStorage.setItem("lx.meetings.queue.other.m1", JSON.stringify([{ id: "c1", command: { kind: "close" } }]));
  const network = aNetwork();
  open();

  await screen.findByRole("button", { name: "到 委员2" });

  expect([screen.queryByText(/已记下/), network.batches]).toEqual([null, []]);
});

test("what the server refused of a recording is listed with its words, why and what to do, until it is marked as dealt with", async () => {
  const network = aNetwork([refusal, { ...refusal, id: "c8", settled: { by: "王秀珍", at: "2026-09-09T08:00:00.000Z" } }]);
  open();

  const card = (await screen.findByText("没有办成的记录")).closest("section")!;
  expect(card.textContent).toMatch(/表决.*动议先拆除清理.*赞成9.*这项动议已经表决过.*请看已记下的结果/);
  expect(card.textContent).toMatch(/已处理的 1 条.*王秀珍.*标为已处理/);
  fireEvent.click(within(card).getByRole("button", { name: /^已处理/ }));

  await waitFor(() => expect(network.settled).toEqual(["PUT /api/meetings/meetings/m1/refused-commands/c9/settlement"]));
});
