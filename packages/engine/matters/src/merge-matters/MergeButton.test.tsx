import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { MatterVerbs } from "../find-matter/MatterVerbs.js";
import { zhCN } from "../messages/zh-CN.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`matters.${key}`, text])) });
const other = (id: string, number: string, title: string, state: string) => ({ id, number, title, state });
const similar = [
  { ...other("m2", "2026-0002", "东边挡土墙垮了", "accepted"), raisedOn: "2026-09-01", score: 80, because: ["同一个地点"] },
  { ...other("m3", "2026-0003", "挡土墙坍了", "resolved"), raisedOn: "2026-03-01", score: 70, because: ["同一个地点"] },
];
const found = [
  other("m1", "2026-0001", "挡土墙", "accepted"),
  other("m4", "2026-0004", "围墙裂缝", "decided"),
  other("m5", "2026-0005", "旧围墙", "withdrawn"),
];
const sent: { readonly address: string; readonly body: unknown }[] = [];
const done = vi.fn(() => Promise.resolve());
const answers: readonly (readonly [RegExp, unknown])[] = [
  [/similar$/, { similar }],
  [/found/, { matters: found }],
  [/merge$/, { state: "merged" }],
  [/answer$/, { state: "resolved" }],
];
beforeEach(() => {
  sent.length = 0;
  done.mockClear();
  vi.stubGlobal("fetch", (address: string, { method, body }: RequestInit) => {
    if (method !== "GET") sent.push({ address, body: JSON.parse(String(body)) });
    return Promise.resolve(new Response(JSON.stringify(answers.find(([pattern]) => pattern.test(address))![1])));
  });
});
afterEach(cleanup);

const open = (verbs: string[], openWork: string[] = []) =>
  render(
    <LocationProvider>
      <MatterVerbs matter={{ id: "m1", verbs, openWork }} onDone={done} />
    </LocationProvider>,
  );
const press = (name: string, at = 0) => fireEvent.click(screen.getAllByRole("button", { name })[at]!);
const write = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

test("a matter that was screened is merged into one that looks alike, with the reason; one that is settled is only told of", async () => {
  open(["merge"]);
  press("合并");
  await screen.findByRole("button", { name: "合并到这件 2026-0002" });

  expect(screen.queryByRole("button", { name: "合并到这件 2026-0003" })).toBeNull();
  expect(document.body.textContent).toContain("这一件已经办结");
  press("合并到这件 2026-0002");
  write("为什么合并", "同一堵墙");
  press("合并", 1);

  await waitFor(() => expect(sent).toEqual([{ address: "/api/matters/matters/m1/merge", body: { intoId: "m2", reason: "同一堵墙" } }]));
  await waitFor(() => expect(done).toHaveBeenCalled());
});

test("another one is found by words; itself and what is over are not offered", async () => {
  open(["merge"]);
  press("合并");
  write("按标题找另一件", "墙");
  press("找一找");
  await screen.findByText("找到 2 件");

  const choices = [...screen.getByLabelText<HTMLSelectElement>("合并到哪一件").options].map(({ value }) => value);

  expect(choices).toEqual(["", "m4"]);
});

test("while work is open the answer asks why nobody waits for it, and sends nothing without", async () => {
  open(["answer"], ["拆除与清运"]);
  press("办结");
  write("答复", "会上定了");
  press("办结", 1);

  expect((await screen.findAllByText(/请填写为什么不等办完就办结/)).length).toBeGreaterThan(0);
  expect(document.body.textContent).toContain("还有工作没有办完：拆除与清运。");
  expect(sent).toEqual([]);
  write("为什么不等办完就办结", "居民搬走了");
  press("办结", 1);

  await waitFor(() => expect(sent.map(({ body }) => body)).toEqual([{ words: "会上定了", despite: "居民搬走了" }]));
});
