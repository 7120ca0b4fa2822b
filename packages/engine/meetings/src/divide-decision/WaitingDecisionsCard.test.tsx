import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import type { RoomAnswer } from "../api.js";
import { answering, loadChinese, signIn } from "../test-pages.js";
import { DivideLater } from "./DivideLater.js";
import WaitingDecisionsCard from "./WaitingDecisionsCard.js";

beforeAll(async () => {
  loadChinese();
  await signIn("meetings.convene");
});
afterEach(cleanup);

test("today names what was decided and nobody acts on, each with its verb", async () => {
  const decisions = [
    { id: "d1", meetingId: "m1", text: "动用维修资金", kind: "vote", since: "2026-09-09" },
    { id: "d2", meetingId: "m2", text: "重建挡土墙", kind: "divide", since: "2026-09-20" },
  ];
  vi.stubGlobal("fetch", answering({ "GET /meetings/waiting-decisions": { decisions } }).fetch);
  render(<WaitingDecisionsCard />);

  expect((await screen.findByRole("link", { name: "发起表决 动用维修资金" })).getAttribute("href")).toBe("/meetings/m1");
  expect(screen.getByRole("link", { name: "分任务 重建挡土墙" })).toBeTruthy();
});

test("after the meeting the form that divides stands open while nothing was divided", async () => {
  const server = answering({ "POST /meetings/decisions/d2/parts": {} });
  vi.stubGlobal("fetch", server.fetch);
  const reload = vi.fn(() => Promise.resolve());
  const room = { state: "minutes_draft", parts: [] } as unknown as RoomAnswer;
  render(<DivideLater room={room} decisionId="d2" reload={reload} />);

  fireEvent.input(screen.getByRole("textbox", { name: "做什么" }), { target: { value: "砌墙" } });
  fireEvent.input(screen.getByRole("textbox", { name: "怎样算办好" }), { target: { value: "验收单" } });
  fireEvent.click(screen.getByRole("button", { name: "加一项任务" }));

  await waitFor(() => expect(reload).toHaveBeenCalledOnce());
  expect(server.asked.at(-1)!.body).toEqual({ parts: [{ title: "砌墙", standard: "验收单" }] });
});
