import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import { filterNames } from "./filter-names.js";
import LedgerPage from "./LedgerPage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`commitments.${key}`, text])) });
const line = {
  ...{
    partId: "p1",
    commitmentId: "c1",
    title: "拆除与清运",
    standard: "拆完",
    sourceTitle: "第 9 次会议",
    meetingId: "m1",
    placeName: "和平苑",
    openedOn: "2026-09-09",
  },
  ...{
    light: "late",
    state: "confirmed",
    origin: "claimed",
    ownerOrganization: "和平苑物业",
    owner: "吴琴",
    supporting: [],
    startedOn: "2026-09-09",
    dueOn: "2026-09-20",
  },
  ...{ closedOn: null, reviewOn: null, deferReason: null, daysLate: 2, remindedTimes: 1, lastNote: null },
  ...{ soonOn: "2026-09-18", blockKind: null, blockReason: null, waitsFor: null, seekUntil: null, seekFallback: null, seekOverOn: null, endedAs: null },
  ...{ deferCount: 0, bounceCount: 0, failedCount: 0, evidenceNeeds: [], untouchedDays: null },
};
const account = { since: "2026-09-01", rolled: 23, opened: 9, closed: 5, open: 26, ownerless: 1, deferred: 0, merged: 1, withdrawn: 0 };
const counts = { ...Object.fromEntries(filterNames.map((name) => [name, 0])), all: 1, late: 1 };
let answer: object;
let chains: object[] = [];
const asked: string[] = [];
beforeEach(() => {
  asked.length = 0;
  chains = [];
  answer = { lines: [line], counts, pageSize: 50, organizations: [{ id: "o1", name: "和平苑物业" }], missingYear: null, thisYear: 2026 };
  vi.stubGlobal("fetch", (address: string) => {
    if (address.endsWith("/ledger/account")) return Promise.resolve(new Response(JSON.stringify(account)));
    if (address.endsWith("/ledger/chains")) return Promise.resolve(new Response(JSON.stringify({ chains })));
    asked.push(address);
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
});
afterEach(cleanup);

function open(address: string): void {
  history.replaceState(null, "", address);
  render(
    <LocationProvider>
      <LedgerPage />
    </LocationProvider>,
  );
}

test("says for each line how it stands in words, who leads it, and how often they were reminded", async () => {
  open("/commitments");

  const row = (await screen.findByRole("link", { name: "拆除与清运" })).closest("tr")!;

  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("台账 1 件");
  for (const words of ["已超期 2 个工作日", "和平苑物业", "吴琴", "9月20日", "已提醒 1 次"]) expect(row.textContent).toContain(words);
});

test("a filter acts at once, stands in the address, and is asked of the server with what narrows it", async () => {
  open("/commitments?organizationId=o1&page=1");
  await screen.findByRole("link", { name: "拆除与清运" });

  fireEvent.click(screen.getByRole("button", { name: /已超期/ }));

  await waitFor(() => expect(location.search).toBe("?filter=late&organizationId=o1"));
  await waitFor(() => expect(asked.at(-1)).toBe("/api/commitments/ledger?filter=late&organizationId=o1&page=0"));
});

test("the export asks for what the screen shows", async () => {
  open("/commitments?filter=late&search=%E6%8B%86");
  await screen.findByRole("link", { name: "拆除与清运" });

  expect(screen.getByRole("link", { name: "导出表格" }).getAttribute("href")).toBe("/api/commitments/ledger.xlsx?filter=late&search=%E6%8B%86");
});

test("the year of the close-out narrows the ledger and its export, and one from an old address stays among the choices", async () => {
  open("/commitments?organizationId=o1&closedIn=2019");
  await screen.findByRole("link", { name: "拆除与清运" });
  const choices = () => [...(screen.getByLabelText("哪年销号") as HTMLSelectElement).options].map(({ value }) => value);

  expect(choices()).toEqual(["", "2026", "2025", "2024", "2023", "2022", "2019"]);
  fireEvent.change(screen.getByLabelText("哪年销号"), { target: { value: "2026" } });

  await waitFor(() => expect(asked.at(-1)).toBe("/api/commitments/ledger?filter=all&organizationId=o1&closedIn=2026&page=0"));
  expect(screen.getByRole("link", { name: "导出表格" }).getAttribute("href")).toBe("/api/commitments/ledger.xlsx?filter=all&organizationId=o1&closedIn=2026");
});

test("an empty ledger says why, and one that is only narrowed offers to clear the filters", async () => {
  answer = { ...answer, lines: [], counts: { ...counts, all: 0, late: 0 } };
  open("/commitments");
  await screen.findByText("台账还是空的。会上认领的任务会列在这里。");
  cleanup();

  open("/commitments?filter=gap");

  expect((await screen.findByRole("link", { name: "清掉条件" })).getAttribute("href")).toBe("/commitments");
});

test("a year without holidays is said instead of a number of days", async () => {
  answer = { ...answer, lines: [{ ...line, daysLate: null }], missingYear: 2027 };
  open("/commitments");

  expect((await screen.findByRole("alert")).textContent).toContain("2027 年放假安排还没有导入");
  expect(screen.getByRole("link", { name: "拆除与清运" }).closest("tr")!.textContent).not.toContain("天");
});

test("the foot says the month's account, and gaps that are looked for say until when", async () => {
  answer = { ...answer, lines: [{ ...line, light: "gap", commitmentId: null, owner: null, seekUntil: "2026-09-30", seekFallback: "street" }] };
  open("/commitments");

  expect(await screen.findByText("本月：上月结转 23 + 新增 9 = 销号 5 + 在办 26 + 暂缓 0 + 合并 1 + 撤回 0")).toBeTruthy();
  expect((await screen.findByRole("link", { name: "拆除与清运" })).closest("tr")!.textContent).toContain("寻找中，到 9月30日");
});

test("who waits for whom stands above the lines, the critical chain first, and each piece of work opens from there", async () => {
  const part = (partId: string, title: string, dueOn: string | null, isTight = false) => ({
    partId,
    title,
    owner: dueOn && "吴琴",
    ownerOrganization: dueOn && "和平苑物业",
    dueOn,
    isTight,
  });
  chains = [
    { endsOn: "2026-10-08", isCircle: false, parts: [part("p1", "修路", "2026-09-20", true), part("p2", "挖管", "2026-10-08")] },
    { endsOn: null, isCircle: false, parts: [part("p3", "装灯", "2026-09-30"), part("p4", "拉电缆", null)] },
  ];
  open("/commitments");

  const card = within(await screen.findByRole("region", { name: "谁在等谁" }));
  const items = card.getAllByRole("list")[0]!.children;

  expect(items[0]!.textContent).toContain("最要紧的一条");
  expect(items[0]!.textContent).toContain("全办完要到 10月8日");
  expect(items[0]!.textContent).toContain("比它等的先到期，按期完不成");
  expect(items[1]!.textContent).toContain("里面有没人牵头的");
  expect(card.getByRole("link", { name: "挖管" }).getAttribute("href")).toBe("/commitments/p2");
});

test("nothing is said about waiting while nobody waits", async () => {
  open("/commitments");
  await screen.findByText("拆除与清运");

  expect(screen.queryByRole("region", { name: "谁在等谁" })).toBeNull();
});
