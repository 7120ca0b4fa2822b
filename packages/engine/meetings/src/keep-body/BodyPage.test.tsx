import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { answering, loadChinese, signIn } from "../test-pages.js";
import BodyPage from "./BodyPage.js";

beforeAll(loadChinese);
afterEach(cleanup);

const body = {
  ...{ id: "b1", name: "大王庄村民代表会议", kind: "villager_reps", placePath: "/1/", usualMinutes: 120, isStanding: true, endedOn: null },
  pack: {
    ...{ id: "cn.villager_reps.2026", nameZh: "村民代表会议", nameEn: "Representatives", members: 5, need: 4, noticeDays: 0, noticeBasis: "calendar" },
    ...{ noticeCount: "clear", citation: "村民委员会组织法第二十五条", isVerified: false, isLocal: false },
  },
  composition: [
    { of: "representatives", total: 5, present: 5, need: 4, isReached: true },
    { of: "women", total: 5, present: 1, need: 2, isReached: false },
  ],
  endedParties: [],
  parties: [
    {
      ...{ id: "p1", name: "村民代表", organizationId: null, isNeeded: false },
      seats: [{ id: "s1", personId: "x1", name: "周兰", kind: "voting", fromOn: "2026-09-01", marks: ["representatives"] }],
    },
  ],
};

function open(changes: object = {}, answers: Readonly<Record<string, unknown>> = {}) {
  const server = answering({
    ...answers,
    "GET /meetings/bodies/b1": { ...body, ...changes },
    "GET /directory/people": { people: [{ id: "x2", fullName: "吴秀兰", distinction: "", placeName: "三组" }] },
    "GET /directory/organizations": { organizations: [{ id: "o1", name: "和平苑物业", closedOn: null }] },
    "POST /meetings/bodies/b1/parties": { id: "p2" },
    "POST /meetings/bodies/b1/seats": { id: "s2" },
    "DELETE /meetings/bodies/b1": {},
    "PUT /meetings/bodies/b1": {},
  });
  vi.stubGlobal("fetch", server.fetch);
  history.replaceState(null, "", "/meetings/bodies/b1");
  render(
    <LocationProvider>
      <Router>{[<Route key="body" path="/meetings/bodies/:id" component={BodyPage} />]}</Router>
    </LocationProvider>,
  );
  return server;
}
const written = (server: ReturnType<typeof open>) =>
  server.asked.filter(({ method }) => method !== "GET").map(({ method, address, body: sent }) => [method, address, sent]);

test("says by which rules a body meets, that they are not verified, and what its seats are short of", async () => {
  await signIn("meetings.see");
  open();

  expect((await screen.findByText(/村民委员会组织法第二十五条/)).textContent).toContain("未核实");
  expect(screen.getByText("差 1 席")).toBeTruthy();
  expect(screen.getByText(/5 席中有 1 席，要 2 席/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /结束席位/ })).toBeNull();
});

test("a seat is marked, ended and given back, each by a button", async () => {
  await signIn("meetings.see", "meetings.arrange");
  const server = open();

  fireEvent.click(await screen.findByRole("button", { name: /^注明\s*周兰$/ }));
  const row = screen.getByText("周兰", { selector: "li > span" }).closest("li")!;
  fireEvent.click(within(row).getByLabelText("妇女代表"));
  fireEvent.click(within(row).getByRole("button", { name: "记下" }));
  await waitFor(() => expect(written(server)).toEqual([["PUT", "/api/meetings/bodies/b1/seats/s1/marks", { marks: ["women", "representatives"] }]]));
  fireEvent.click(screen.getByRole("button", { name: /^结束席位\s*周兰$/ }));
  await screen.findByText(/席位今天结束/);
  fireEvent.click(screen.getByRole("button", { name: "撤销" }));

  await waitFor(() =>
    expect(written(server).slice(1)).toEqual([
      ["DELETE", "/api/meetings/bodies/b1/seats/s1", undefined],
      ["POST", "/api/meetings/bodies/b1/seats", { partyId: "p1", personId: "x1", kind: "voting", marks: ["representatives"] }],
    ]),
  );
});

