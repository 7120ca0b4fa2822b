import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { answering, loadChinese, signIn } from "../test-pages.js";
import { LinkedVote } from "./LinkedVote.js";
import PollPage from "./PollPage.js";

beforeAll(async () => {
  loadChinese();
  await signIn("meetings.see", "meetings.record", "meetings.convene");
});
afterEach(cleanup);

const rules = {
  id: "p",
  nameZh: "议事会",
  nameEn: "Council",
  citation: "章程",
  isVerified: true,
  isLocal: false,
  mayDelegate: false,
  needsArea: false,
  noticeDays: 0,
};
const poll = {
  ...{ id: "poll1", text: "换物业", state: "open", isSecret: true, closesOn: "2099-09-20", meetingId: null, motionId: null, decisionId: null, rules },
  ...{ withdrawReason: null, earlyReason: null, noticedOn: null, lateNotice: null, firstClosesOn: null, laterReason: null, openedAt: null, closedAt: null },
  ...{ units: 2, area: "0", votedUnits: 1, votedArea: "0", waiting: [], isBoxCounted: false, spoilt: [], settled: [], result: null },
};
const unit = (id: string, label: string, votedBy: string | null) => ({
  id,
  label,
  area: null,
  person: null,
  delegate: null,
  proof: null,
  votedBy,
  votedOn: null,
});
const units = [unit("u1", "1栋101", "paper"), unit("u2", "1栋102", null)];

function open(shown: object) {
  const server = answering({
    "GET /meetings/polls/poll1/roll": { units },
    "GET /meetings/polls/poll1": { ...poll, ...shown },
    "DELETE /meetings/polls/poll1/papers/u1": {},
    "PUT /meetings/polls/poll1/roll": { units: 2, area: 20_000, unlinked: [], repeated: [{ owner: "何志远", units: "1栋101、2栋203" }] },
    "PUT /meetings/polls/poll1/last-day": {},
  });
  vi.stubGlobal("fetch", server.fetch);
  history.replaceState(null, "", "/meetings/polls/poll1");
  render(
    <LocationProvider>
      <Router>{[<Route key="poll" path="/meetings/polls/:id" component={PollPage} />]}</Router>
    </LocationProvider>,
  );
  return server;
}

test("a unit ticked by mistake is taken back with one press, as long as the box is not counted", async () => {
  const server = open({});

  fireEvent.click(await screen.findByRole("button", { name: /没有领，撤销.*1栋101/ }));

  await waitFor(() => expect(server.asked.some(({ method, address }) => method === "DELETE" && address.endsWith("/papers/u1"))).toBe(true));
  cleanup();
  open({ isBoxCounted: true });
  await screen.findByText("1栋101");
  expect(screen.queryByRole("button", { name: /没有领/ })).toBeNull();
});

test("the result says why papers are spoilt and which ballot of two does not count", async () => {
  const heads = { yes: "1", no: "0", abstain: "0", invalid: "2", unanswered: "1", members: "4", attending: "4" };
  const needs = [{ measure: "heads", yes: "1", need: "1" }];
  const result = { needs, isQuorate: true, isAdopted: true, isTied: false, quorum: [], arithmetic: "1×2 > 1", heads, area: null };
  open({
    state: "closed",
    closedAt: "2026-11-28T02:00:00.000Z",
    closesOn: "2026-12-20",
    result,
    spoilt: [{ reason: "两项都勾了", papers: 2 }],
    settled: [{ unit: "1栋102", way: "online", reason: "以纸票为准" }],
  });

  const card = (await screen.findByText("废票的原因")).closest("section")!;

  expect(within(card).getByText("赞成 1 票，要 1 票：通过。")).toBeTruthy();
  expect(within(card).getByRole("columnheader", { name: "没有交票" })).toBeTruthy();
  expect(within(card).getByRole("cell", { name: "2" }).getAttribute("data-head")).toBe("废票");
  expect([screen.getByText("哪天计的票").nextSibling!.textContent, screen.queryByText("收票到哪天")]).toEqual(["2026年11月28日（周六）", null]);
  expect(within(card).getByText("两项都勾了：2 张")).toBeTruthy();
  expect(within(card).getByText("1栋102：网上投的那张作废。以纸票为准")).toBeTruthy();
});

test("an open vote is put later only beyond the day people were told, and says why", async () => {
  const server = open({ firstClosesOn: "2099-09-10", laterReason: "国庆外出的多" });
  expect(await screen.findByText(/原定收票到 .*往后延了：国庆外出的多/)).toBeTruthy();

  const form = screen.getByText("往后延", { selector: "summary" }).closest("details")!;
  fireEvent.input(within(form).getByLabelText("收票到哪天"), { target: { value: "2099-09-20" } });
  fireEvent.input(within(form).getByLabelText(/为什么延/), { target: { value: "还差三户" } });
  fireEvent.click(within(form).getByRole("button", { name: "往后延" }));
  expect((await screen.findAllByText(/只能比/)).length).toBeGreaterThan(0);
  fireEvent.input(within(form).getByLabelText("收票到哪天"), { target: { value: "2099-09-25" } });
  fireEvent.click(within(form).getByRole("button", { name: "往后延" }));

  await waitFor(() => expect(server.asked.find(({ method }) => method === "PUT")?.body).toEqual({ closesOn: "2099-09-25", reason: "还差三户" }));
});

test("a decision that waits leads to the vote there is, or begins one with its last day", async () => {
  const server = answering({ "POST /meetings/decisions/d1/polls": { id: "poll1" } });
  vi.stubGlobal("fetch", server.fetch);
  render(
    <LocationProvider>
      <LinkedVote decisionId="d0" pollId="poll0" isAwaited />
      <LinkedVote decisionId="d1" pollId={null} isAwaited />
    </LocationProvider>,
  );
  expect(screen.getByRole("link", { name: "去看业主大会表决" }).getAttribute("href")).toBe("/meetings/polls/poll0");

  const form = screen.getByText("发起业主大会表决", { selector: "summary" }).closest("details")!;
  fireEvent.click(within(form).getByRole("button", { name: "发起业主大会表决" }));
  expect(server.asked).toEqual([]);
  fireEvent.input(within(form).getByLabelText(/收票到哪天/), { target: { value: "2099-10-16" } });
  fireEvent.click(within(form).getByRole("button", { name: "发起业主大会表决" }));

  await waitFor(() => expect(server.asked.find(({ method }) => method === "POST")?.body).toEqual({ closesOn: "2099-10-16" }));
});

test("flats of one owner are joined to one line with a press, which the secretary looks at and saves", async () => {
  const server = open({ state: "preparing", isSecret: false, rules: { ...rules, needsArea: true } });
  const roll = await screen.findByRole("textbox", { name: "名册" });
  fireEvent.input(roll, { target: { value: "1栋101\t90\t何志远\n2栋203\t110\t何志远" } });
  fireEvent.click(screen.getByRole("button", { name: "保存名册" }));

  fireEvent.click(await screen.findByRole("button", { name: "都合成一行，看过再保存" }));
  expect((screen.getByRole("textbox", { name: "名册" }) as HTMLTextAreaElement).value).toBe("1栋101、2栋203\t200\t何志远");
  fireEvent.click(await screen.findByRole("button", { name: "保存名册" }));

  await waitFor(() =>
    expect(server.asked.filter(({ method }) => method === "PUT").at(-1)!.body).toEqual({ units: [{ label: "1栋101、2栋203", area: "200", owner: "何志远" }] }),
  );
});
