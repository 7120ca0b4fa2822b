import { cleanup, render, screen } from "@testing-library/preact";
import { useEffect } from "preact/hooks";
import { afterEach, expect, test, vi } from "vitest";
import { addTexts, browserPorts, loadSession, registerCards, useLoaded, type CardEntry, type CardProps } from "@lianxin/web-kit";
import { zhCN } from "../texts/zh-CN.js";
import TodayPage from "./TodayPage.js";

addTexts({ "zh-CN": zhCN });
const aCard = (id: string, order: number, waiting: number, overdue: number): CardEntry => {
  const Card = ({ onCount }: CardProps) => {
    useEffect(() => onCount?.(waiting, overdue), []);
    return <p>{id}</p>;
  };
  return { id, on: "today", order, load: () => Promise.resolve({ default: Card }) };
};
vi.spyOn(browserPorts, "now").mockReturnValue(Date.parse("2026-09-16T08:00:00+08:00"));
afterEach(cleanup);

test("says in its heading how much waits, over the cards of all plugins", async () => {
  registerCards([aCard("side", 100, 0, 0), aCard("promises", 10, 4, 1), aCard("meetings", 20, 3, 0)]);

  render(<TodayPage />);

  const heading = await screen.findByRole("heading", { level: 1, name: "今天有 7 件事等你办" });
  expect(heading.parentElement!.textContent).toContain("9月16日星期三农历八月初六其中 1 件已超期");
  expect(screen.getAllByText(/^(side|promises|meetings)$/).map((card) => card.textContent)).toEqual(["promises", "meetings", "side"]);
});

test("says when nothing waits, and nothing while no card has told", async () => {
  registerCards([]);
  render(<TodayPage />);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("今天");
  cleanup();
  registerCards([aCard("promises", 10, 0, 0)]);

  render(<TodayPage />);

  await screen.findByRole("heading", { level: 1, name: "今天的都办完了" });
});

test.each([
  ["administrator", ["从头开始"]],
  ["volunteer", []],
])("with nothing to show, a person who is %s is led to %j", async (kind, links) => {
  const json = { account: { id: "a1" }, person: null, roles: [{ kind, title: "", place: "" }], permissions: [], language: "zh-CN" };
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify(json))));
  await loadSession();
  registerCards([]);

  render(<TodayPage />);

  expect(screen.queryAllByRole("link").map((link) => link.textContent)).toEqual(links);
});

test("does not say that nothing waits while a card is still being read that may tell of something", async () => {
  let answer = (_: number) => undefined as void;
  const answered = new Promise<number>((resolve) => (answer = resolve));
  const Slow = ({ onCount }: CardProps) => {
    const { value } = useLoaded(() => answered, []);
    useEffect(() => void (value !== undefined && onCount?.(value, 0)), [value]);
    return <p>slow</p>;
  };
  registerCards([aCard("promises", 10, 0, 0), { id: "slow", on: "today", order: 20, load: () => Promise.resolve({ default: Slow }) }]);
  render(<TodayPage />);
  await screen.findByText("slow");
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("今天");

  answer(2);

  await screen.findByRole("heading", { level: 1, name: "今天有 2 件事等你办" });
});
