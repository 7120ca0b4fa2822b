import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { answering, loadChinese, signIn } from "../test-pages.js";
import PreparePage from "./PreparePage.js";

beforeAll(async () => {
  loadChinese();
  await signIn("meetings.see", "meetings.convene");
});
afterEach(cleanup);

const item = (id: string, title: string, more: object = {}) => ({
  ...{ id, title, minutes: 20, matterId: null, partId: null, warnings: [], number: "1", depth: 0, startsAt: null, endsAt: null },
  ...more,
});
const draft = {
  ...{ id: "m1", bodyId: "b1", bodyName: "莲心议事会", title: "莲心议事会", type: "deliberation", state: "draft", minutes: 90, number: null },
  ...{ startsAt: null, endsAt: null, venueId: null, venueName: null, postBy: null, isLate: false, isVerified: true, isLocal: false },
  ...{ members: 2, need: 2, totalMinutes: 60, materials: [], chair: { personId: "p", name: "王秀珍" } },
  items: [item("i1", "挡土墙怎么修", { matterId: "x1" }), item("i2", "谁出钱", { depth: 1 }), item("i3", "停车")],
  people: [
    { id: "v1", personId: "p1", name: "陈国强", partyName: "业委会", kind: "voting" },
    { id: "v2", personId: "p2", name: "吴琴", partyName: "物业", kind: "voting" },
  ],
};
const offered = { parts: [{ id: "part1", title: "凉亭座椅修理", light: "late" }], matters: [{ id: "x1", number: "1", title: "挡土墙怎么修", warnings: [] }] };

function open(step: string, refusal?: object) {
  const server = answering({
    "GET /meetings/meetings/m1/preparation": draft,
    "GET /meetings/bodies/b1/agenda-suggestions": offered,
    "PUT /meetings/meetings/m1": refusal ?? {},
    "POST /meetings/meetings/m1/cancellation": { mailed: 0 },
  });
  vi.stubGlobal("fetch", server.fetch);
  history.replaceState(null, "", `/meetings/m1/prepare?step=${step}`);
  render(
    <LocationProvider>
      <Router>
        {[<Route key="prepare" path="/meetings/:id/prepare" component={PreparePage} />, <Route key="list" path="/meetings" component={() => <p>列表</p>} />]}
      </Router>
    </LocationProvider>,
  );
  return server;
}
const written = (server: ReturnType<typeof open>) =>
  server.asked.filter(({ method }) => method !== "GET").map(({ method, address, body }) => [method, address, body]);

test("the agenda of a draft is taken up as it stands, and put in another order with one dropped and one added", async () => {
  const server = open("agenda");

  expect((await screen.findByLabelText<HTMLInputElement>(/凉亭座椅修理/, { selector: "[type=checkbox]" })).checked).toBe(false);
  fireEvent.click(screen.getByLabelText("停车", { selector: "[type=checkbox]" }));
  fireEvent.click(screen.getByLabelText(/凉亭座椅修理/, { selector: "[type=checkbox]" }));
  fireEvent.input(screen.getByLabelText("“谁出钱”用几分钟"), { target: { value: "25" } });
  fireEvent.click(screen.getByRole("button", { name: "保存议程" }));

  await waitFor(() =>
    expect(written(server)).toEqual([
      [
        "PUT",
        "/api/meetings/meetings/m1/agenda",
        {
          items: [
            { matterId: "x1", minutes: 20 },
            { title: "谁出钱", minutes: 25, under: 0 },
            { partId: "part1", minutes: 10 },
          ],
        },
      ],
    ]),
  );
});

test("a draft is thrown away only after the question", async () => {
  const server = open("people");

  fireEvent.click(await screen.findByRole("button", { name: "扔掉这份草稿" }));
  expect(written(server)).toEqual([]);
  fireEvent.click(screen.getAllByRole("button", { name: "扔掉这份草稿" }).at(-1)!);

  await waitFor(() => expect(written(server)).toEqual([["POST", "/api/meetings/meetings/m1/cancellation", { reason: "草稿不用了" }]]));
  expect(await screen.findByText("列表")).toBeTruthy();
});

test("the chair is chosen among those asked, and it can be taken back", async () => {
  const server = open("people");

  fireEvent.change(await screen.findByLabelText("主持人"), { target: { value: "p1" } });
  fireEvent.click(await screen.findByRole("button", { name: "撤销" }));

  await waitFor(() =>
    expect(written(server)).toEqual([
      ["PUT", "/api/meetings/meetings/m1/chair", { personId: "p1" }],
      ["PUT", "/api/meetings/meetings/m1/chair", { personId: "p" }],
    ]),
  );
});
