import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts, browserPorts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import ArrangePage from "./ArrangePage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`directory.${key}`, text])) });
const place = { scheme: "main", code: null, households: null, closedOn: null, version: 1 };
const places = [
  { ...place, id: "c", name: "光明路社区", kind: "community", parentId: null },
  { ...place, id: "h", name: "和平苑", kind: "compound", parentId: "c", households: 86 },
  { ...place, id: "o", name: "一网格", kind: "grid", scheme: "labour_union", parentId: "c" },
];
const covers = [{ id: "v1", overlayId: "o", coveredId: "h", name: "和平苑", kind: "compound", parentName: "光明路社区", fromOn: "2026-09-01", toOn: null }];
const venue = {
  ...{ id: "v", name: "议事厅", kind: "meeting_room", placeId: "c", seats: 40, equipment: ["投影"], version: 3 },
  openings: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromTime: "08:30", toTime: "17:30" })),
  closures: [{ fromOn: "2026-10-01", toOn: "2026-10-07", reason: "放假" }],
};
const sent: { route: string; body: unknown }[] = [];
let answerClose: () => Promise<Response>;
const respond = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
const years = [{ year: 2026, source: "国办通知", isFictional: false, days: 39 }];
beforeEach(() => {
  sent.length = 0;
  answerClose = () => respond({});
  vi.spyOn(browserPorts, "now").mockReturnValue(Date.parse("2026-09-16T08:00:00+08:00"));
  vi.stubGlobal("fetch", (address: string, request: RequestInit) => {
    sent.push({ route: `${request.method} ${address}`, body: request.body ? JSON.parse(String(request.body)) : undefined });
    if (address.endsWith("/close")) return answerClose();
    if (request.method !== "GET") return respond({ id: "new" });
    return respond({ places, covers, organizations: [], venues: [venue], years });
  });
});
afterEach(cleanup);

const open = (part = "") => {
  history.replaceState(null, "", `/directory/arrange${part && `?part=${part}`}`);
  render(
    <LocationProvider>
      <ArrangePage />
    </LocationProvider>,
  );
};
const posted = () => sent.filter(({ route }) => !route.startsWith("GET"));

test("lists the tree, and adds a place inside another one", async () => {
  open();
  expect((await screen.findByRole("cell", { name: "86" })).closest("tr")!.textContent).toContain("和平苑");

  fireEvent.click(screen.getByRole("button", { name: "加地点" }));
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.input(dialog.getByLabelText(/^地点名称/), { target: { value: "松涛园" } });
  fireEvent.input(dialog.getByLabelText(/^户数/), { target: { value: "１２０" } });
  fireEvent.click(dialog.getByRole("button", { name: "加地点" }));

  await waitFor(() =>
    expect(posted()).toEqual([
      { route: "POST /api/directory/places", body: { parentId: "c", kind: "compound", scheme: "main", name: "松涛园", code: null, households: 120 } },
    ]),
  );
});

test("changes what a place is called with the version it was read in", async () => {
  open();
  fireEvent.click(await screen.findByRole("button", { name: "改“和平苑”" }));
  fireEvent.input(await screen.findByLabelText(/^地点名称/), { target: { value: "和平家园" } });
  fireEvent.click(screen.getByRole("button", { name: "存好" }));

  await waitFor(() =>
    expect(posted()).toEqual([{ route: "PATCH /api/directory/places/h", body: { version: 1, name: "和平家园", code: null, households: 86 } }]),
  );
});

test("says why a place that is in use stays open", async () => {
  answerClose = () => respond({ code: "directory.placeInUse", message: "这里还有 2 处在用", remedy: "请先移走，再停用", rule: "x" }, 409);
  open();

  fireEvent.click(await screen.findByRole("button", { name: "停用“和平苑”" }));

  expect((await screen.findByRole("alert")).textContent).toContain("这里还有 2 处在用");
});

test("shows what another division covers, and takes a place out or one more in", async () => {
  open();
  await screen.findByText("工会 一网格");

  fireEvent.click(screen.getByRole("button", { name: "不再管和平苑" }));
  await waitFor(() => expect(posted().at(-1)).toEqual({ route: "POST /api/directory/covers/v1/end", body: undefined }));
  fireEvent.change(screen.getByLabelText("“一网格”再管哪里"), { target: { value: "c" } });

  await waitFor(() => expect(posted().at(-1)).toEqual({ route: "POST /api/directory/places/o/covers", body: { coveredId: "c" } }));
});

test("says a room's hours in a line, and changes them as a whole with its closures", async () => {
  open("venues");
  await screen.findByText("周一至周五 08:30–17:30");

  fireEvent.click(screen.getByRole("button", { name: "改“议事厅”" }));
  const line = within(await screen.findByRole("group", { name: "第 1 段" }));
  fireEvent.click(line.getByRole("button", { name: "周五" }));
  fireEvent.click(screen.getByRole("button", { name: "存好" }));

  await waitFor(() => expect(posted().at(-1)?.route).toBe("PUT /api/directory/venues/v"));
  expect(posted().at(-1)?.body).toMatchObject({ seats: 40, equipment: ["投影"], closures: venue.closures, openings: venue.openings.slice(0, 4), version: 3 });
});

test("sends nothing without a name or seats, nor with a closure that ends before it begins", async () => {
  open("venues");
  fireEvent.click(await screen.findByRole("button", { name: "加场地" }));
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.click(dialog.getByRole("button", { name: "加停用的日子" }));

  fireEvent.click(dialog.getByRole("button", { name: "加场地" }));

  expect((await dialog.findAllByText(/^请填写座位/)).length).toBeGreaterThan(0);
  expect(dialog.getAllByText(/^第 1 次停用：/).length).toBeGreaterThan(0);
  expect(posted()).toEqual([]);
});

test("says which year is loaded, and of the coming one that nothing is", async () => {
  open("holidays");

  expect((await screen.findByText(/来源：国办通知/)).closest("li")!.textContent).toContain("2026");
  expect((await screen.findByRole("alert")).textContent).toContain("2027 年放假安排还没有导入。导入前，工作日一律不替你算。");
});

test("says of organisations that there are none", async () => {
  open("organizations");

  await screen.findByText("还没有单位。");
});
