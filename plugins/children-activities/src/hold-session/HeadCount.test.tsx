import { cleanup, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { AlarmBand } from "./AlarmBand.js";
import { HeadCount } from "./HeadCount.js";
import { Uncollected } from "./Uncollected.js";
import type { Board } from "./use-board.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);
const act = async () => undefined;
const at = "2027-07-12T01:13:00.000Z";

test("whoever opens the board reads that a child is missing, until a count finds it", () => {
  const board = (counted: number) =>
    ({ id: "s", state: "open", now: at, countDueAt: at, lastCount: { at, counted, present: 6, by: "李建平" } }) as unknown as Board;
  const { rerender } = render(<HeadCount board={board(5)} act={act} />);
  const before = screen.queryByText("差 1 个孩子，马上找") !== null;
  rerender(<HeadCount board={board(6)} act={act} />);

  expect([before, screen.queryByText("差 1 个孩子，马上找")]).toEqual([true, null]);
});

test("a head count that was left out is said as loud as an alarm with when it was due, and none is asked for once every child is gone", () => {
  const board = (more: object) =>
    ({ ...{ id: "s", state: "open", now: at, countDueAt: at, isCountLate: false, present: 6, lastCount: null }, ...more }) as unknown as Board;
  const shown = () => [screen.queryByRole("alert")?.textContent, screen.queryByRole("button", { name: "点名" }) !== null];
  const { rerender } = render(<HeadCount board={board({})} act={act} />);
  const due = shown();
  rerender(<HeadCount board={board({ isCountLate: true })} act={act} />);
  const late = shown();
  rerender(<HeadCount board={board({ present: 0 })} act={act} />);
  const gone = shown();
  rerender(<HeadCount board={board({ present: 0, lastCount: { at, counted: 5, present: 6, by: "李建平" } })} act={act} />);

  expect([due, late, gone]).toEqual([
    [undefined, true],
    ["09:13 就该点名，还没有点：马上数一遍", true],
    [undefined, false],
  ]);
  expect(screen.queryByRole("button", { name: "点名" })).not.toBeNull();
});

test("past the hour a child still there is said as loud as an alarm, with the way to the desk", () => {
  const board = (isUncollected: boolean) => ({ id: "s", endsAt: "2027-07-12T03:00:00.000Z", present: 1, isUncollected }) as unknown as Board;
  const { rerender } = render(<Uncollected board={board(false)} deskHref="/desk" />);
  const before = screen.queryByRole("alert");
  rerender(<Uncollected board={board(true)} deskHref="/desk" />);

  expect([before, screen.getByRole("alert").textContent]).toEqual([null, "过了 11:00，还有 1 个孩子没接走去接送台，一步一步办"]);
  expect(screen.getByRole("link").getAttribute("href")).toBe("/desk");
});

test("an alarm of too few names who is on duty and not here yet", () => {
  const few = { code: "tooFewAdults", about: null, remedies: ["askStandIn"], params: { who: "there", adults: 1, children: 6, needed: 2, short: 1 } };
  const posts = [
    { adultId: "a", name: "吴琴", state: "present" },
    { adultId: "b", name: "王秀珍", state: "planned" },
  ];
  const board = { id: "s", state: "open", violations: [few], posts, standIns: [], since: null, override: null } as unknown as Board;
  render(<AlarmBand board={board} names={undefined} act={act} />);

  expect(screen.getByText(/^排了班、还没到：王秀珍。/)).toBeTruthy();
});
