import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts, loadSession } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import PersonPage from "./PersonPage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`directory.${key}`, text])) });
const role = { id: "r1", kind: "grid_leader", title: "网格长", placeName: "和平苑", organizationName: null, fromOn: "2026-01-01", toOn: null, isCurrent: true };
const person = {
  ...{ id: "p1", fullName: "李建平", distinction: "3栋", birthYear: 1970, sex: "male", placeId: "h", version: 4 },
  places: [{ id: "c", name: "光明路社区", kind: "community" }],
  aliases: [{ kind: "former", name: "李健平" }],
  channels: [{ id: "ch", kind: "phone", address: "199****1111", isVerified: true, isConfirmed: false, isPreferred: true }],
  roles: [role, { ...role, id: "r2", title: "网格员", toOn: "2025-12-31", isCurrent: false }],
  consents: [{ id: "co", purpose: "公示姓名", textVersion: "2026", givenByName: "李建平", givenAt: "2026-09-01T01:00:00.000Z", withdrawnAt: null }],
  proxies: [{ id: "x1", deputyId: "p7", deputyName: "李小妹", reason: "helper", fromOn: "2026-01-01", toOn: null }],
  actsFor: [{ id: "x2", principalId: "p8", principalName: "李大爷", reason: "guardian", fromOn: "2026-01-01", toOn: null }],
  accounts: [{ id: "l1", provedBy: "code", fromAt: "2026-09-01T01:00:00.000Z", isConfirmed: false, isDisabled: false, people: 2 }],
  merges: [{ id: "m1", mergedId: "p2", mergedAt: "2026-09-02T01:00:00.000Z" }],
  weekly: [{ weekday: 2, fromTime: "18:00", toTime: "21:00" }],
  busy: [{ id: "b1", startsAt: "2026-09-09T00:30:00.000Z", endsAt: "2026-09-09T04:00:00.000Z", kind: "work" }],
};

const sent: { route: string; body: unknown; show: boolean }[] = [];
let permissions: string[];
const respond = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
beforeEach(async () => {
  permissions = ["directory.see", "directory.edit", "directory.giveRoles"];
  sent.length = 0;
  vi.stubGlobal("fetch", (address: string, request: RequestInit & { headers: Record<string, string> }) => {
    sent.push({
      route: `${request.method} ${address}`,
      body: request.body ? JSON.parse(String(request.body)) : undefined,
      show: request.headers["x-show"] === "1",
    });
    if (address === "/api/session") return respond({ account: { id: "a" }, person: null, roles: [], permissions, language: "zh-CN" });
    if (address.endsWith("/channels")) return respond({ channels: [{ ...person.channels[0], address: "19900001111" }] });
    if (address.includes("/people?"))
      return respond({ people: [{ id: "p9", fullName: "李建萍", distinction: null, placeName: "松涛园", phone: null, roles: [] }], next: null });
    return respond(request.method === "GET" ? person : {});
  });
  await loadSession();
});
afterEach(cleanup);

async function open(): Promise<void> {
  history.replaceState(null, "", "/directory/people/p1");
  render(
    <LocationProvider>
      <Router>{[<Route key="person" path="/directory/people/:personId" component={PersonPage} />]}</Router>
    </LocationProvider>,
  );
  await screen.findByRole("heading", { level: 1, name: "李建平" });
}
const region = (name: string) => within(screen.getByRole("region", { name }));
const last = (method: string) => sent.filter(({ route }) => route.startsWith(method)).at(-1);

test("shows what a person holds and held, apart", async () => {
  await open();

  const roles = region("担任");
  expect(roles.getAllByRole("listitem").map((line) => line.textContent)).toEqual([expect.stringContaining("网格长"), expect.stringContaining("网格员")]);
  expect(roles.getAllByRole("button", { name: /^结束/ })).toHaveLength(1);
  expect(region("基本资料").getByText("李健平")).toBeTruthy();
});

test("ends a role only after it was confirmed", async () => {
  await open();
  fireEvent.click(screen.getByRole("button", { name: "结束“网格长”" }));
  expect(last("POST")).toBeUndefined();

  fireEvent.click(await screen.findByRole("button", { name: "到今天结束" }));

  await waitFor(() =>
    expect(last("POST")).toMatchObject({ route: "POST /api/directory/roles/r1/end", body: { lastOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } }),
  );
});

test("shows addresses when asked, and asks to see them", async () => {
  await open();

  fireEvent.click(region("联系方式").getByRole("button", { name: "显示（会留下记录）" }));

  await screen.findByText("19900001111");
  expect(sent.filter(({ show }) => show).map(({ route }) => route)).toEqual(["GET /api/directory/people/p1/channels"]);
});

test("sends a change with the version it was made on", async () => {
  await open();
  fireEvent.click(screen.getByRole("button", { name: "改资料" }));
  fireEvent.input(await screen.findByLabelText(/^出生年份/), { target: { value: "１９７１" } });

  fireEvent.click(screen.getByRole("button", { name: "存好" }));

  await waitFor(() => expect(last("PATCH")?.body).toEqual({ version: 4, fullName: "李建平", distinction: "3栋", birthYear: 1971, sex: "male", placeId: "h" }));
});