test("somebody found by name gets a seat with its marks", async () => {
  await signIn("meetings.see", "meetings.arrange");
  const server = open();

  fireEvent.click(await screen.findByText("增加一席"));
  fireEvent.input(screen.getByLabelText("姓名"), { target: { value: "吴" } });
  fireEvent.click(await screen.findByRole("button", { name: "吴秀兰 三组" }));
  fireEvent.click(screen.getByLabelText("妇女代表"));
  fireEvent.click(screen.getByRole("button", { name: "给席位" }));

  await waitFor(() =>
    expect(written(server)).toEqual([["POST", "/api/meetings/bodies/b1/seats", { partyId: "p1", personId: "x2", kind: "voting", marks: ["women"] }]]),
  );
});

test("a body that ended says so, offers the way back and no seats", async () => {
  await signIn("meetings.see", "meetings.arrange");
  const server = open({ endedOn: "2026-09-30" });

  expect(await screen.findByText(/起已撤销，不再召集会议/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "恢复" }));

  await waitFor(() => expect(written(server)).toEqual([["DELETE", "/api/meetings/bodies/b1/ending", undefined]]));
  expect(screen.queryByText("增加一席")).toBeNull();
});

test("a party is added with whom it stands for, another is renamed and marked, and both can be undone", async () => {
  await signIn("meetings.see", "meetings.arrange");
  const server = open();
  const more = (await screen.findByText("增加一方")).closest("details")!;
  await within(more).findByText("和平苑物业");

  fireEvent.input(within(more).getByLabelText(/这一方叫什么/), { target: { value: "物业" } });
  fireEvent.change(within(more).getByLabelText(/代表哪个单位/), { target: { value: "o1" } });
  fireEvent.click(within(more).getByRole("button", { name: "加上这一方" }));
  await waitFor(() => expect(written(server)).toEqual([["POST", "/api/meetings/bodies/b1/parties", { name: "物业", isNeeded: false, organizationId: "o1" }]]));
  const change = screen.getByText("改名称、必到").closest("details")!;
  fireEvent.input(within(change).getByLabelText(/这一方叫什么/), { target: { value: "村民小组代表" } });
  fireEvent.click(within(change).getByLabelText(/必到/));
  fireEvent.click(within(change).getByRole("button", { name: "保存这一方" }));
  await screen.findByText("“村民小组代表”已保存，已召集的会名称不变");
  fireEvent.click(screen.getAllByRole("button", { name: "撤销" }).at(-1)!);

  await waitFor(() =>
    expect(written(server).slice(1)).toEqual([
      ["PUT", "/api/meetings/bodies/b1/parties/p1", { name: "村民小组代表", isNeeded: true }],
      ["PUT", "/api/meetings/bodies/b1/parties/p1", { name: "村民代表", isNeeded: false }],
    ]),
  );
});

test("only a party without seats can be taken out, and one that was comes back by a button", async () => {
  await signIn("meetings.see", "meetings.arrange");
  const empty = { id: "p3", name: "业委会", organizationId: null, isNeeded: false, seats: [] };
  const server = open(
    { parties: [...body.parties, empty], endedParties: [{ id: "p9", name: "旧物业", endedOn: "2026-08-01" }] },
    { "POST /meetings/bodies/b1/parties/p3/ending": {} },
  );

  fireEvent.click(await screen.findByRole("button", { name: /去掉这一方/ }));
  await screen.findByText("“业委会”不再参加，开过的会照旧保留");
  fireEvent.click(screen.getByRole("button", { name: /恢复.*旧物业/ }));

  await waitFor(() =>
    expect(written(server)).toEqual([
      ["POST", "/api/meetings/bodies/b1/parties/p3/ending", undefined],
      ["DELETE", "/api/meetings/bodies/b1/parties/p9/ending", undefined],
    ]),
  );
});

test("a body called as its kind is called says it once", async () => {
  open({ name: "村民代表会议" });

  expect(await screen.findByRole("heading", { level: 1, name: "村民代表会议" })).toBeTruthy();
  expect(document.querySelector(".lx-head, header")?.textContent?.match(/村民代表会议/g) ?? ["村民代表会议"]).toHaveLength(1);
});
