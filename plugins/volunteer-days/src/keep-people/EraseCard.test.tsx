import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts, loadSession } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import { EraseCard } from "./EraseCard.js";
import { FindPerson } from "./FindPerson.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`volunteer-days.${key}`, text])) });
const sent: unknown[] = [];
let found: readonly object[];
beforeEach(async () => {
  sent.length = 0;
  found = [];
  vi.stubGlobal("fetch", (address: string, { method, body }: RequestInit) => {
    const session = { account: { id: "a" }, person: null, roles: [], permissions: ["volunteer-days.plan"], language: "zh-CN" };
    if (address === "/api/session") return Promise.resolve(new Response(JSON.stringify(session)));
    sent.push([`${method} ${address}`, JSON.parse(String(body))]);
    return Promise.resolve(new Response(JSON.stringify(address.endsWith("/search") ? { found } : {})));
  });
  await loadSession();
});
afterEach(cleanup);
const person = { id: "v1", name: "罗婷", isInDirectory: false, ahead: 2 };

test("what goes and what stays is said before somebody is erased, and the name is written once more", async () => {
  const onDone = vi.fn(() => Promise.resolve());
  render(<EraseCard person={person} onDone={onDone} />);
  fireEvent.click(screen.getByRole("button", { name: "抹去这个人…" }));
  await screen.findByText(/还没开始的 2 次报名会取消/);
  fireEvent.click(screen.getByRole("button", { name: "永久抹去" }));
  const before = sent.length;

  fireEvent.input(screen.getByLabelText("写一遍全名，确认是这个人"), { target: { value: "罗婷" } });
  fireEvent.click(screen.getByRole("button", { name: "永久抹去" }));

  await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
  expect([before, sent]).toEqual([0, [["POST /api/volunteer-days/volunteers/v1/erasure", { name: "罗婷" }]]]);
});

test("who stands in the directory is erased there, and of who is erased nothing is asked", () => {
  render(<EraseCard person={{ ...person, isInDirectory: true }} onDone={() => Promise.resolve()} />);
  const inDirectory = [document.body.textContent?.includes("请在居民名册打开他的页面"), screen.queryByRole("button", { name: "抹去这个人…" })];
  cleanup();
  const { container } = render(<EraseCard person={{ ...person, name: "" }} onDone={() => Promise.resolve()} />);

  expect([inDirectory, container.innerHTML]).toEqual([[true, null], ""]);
});

test("somebody who is on no list is found by name or number, and nobody is said plainly", async () => {
  render(<FindPerson seriesId="s1" />);
  const look = () => {
    fireEvent.input(screen.getByLabelText("姓名或手机号"), { target: { value: "19900000001" } });
    fireEvent.click(screen.getByRole("button", { name: "找" }));
  };
  look();
  await screen.findByText("没有这个人，请核对姓名或手机号");
  found = [{ id: "v1", name: "罗婷", phone: "199****0001" }];
  look();

  expect((await screen.findByRole("link", { name: "罗婷的记录" })).getAttribute("href")).toBe("/volunteer-days/people/v1");
});
