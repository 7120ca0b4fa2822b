import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { sayTold, ToCall } from "./ToCall.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`volunteer-days.${key}`, words])) });
afterEach(cleanup);
const show = () => render(<ToCall dayId="d1" heldOn="2026-09-17" />);

test("whom no message reaches stays named on the pages of the day until the desk says they were rung up", () => {
  sayTold("d1", "取消了", { told: 1, toCall: ["徐梅"] });
  sayTold("d1", "照常举行", { told: 1, toCall: ["徐梅", "周阿婆"] });
  sayTold("d2", "取消了", { told: 0, toCall: ["吴美华"] });
  show();

  const named = document.body.textContent;
  fireEvent.click(screen.getByRole("button"));

  expect(named).toContain("徐梅、周阿婆");
  expect(named).not.toContain("吴美华");
  expect(screen.queryByRole("button")).toBeNull();
});

test("two of one name whom no message reaches are named twice and counted as two, also when another act misses one of them again", () => {
  sayTold("d1", "集合地点改了", { told: 0, toCall: ["张桂英", "张桂英"] });
  sayTold("d1", "取消了", { told: 0, toCall: ["张桂英", "徐梅"] });
  show();

  expect(document.body.textContent).toContain("这 3 人收不到通知，请打电话：张桂英、张桂英、徐梅");
});
