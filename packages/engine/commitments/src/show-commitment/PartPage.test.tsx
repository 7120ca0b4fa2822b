import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import PartPage from "./PartPage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`commitments.${key}`, text])) });
const line = {
  ...{
    partId: "p1",
    commitmentId: "c1",
    title: "拆除与清运",
    standard: "残墙拆完、渣土运走",
    sourceTitle: "第 9 次会议",
    meetingId: "m1",
    placeName: "和平苑",
    openedOn: "2026-09-09",
  },
  ...{
    light: "track",
    state: "in_progress",
    origin: "claimed",
    ownerOrganization: "和平苑物业",
    owner: "吴琴",
    supporting: ["和平苑业委会"],
    startedOn: "2026-09-09",
    dueOn: "2026-09-20",
  },
  ...{ closedOn: null, reviewOn: null, deferReason: null, daysLate: 0, remindedTimes: 0, lastNote: null },
  ...{ soonOn: "2026-09-18", blockKind: null, blockReason: null, waitsFor: null, seekUntil: null, seekFallback: null, seekOverOn: null, endedAs: null },
  ...{ deferCount: 0, bounceCount: 0, failedCount: 0, evidenceNeeds: [] as string[], untouchedDays: null },
};
const timeline = [
  { move: "claim", toState: "confirmed", at: "2026-09-09T08:20:00.000Z", byName: "记录人", forName: "吴琴", note: null, via: null },
  { move: "counterRefuse", toState: null, at: "2026-09-12T00:00:00.000Z", byName: "周秀英", forName: "何志远", note: "物业已经开工", via: null },
  { move: "counterAccept", toState: null, at: "2026-09-13T00:00:00.000Z", byName: "周秀英", forName: "何志远", note: null, via: null },
  { move: "remind", toState: "confirmed", at: "2026-09-16T00:00:00.000Z", byName: null, forName: "吴琴", note: "urge_by_hand:owner,no_grid_leader", via: null },
];
const nothingPending = { requests: [], counterClaims: [], handOvers: [], ratings: null };
let part: object;
const sent: { readonly route: string; readonly body: unknown }[] = [];
const others = [{ ...line, partId: "p2", title: "挖管" }];
let refuse: object | undefined;
beforeEach(() => {
  sent.length = 0;
  refuse = undefined;
  part = {
    line,
    conditions: null,
    waitedBy: [],
    verifiers: [{ name: "何志远", passedAt: null }],
    evidence: [],
    timeline,
    reopenOn: "2026-09-23",
    verbs: ["submit", "progress"],
    isOwner: true,
    ...nothingPending,
  };
  vi.stubGlobal("fetch", (address: string, { method, body }: RequestInit) => {
    sent.push({ route: `${method} ${address}`, body: body ? JSON.parse(String(body)) : undefined });
    if (address.includes("/ledger?")) return Promise.resolve(new Response(JSON.stringify({ lines: others, counts: { all: 1 }, pageSize: 50 })));
    return Promise.resolve(
      method === "POST" && refuse
        ? new Response(JSON.stringify(refuse), { status: 409 })
        : new Response(JSON.stringify(method === "POST" ? { state: "submitted", code: "7K3-F2" } : part)),
    );
  });
});
afterEach(cleanup);

function open(): void {
  history.replaceState(null, "", "/commitments/p1");
  render(
    <LocationProvider>
      <Router>{[<Route key="part" path="/commitments/:id" component={PartPage} />]}</Router>
    </LocationProvider>,
  );
}
const posted = () => sent.filter(({ route }) => route.startsWith("POST"));

test("shows the promise as facts and what happened with who did it for whom", async () => {
  open();

  await screen.findByRole("heading", { level: 1, name: "拆除与清运" });
  const facts = screen.getByRole("region", { name: "任务" }).textContent;
  const history = within(screen.getByRole("region", { name: "经过" }))
    .getAllByRole("listitem")
    .map((item) => item.textContent);

  for (const words of ["和平苑物业", "吴琴", "和平苑业委会", "2026年9月20日", "残墙拆完、渣土运走", "何志远"]) expect(facts).toContain(words);
  expect(history[0]).toContain("认领记录人 代 吴琴");
  expect(history[1]).toContain("不改牵头周秀英9月12日");
  expect(history[2]).toContain("改由他牵头周秀英 交给 何志远");
  expect(history[3]).toContain("催办：没有发邮件，请当面或电话告诉责任人吴琴、网格长（岗位上没有人）");
  expect(history[3]).not.toContain("告诉 吴琴");
});

test.each([
  { light: "done", state: "closed", word: "已销号" },
  { light: "check", state: "verified", word: "核验通过，待销号" },
  { light: "track", state: "in_progress", word: "推进中" },
])("a light whose word is the state's, as $word, is said once", async ({ light, state, word }) => {
  part = { ...part, line: { ...line, light, state } };
  open();
  const facts = (await screen.findByRole("region", { name: "任务" })).textContent;

  expect(facts!.split(word).length - 1).toBe(1);
});

test("reporting as done quotes what counts as done, asks for words, and sends them", async () => {
  open();
  fireEvent.click(await screen.findByRole("button", { name: "报结" }));
  const dialog = within(screen.getByRole("dialog"));
  expect(dialog.getByText("怎样算办好：残墙拆完、渣土运走")).toBeTruthy();

  fireEvent.click(dialog.getByRole("button", { name: "报结" }));
  expect((await dialog.findAllByText("请填写办成了什么样")).length).toBeGreaterThan(0);
  fireEvent.input(dialog.getByLabelText("办成了什么样"), { target: { value: "渣土已清运" } });
  fireEvent.click(dialog.getByRole("button", { name: "报结" }));

  await waitFor(() => expect(posted()).toEqual([{ route: "POST /api/commitments/commitments/c1/completion", body: { words: "渣土已清运", paper: "" } }]));
});