test("merges with a record that is the same person, and parts them again", async () => {
  await open();
  fireEvent.click(screen.getByRole("button", { name: "合并同名" }));

  fireEvent.click(await screen.findByRole("button", { name: "李建萍是同一个人" }));
  await waitFor(() => expect(last("POST")).toMatchObject({ route: "POST /api/directory/people/p1/merges", body: { mergedId: "p9" } }));
  fireEvent.click(screen.getByRole("button", { name: "拆开" }));

  await waitFor(() => expect(last("POST")?.route).toBe("POST /api/directory/merges/m1/undo"));
});

test("who may only look finds nothing to change", async () => {
  permissions = ["directory.see"];
  await loadSession();
  await open();

  expect(screen.queryByRole("button", { name: /^(改资料|合并同名|定职务|撤回|加联系方式|拆开|结束.*)$/ })).toBeNull();
});

test("says who acts for whom, with which accounts, and ends it", async () => {
  await open();

  expect(region("代办").getByRole("link", { name: "李小妹" }).getAttribute("href")).toBe("/directory/people/p7");
  expect(region("代办").getByRole("link", { name: "李大爷" })).toBeTruthy();
  expect(region("登录账号").getByText("这个账号替 2 个人办")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "结束李小妹的代办" }));
  await waitFor(() => expect(last("POST")?.route).toBe("POST /api/directory/proxies/x1/end"));

  fireEvent.click(region("登录账号").getByRole("button", { name: /^断开/ }));
  fireEvent.click(await screen.findByRole("button", { name: "断开" }));

  await waitFor(() => expect(last("POST")?.route).toBe("POST /api/directory/people/p1/accounts/l1/end"));
});

test("appoints a proxy found by name", async () => {
  await open();
  fireEvent.click(screen.getByRole("button", { name: "委托一位" }));
  fireEvent.input(await screen.findByRole("searchbox"), { target: { value: "李建萍" } });
  fireEvent.click(await screen.findByRole("radio", { name: /李建萍/ }));

  fireEvent.click(screen.getAllByRole("button", { name: "委托一位" }).at(-1)!);

  await waitFor(() =>
    expect(last("POST")).toMatchObject({ route: "POST /api/directory/people/p1/proxies", body: { deputyId: "p9", reason: "helper", toOn: null } }),
  );
});

test("says the weekly hours, and replaces them by lines of days and a time", async () => {
  await open();
  expect(region("可联系时间").getByText("周二 18:00–21:00")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "改可到时间" }));
  const line = within(await screen.findByRole("group", { name: "第 1 段" }));

  fireEvent.click(line.getByRole("button", { name: "周四" }));
  fireEvent.input(line.getByLabelText("几点止"), { target: { value: "17:00" } });
  fireEvent.click(screen.getByRole("button", { name: "存好" }));
  await screen.findAllByText("第 1 段：要选星期几，结束时间要晚于开始时间");
  fireEvent.input(line.getByLabelText("几点止"), { target: { value: "20:00" } });
  fireEvent.click(screen.getByRole("button", { name: "存好" }));

  await waitFor(() =>
    expect(last("PUT")?.body).toEqual({
      weekly: [2, 4].map((weekday) => ({ weekday, fromTime: "18:00", toTime: "20:00" })),
    }),
  );
});

test("takes a busy time out and can put it back", async () => {
  await open();
  fireEvent.click(screen.getByRole("button", { name: /^去掉“上班/ }));
  await waitFor(() => expect(last("DELETE")?.route).toBe("DELETE /api/directory/people/p1/busy/b1"));

  fireEvent.click(await screen.findByRole("button", { name: "撤销" }));

  await waitFor(() => expect(last("POST")).toMatchObject({ route: "POST /api/directory/people/p1/busy", body: { kind: "work" } }));
});

test("vouches for an address and for an account only after it was confirmed", async () => {
  await open();
  fireEvent.click(screen.getByRole("button", { name: "确认199****1111是本人的" }));
  expect(last("POST")).toBeUndefined();
  fireEvent.click(await screen.findByRole("button", { name: "确认是本人的" }));
  await waitFor(() => expect(last("POST")?.route).toBe("POST /api/directory/people/p1/channels/ch/confirm"));

  fireEvent.click(region("登录账号").getByRole("button", { name: /^确认 .* 起的账号是本人$/ }));
  fireEvent.click(await screen.findByRole("button", { name: "确认是本人" }));

  await waitFor(() => expect(last("POST")?.route).toBe("POST /api/directory/people/p1/accounts/l1/confirm"));
});

test("disables an account after saying how many people it stands for", async () => {
  await open();
  fireEvent.click(region("登录账号").getByRole("button", { name: /^停用 .* 起的账号$/ }));
  expect((await screen.findByRole("dialog")).textContent).toContain("它替 2 个人办的事都停下");

  fireEvent.click(screen.getByRole("button", { name: "停用" }));

  await waitFor(() => expect(last("POST")?.route).toBe("POST /api/directory/people/p1/accounts/l1/disable"));
});

test("erases a person only when the name was typed, and only an administrator is offered it", async () => {
  await open();
  expect(screen.queryByRole("button", { name: "抹去这个人…" })).toBeNull();
  cleanup();
  permissions = ["directory.see", "directory.erase"];
  await loadSession();
  await open();
  fireEvent.click(screen.getByRole("button", { name: "抹去这个人…" }));
  fireEvent.input(await screen.findByLabelText(/^写一遍全名/), { target: { value: "李建平" } });
  fireEvent.click(screen.getByRole("button", { name: "永久抹去" }));

  await waitFor(() => expect(last("POST")).toMatchObject({ route: "POST /api/directory/people/p1/erasure", body: { name: "李建平" } }));
});
