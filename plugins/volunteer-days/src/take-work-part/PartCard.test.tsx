import { cleanup, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import PartCard from "./PartCard.js";

const days = vi.hoisted(() => ({ value: [] as unknown[] }));
const rights = vi.hoisted(() => ({ maySee: true }));
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: async () => ({ days: days.value }) }));
vi.mock("@lianxin/web-kit", async (original) => ({ ...(await original<object>()), mayAnywhere: () => rights.maySee }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`volunteer-days.${key}`, words])) });
beforeEach(() => {
  rights.maySee = true;
  days.value = [{ partId: "p1", title: "种花", dayId: "d1", heldOn: "2026-09-29", state: "cancelled", isOver: false }];
});
afterEach(cleanup);

test("the part's page in the ledger leads to the volunteer day and says that it is off", async () => {
  render(<PartCard partId="p1" />);

  expect((await screen.findByRole("link")).getAttribute("href")).toBe("/volunteer-days/days/d1");
  expect(document.body.textContent).toContain("9月29日（周二） 取消");
});

test("it asks neighbours to sign up only while a day is open and ahead, and says of others that they are off or over", async () => {
  const [off] = days.value as object[];
  const over = { ...off, dayId: "d2", heldOn: "2026-09-22", state: "open", isOver: true };
  days.value = [over, off];
  const { unmount } = render(<PartCard partId="p1" />);
  await screen.findAllByRole("link");
  const before = document.body.textContent;
  unmount();
  days.value = [over, { ...over, dayId: "d3", heldOn: "2026-10-08", isOver: false }];
  render(<PartCard partId="p1" />);
  await screen.findAllByRole("link");

  expect(before).toContain("发布过的志愿活动");
  expect(before).toContain("9月22日（周二） 办过了9月29日（周二） 取消");
  expect(before).not.toContain("报名");
  expect(document.body.textContent).toContain("已发布成志愿活动");
  expect(document.body.textContent).toContain("请大家来报名");
});

test("it says nothing of a part that is no volunteer day, nor to who may not see them", async () => {
  rights.maySee = false;
  render(<PartCard partId="p1" />);
  expect(document.body.textContent).toBe("");
  [rights.maySee, days.value] = [true, []];
  render(<PartCard partId="p2" />);
  await new Promise((done) => setTimeout(done));
  expect(document.body.textContent).toBe("");
});