test("a refusal stands in the dialog with what to do, and what was typed stays", async () => {
  refuse = { code: "commitments.stateWrong", message: "现在是“已销号”，这一步不能办", remedy: "请刷新后看看现在能办哪一步" };
  open();
  fireEvent.click(await screen.findByRole("button", { name: "报进度" }));
  const dialog = within(screen.getByRole("dialog"));
  fireEvent.input(dialog.getByLabelText("办到哪一步了"), { target: { value: "拆了一半" } });

  fireEvent.click(dialog.getByRole("button", { name: "报进度" }));

  expect((await dialog.findByRole("alert")).textContent).toContain("请刷新后看看现在能办哪一步");
  expect((dialog.getByLabelText("办到哪一步了") as HTMLTextAreaElement).value).toBe("拆了一半");
});

test("who enters acts for the owner finds them apart from their own", async () => {
  part = { ...part, isOwner: false, verbs: ["submit", "progress", "urge", "defer"] };
  open();

  const apart = within(await screen.findByRole("region", { name: "代责任人填" }));

  expect(apart.getAllByRole("button").map((button) => button.textContent)).toEqual(["报结", "报进度"]);
  expect(screen.getByRole("button", { name: "催办" }).closest("header")).not.toBeNull();
});

test("printing a slip again asks before the code of the one handed out ends", async () => {
  part = { ...part, isOwner: false, verbs: ["slip"] };
  refuse = { code: "commitments.slipOut", message: "已经打印过一张任务短码单", remedy: "" };
  open();
  fireEvent.click(await screen.findByRole("button", { name: "打印任务短码单" }));
  const asked = within(await screen.findByRole("dialog", { name: "已经打印过一张任务短码单" }));
  refuse = undefined;
  fireEvent.click(asked.getByRole("button", { name: "换一张，旧短码作废" }));

  expect((await screen.findByRole("dialog", { name: "短码已生成" })).textContent).toContain("7K3-F2");
  expect(posted().map(({ body }) => body)).toEqual([{}, { replaces: true }]);
});

test("who may do nothing sees no verb but printing", async () => {
  part = { ...part, isOwner: false, verbs: [] };
  open();
  await screen.findByRole("heading", { level: 1 });

  expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual(["打印"]);
});

test("a request waits for its decision with a yes and a no of one size, and the yes is sent", async () => {
  const asked = {
    id: "r1",
    kind: "extension",
    reason: "渣土车要排队",
    wantedDueOn: "2026-10-20",
    state: "asked",
    decidedNote: null,
    askedBy: "吴琴",
    decidedBy: null,
  };
  part = { ...part, isOwner: false, verbs: [], requests: [{ ...asked, mayDecide: true }] };
  open();

  const card = within(await screen.findByRole("region", { name: "申请" }));
  expect(card.getByRole("listitem").textContent).toContain("申请延期到 10月20日");
  expect(card.getAllByRole("button").map((button) => [button.textContent, button.className])).toEqual([
    ["同意", "lx-button"],
    ["不同意", "lx-button"],
  ]);
  fireEvent.click(card.getByRole("button", { name: "同意" }));
  fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "同意" }));

  await waitFor(() => expect(posted()).toEqual([{ route: "POST /api/commitments/parts/p1/requests/r1/decision", body: { isApproved: true, note: "" } }]));
});

test("a part that asks for evidence asks for it when it is reported", async () => {
  part = { ...part, line: { ...line, evidenceNeeds: ["receipt"] } };
  open();
  fireEvent.click(await screen.findByRole("button", { name: "报结" }));
  const dialog = within(screen.getByRole("dialog"));
  fireEvent.input(dialog.getByLabelText("办成了什么样"), { target: { value: "渣土已清运" } });
  fireEvent.click(dialog.getByLabelText("票据"));
  fireEvent.click(dialog.getByRole("button", { name: "报结" }));

  await waitFor(() =>
    expect(posted()).toEqual([{ route: "POST /api/commitments/commitments/c1/completion", body: { words: "渣土已清运", paper: "", kinds: ["receipt"] } }]),
  );
});

test("whoever waits for other work says for which, and the page says it with a way there", async () => {
  part = {
    ...part,
    verbs: ["block"],
    line: { ...line, blockKind: "other_part", blockReason: "要先挖完", waitsFor: { partId: "p3", title: "测量" } },
    waitedBy: [{ partId: "p4", title: "装灯" }],
  };
  open();
  const facts = within(await screen.findByRole("region", { name: "任务" }));
  fireEvent.click(screen.getByRole("button", { name: "记受阻" }));
  const dialog = within(screen.getByRole("dialog"));
  fireEvent.change(dialog.getByLabelText("卡在哪里"), { target: { value: "other_part" } });
  fireEvent.input(dialog.getByLabelText("原因"), { target: { value: "要先挖完" } });
  fireEvent.click(dialog.getByRole("button", { name: "记受阻" }));
  await dialog.findAllByText(/等哪一项任务/);
  fireEvent.change(await dialog.findByLabelText("等哪一项任务"), { target: { value: "p2" } });
  fireEvent.input(dialog.getByLabelText("下次再看的日期"), { target: { value: "2026-10-09" } });
  fireEvent.click(dialog.getByRole("button", { name: "记受阻" }));

  expect(facts.getByRole("link", { name: "等“测量”" }).getAttribute("href")).toBe("/commitments/p3");
  expect(facts.getByRole("link", { name: "装灯" })).toBeTruthy();
  await waitFor(() => expect(posted()[0]?.body).toEqual({ kind: "other_part", reason: "要先挖完", reviewOn: "2026-10-09", waitsForId: "p2" }));
});
