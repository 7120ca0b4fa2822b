import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import type { LineAnswer } from "../api.js";
import { MergeButton } from "../end-part/EndVerbs.js";
import { MakeButton } from "../make-commitment/MakeButton.js";
import { zhCN } from "../messages/zh-CN.js";
import { RecurButton } from "../notice-recurrence/RecurButton.js";
import { NeedsButton } from "../open-parts/NeedsButton.js";
import { RateButton } from "../rate-work/RateButton.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`commitments.${key}`, text])) });
const line = { partId: "p1", commitmentId: null, title: "拆除与清运", standard: "", evidenceNeeds: ["receipt"] } as unknown as LineAnswer;
const organization = { id: "o1", name: "和平苑物业", people: [{ id: "wu", name: "吴琴" }] };
const parties = { self: { id: "wu", name: "吴琴", organizationIds: ["o1"] }, organizations: [organization], mayAssign: false };
const sent: { readonly route: string; readonly body: unknown }[] = [];
const done = async () => undefined;
beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal("fetch", (address: string, { method, body }: RequestInit) => {
    sent.push({ route: `${method} ${address}`, body: body ? JSON.parse(String(body)) : undefined });
    const search = new URL(address, "http://here").searchParams.get("search");
    const other = { partId: "p2", title: search ? "围挡" : "凉亭", placeName: "和平苑", light: "todo" };
    return Promise.resolve(new Response(JSON.stringify(address.includes("/parties") ? parties : { lines: [other], counts: { all: 51 }, pageSize: 50 })));
  });
});
afterEach(cleanup);
const posted = () => sent.filter(({ route }) => route.startsWith("POST"));
const openDialog = async (verb: string) => {
  fireEvent.click(await screen.findByRole("button", { name: verb }));
  return within(screen.getByRole("dialog"));
};

test("who claims what came without a standard is asked for it, and it is sent", async () => {
  render(<MakeButton line={line} onDone={done} origin="claimed" isFilled />);
  const dialog = await openDialog("我来认领");
  fireEvent.input(dialog.getByLabelText("完成时限"), { target: { value: "2026-09-20" } });
  fireEvent.click(dialog.getByRole("button", { name: "我来认领" }));
  expect((await dialog.findAllByText("请填写怎样算办好")).length).toBeGreaterThan(0);
  fireEvent.input(dialog.getByLabelText("怎样算办好"), { target: { value: "残墙拆完" } });
  fireEvent.click(dialog.getByRole("button", { name: "我来认领" }));

  await waitFor(() => expect(posted()).toMatchObject([{ route: "POST /api/commitments/parts/p1/commitments", body: { standard: "残墙拆完" } }]));
});

test("what has a standard is claimed to it, and none is asked for", async () => {
  render(<MakeButton line={{ ...line, standard: "残墙拆完" }} onDone={done} origin="claimed" isFilled />);
  const dialog = await openDialog("我来认领");

  expect(dialog.getByText("怎样算办好：残墙拆完")).toBeTruthy();
  expect(dialog.queryByLabelText("怎样算办好")).toBeNull();
});

test("a line to merge into is found by words although the list shows only fifty", async () => {
  render(<MergeButton line={line} onDone={done} />);
  const dialog = await openDialog("合并到…");
  expect(await dialog.findByText(/一共 51 件/)).toBeTruthy();
  fireEvent.input(dialog.getByLabelText(/找事项/), { target: { value: "围挡" } });
  await dialog.findByRole("option", { name: /围挡/ });
  fireEvent.change(dialog.getByLabelText("合并到哪一项"), { target: { value: "p2" } });
  fireEvent.input(dialog.getByLabelText("原因"), { target: { value: "同一件事" } });
  fireEvent.click(dialog.getByRole("button", { name: "合并到…" }));

  await waitFor(() => expect(posted()).toEqual([{ route: "POST /api/commitments/parts/p1/merging", body: { intoId: "p2", reason: "同一件事" } }]));
});

test("the ticks of what a report has to bring start as they are, and what is left ticked is sent", async () => {
  render(<NeedsButton line={line} onDone={done} />);
  const dialog = await openDialog("要哪些佐证");
  expect((dialog.getByLabelText("票据") as HTMLInputElement).checked).toBe(true);
  fireEvent.click(dialog.getByLabelText("验收单"));
  fireEvent.click(dialog.getByRole("button", { name: "要哪些佐证" }));

  await waitFor(() =>
    expect(posted()).toEqual([{ route: "POST /api/commitments/parts/p1/evidence-needs", body: { evidenceNeeds: ["receipt", "inspection"] } }]),
  );
});

const closed = { ...line, commitmentId: "c1", standard: "残墙拆完" };

test("whoever notes that trouble is back finds the day of the rules filled in, and sends another", async () => {
  render(<RecurButton line={closed} onDone={done} reopenOn="2026-09-23" />);
  const dialog = await openDialog("又出现了");
  const day = dialog.getByLabelText("重新办到哪一天") as HTMLInputElement;
  expect(day.value).toBe("2026-09-23");
  fireEvent.input(day, { target: { value: "2026-09-30" } });
  fireEvent.input(dialog.getByLabelText("又出现了什么"), { target: { value: "又满了" } });
  fireEvent.click(dialog.getByRole("button", { name: "又出现了" }));

  await waitFor(() =>
    expect(posted()).toEqual([{ route: "POST /api/commitments/commitments/c1/recurrences", body: { reason: "又满了", dueOn: "2026-09-30" } }]),
  );
});

test("a low word from paper asks until when, a good one and a resident's own do not", async () => {
  render(<RateButton line={closed} onDone={done} reopenOn="2026-09-23" mayEnter />);
  const dialog = await openDialog("评价");
  fireEvent.click(dialog.getByLabelText("解决了"));
  fireEvent.click(dialog.getByLabelText("满意"));
  expect(dialog.queryByLabelText("重新办到哪一天")).toBeNull();
  fireEvent.click(dialog.getByLabelText("不满意"));
  expect((dialog.getByLabelText("重新办到哪一天") as HTMLInputElement).value).toBe("2026-09-23");
  fireEvent.click(dialog.getByLabelText("这是纸上收来的评价"));
  expect(dialog.queryByLabelText("重新办到哪一天")).toBeNull();
  fireEvent.click(dialog.getByLabelText("这是纸上收来的评价"));
  fireEvent.click(dialog.getByRole("button", { name: "评价" }));

  await waitFor(() =>
    expect(posted()[0]?.body).toEqual({ resolved: "solved", satisfied: "dissatisfied", comment: "", isFromPaper: true, dueOn: "2026-09-23" }),
  );
});
