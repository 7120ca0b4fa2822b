import { cleanup, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { AlarmBand } from "./AlarmBand.js";
import type { Board, Names } from "./use-board.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);

const noConsent = { code: "noPartConsent", about: "c", remedies: ["askGuardian", "callGuardian"], params: {} };
const few = { code: "tooFewAdults", about: null, remedies: ["askStandIn"], params: { who: "there", adults: 1, children: 6, needed: 2, short: 1 } };
const show = (violations: readonly object[], override: object | null = null) => {
  const children = [{ attendanceId: "a", childId: "c", state: "present" }];
  const board = { id: "s", state: "open", violations, posts: [], standIns: [], children, since: null, override };
  const names = new Map([["c", { name: "周晓禾" }]]);
  render(<AlarmBand board={board as unknown as Board} names={names as unknown as Names} act={async () => undefined} />);
  return screen.queryByText("紧急情况，两个人放行") !== null;
};

test("a child without consent is to be fetched, and nobody may let the session go on instead", () => {
  const offered = show([noConsent]);
  const fetch = screen.getByRole("link", { name: "打给家里、接走 周晓禾" });

  expect([offered, fetch.getAttribute("href")]).toEqual([false, "/children-activities/sessions/s/desk?child=a"]);
});

test("too few adults may be let go on by two people, with a missing consent beside it not", () => {
  const alone = show([few]);
  cleanup();

  expect([alone, show([few, noConsent])]).toEqual([true, false]);
});

test("what two people let go on already is told until when, whatever was broken since", () => {
  show([few, noConsent], { id: "o", untilAt: "2027-07-12T02:10:00.000Z", isConfirmed: true, isOwn: true });

  screen.getByText("两个人已放行，到 10:10");
});
