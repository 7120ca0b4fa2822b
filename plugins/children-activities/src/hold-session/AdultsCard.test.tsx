import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { AdultsCard } from "./AdultsCard.js";
import type { Board } from "./use-board.js";

const calls = vi.hoisted(() => [] as [string, unknown][]);
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: async (path: string, about: unknown) => void calls.push([path, about]) }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);

const post = (id: string, state: string) => ({
  ...{ id, adultId: "wu", personId: "p-wu", isSelf: false, name: "吴琴", state },
  ...{ arrivedAt: "2027-07-12T00:20:00.000Z", leftAt: state === "left" ? "2027-07-12T02:05:00.000Z" : null, leftReason: state === "left" ? "发烧" : null },
});
const board = (posts: object[], state = "open") =>
  ({
    id: "s",
    heldOn: "2027-07-12",
    state,
    now: "2027-07-12T02:10:00.000Z",
    comesFrom: "2027-07-11T23:30:00.000Z",
    startsAt: "2027-07-12T00:30:00.000Z",
    posts,
  }) as unknown as Board;
const act = async (work: () => Promise<unknown>) => void (await work());

test("who left can be said to be back, or not to have left at all, on their own line", () => {
  render(<AdultsCard board={board([post("a", "left")])} act={act} />);
  screen.getByText(/走，发烧/);
  fireEvent.click(screen.getByRole("button", { name: "又来了 吴琴" }));
  fireEvent.click(screen.getByRole("button", { name: "没走，按错了 吴琴" }));

  expect(calls).toEqual([
    ["POST /sessions/:sessionId/stand-ins", { params: { sessionId: "s" }, body: { adultId: "wu" } }],
    ["POST /posts/:postId/leaving-undone", { params: { postId: "a" } }],
  ]);
});

test("the line of who left has no button once they are back, nor when the session is over", () => {
  const { rerender } = render(<AdultsCard board={board([post("a", "left"), post("b", "present")])} act={act} />);
  expect(screen.getAllByRole("button").map((one) => one.textContent)).toEqual(["离开", "按错了"]);

  rerender(<AdultsCard board={board([post("a", "left")], "closed")} act={act} />);
  expect(screen.queryAllByRole("button")).toEqual([]);
});

test("who is asked whether an adult leaves reads how few would be left with the children who are there", () => {
  const asked = (present: number, ...others: string[]) => {
    cleanup();
    const posts = [post("a", "present"), ...others.map((id) => ({ ...post(id, "present"), personId: id, name: id }))];
    render(<AdultsCard board={{ ...board(posts), present }} act={act} />);
    fireEvent.click(screen.getByRole("button", { name: "离开 吴琴" }));
    return screen.queryByText(/个孩子在，/)?.textContent;
  };

  expect([asked(1), asked(3, "b"), asked(3, "b", "c"), asked(0)]).toEqual([
    "还有 1 个孩子在，吴琴走了就没有大人了：先找人来顶",
    "还有 3 个孩子在，吴琴走了就只剩 1 位大人：先找人来顶",
    undefined,
    undefined,
  ]);
});

test("an adult's line says from when until when they were there, with the day where they left on another", () => {
  const { rerender } = render(<AdultsCard board={board([post("a", "left")], "closed")} act={act} />);
  screen.getByText("08:20–10:05 走，发烧");

  rerender(<AdultsCard board={board([{ ...post("a", "left"), leftAt: "2027-07-13T00:14:00.000Z", leftReason: null }], "closed")} act={act} />);
  screen.getByText(/^08:20–.*7月13日.* 08:14 走$/);
});
