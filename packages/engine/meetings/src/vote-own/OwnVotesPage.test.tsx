import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { answering, loadChinese, signIn } from "../test-pages.js";
import OwnVotesCard from "./OwnVotesCard.js";
import OwnVotesPage from "./OwnVotesPage.js";

beforeAll(async () => {
  loadChinese();
  await signIn();
});
afterEach(cleanup);

const vote = {
  ...{ unitId: "u1", pollId: "v1", label: "3栋101", text: "选聘物业公司", closesOn: "2026-09-20", isSecret: false, isOver: false, hasVoted: false },
  ...{ votedBy: null, choice: null, isWaiting: false, forName: null, delegateName: null, mayDelegate: true },
};

function open(votes: readonly object[], what = <OwnVotesPage />) {
  const server = answering({
    "GET /meetings/own-ballots": { ballots: votes },
    "POST /meetings/polls/v1/own-ballot": { isWaiting: false },
    "POST /meetings/polls/v1/own-delegations": {},
    "DELETE /meetings/polls/v1/own-delegations/u1": {},
  });
  vi.stubGlobal("fetch", server.fetch);
  render(what);
  return server;
}
const written = (server: ReturnType<typeof open>) =>
  server.asked.filter(({ method }) => method !== "GET").map(({ method, address, body }) => [method, address, body]);

test("a vote says what, for which flat and until when, and is cast after one more question", async () => {
  const server = open([vote]);

  expect(await screen.findByText(/3栋101 · 收票到9月20日.* · 记名/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "赞成" }));
  expect(written(server)).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "投出这一票" }));

  await waitFor(() => expect(written(server)).toEqual([["POST", "/api/meetings/polls/v1/own-ballot", { unitId: "u1", choice: "yes" }]]));
});

test("after a named vote one may vote again, and it says who settles it; after a secret one no more", async () => {
  open([
    { ...vote, hasVoted: true, votedBy: "online", choice: "yes", mayDelegate: false },
    { ...vote, unitId: "u2", isSecret: true, hasVoted: true, votedBy: "online", mayDelegate: false },
  ]);

  expect(await screen.findByText("改了主意可以再投一次，由工作人员核实以哪一次为准。")).toBeTruthy();
  expect(screen.getByText(/不记名的票投出后不能再改/)).toBeTruthy();
  expect(screen.getAllByRole("button", { name: "反对" })).toHaveLength(1);
});

test("somebody is named by how they stand on the roll, and it can be taken back", async () => {
  const server = open([vote, { ...vote, unitId: "u1", text: "公共收益怎么用", delegateName: "李建平" }]);

  fireEvent.click(await screen.findByText("托别人替我投"));
  fireEvent.input(screen.getByLabelText("受托人在名册上的写法"), { target: { value: "3栋102" } });
  fireEvent.click(screen.getByRole("button", { name: "委托" }));
  await waitFor(() => expect(written(server)).toHaveLength(1));
  fireEvent.click(screen.getByRole("button", { name: "收回委托，自己投" }));

  await waitFor(() =>
    expect(written(server)).toEqual([
      ["POST", "/api/meetings/polls/v1/own-delegations", { unitId: "u1", label: "3栋102" }],
      ["DELETE", "/api/meetings/polls/v1/own-delegations/u1", undefined],
    ]),
  );
  expect(screen.getByText("已托李建平投")).toBeTruthy();
});

test("without a vote the page says so, and “today” shows only what waits", async () => {
  open([]);
  expect(await screen.findByText(/现在没有等您投的票/)).toBeTruthy();
  cleanup();

  const counts: number[] = [];
  open([vote, { ...vote, unitId: "u2", text: "换电梯", hasVoted: true }], <OwnVotesCard onCount={(count: number) => void counts.push(count)} />);

  expect(await screen.findByRole("link", { name: "去投票 选聘物业公司" })).toBeTruthy();
  await waitFor(() => expect(counts).toEqual([1]));
  expect(screen.queryByText("换电梯")).toBeNull();
});
