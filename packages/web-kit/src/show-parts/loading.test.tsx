import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { ErrorBoundary } from "preact-iso";
import { afterEach, expect, test, vi } from "vitest";
import { ApiError } from "../call-server/api-error.js";
import { Await } from "./Await.js";
import { Cards, registerCards, type CardProps } from "./Cards.js";
import { useLoaded } from "./use-loaded.js";

const load = vi.fn<(id: string) => Promise<string>>();
function Page({ id, keepsOld = false }: { readonly id: string; readonly keepsOld?: boolean }) {
  const loaded = useLoaded(() => load(id), [id], { keepsOld });
  return <Await of={loaded}>{(value) => <p>{value}</p>}</Await>;
}
/** Answers that come when the test says so. */
function later() {
  const answers: Record<string, (value: string) => void> = {};
  load.mockImplementation((id) => new Promise((resolve) => (answers[id] = resolve)));
  return answers;
}
afterEach(() => {
  cleanup();
  load.mockReset();
});

test("shows what was loaded, and after a refusal what to do and a way to try again", async () => {
  load.mockRejectedValueOnce(new ApiError(503, { code: "kit.notNow", message: "现在暂时取不到", remedy: "请过一会儿再试" }));
  load.mockResolvedValueOnce("挡土墙怎么修");
  render(<Page id="1" />);
  expect((await screen.findByRole("alert")).textContent).toContain("现在暂时取不到");

  fireEvent.click(screen.getByRole("button", { name: "再试一次" }));

  expect(await screen.findByText("挡土墙怎么修")).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("never shows one thing at another's address, even when answers come in the wrong order", async () => {
  const answers = later();
  const { rerender } = render(<Page id="1" />);
  await waitFor(() => expect(answers["1"]).toBeDefined());
  rerender(<Page id="2" />);
  await waitFor(() => expect(answers["2"]).toBeDefined());

  answers["2"]!("第二件");
  await screen.findByText("第二件");
  await act(async () => answers["1"]!("第一件"));

  expect(screen.getByText("第二件")).toBeTruthy();
  rerender(<Page id="3" />);
  await waitFor(() => expect(screen.queryByText("第二件")).toBeNull());
});

test("keeps the old rows under a filter until the new ones are here", async () => {
  const answers = later();
  const { rerender } = render(<Page id="1" keepsOld />);
  await waitFor(() => expect(answers["1"]).toBeDefined());
  answers["1"]!("第一页");
  await screen.findByText("第一页");

  rerender(<Page id="2" keepsOld />);
  await waitFor(() => expect(answers["2"]).toBeDefined());

  expect(screen.getByText("第一页")).toBeTruthy();
  answers["2"]!("第二页");
  expect(await screen.findByText("第二页")).toBeTruthy();
});

test("draws the cards of a page in their order, leaves out one that cannot be loaded, and gives each its props", async () => {
  const card = (word: string) => () => Promise.resolve({ default: ({ onCount }: CardProps) => <button onClick={() => onCount?.(2, 1)}>{word}</button> });
  const counts: unknown[] = [];
  registerCards([
    { id: "b", on: "today", order: 20, load: card("乙") },
    { id: "x", on: "today", order: 15, load: () => Promise.reject(new Error("gone")) },
    { id: "a", on: "today", order: 10, load: card("甲") },
    { id: "side", on: "today", order: 100, load: card("旁") },
    { id: "m", on: "meeting", order: 1, load: card("会") },
  ]);
  render(
    <ErrorBoundary>
      <Cards on="today" below={100} props={(id): CardProps => ({ onCount: (...told) => counts.push([id, ...told]) })} />
    </ErrorBoundary>,
  );

  await screen.findByText("乙");
  fireEvent.click(await screen.findByText("甲"));

  expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual(["甲", "乙"]);
  expect(counts).toEqual([["a", 2, 1]]);
});
