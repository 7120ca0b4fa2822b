import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { DataTable, type Column } from "../table.js";

interface Row {
  readonly id: string;
  readonly title: string;
  readonly days: number;
}
const columns: readonly Column<Row>[] = [
  { id: "title", head: "事项", cell: (row) => <a href={`/p/${row.id}`}>{row.title}</a>, sort: (row) => row.title, onPhone: "title" },
  { id: "days", head: "天数", cell: (row) => row.days, sort: (row) => row.days, isNumber: true },
  { id: "act", head: "办", cell: () => <button>催办</button>, onPhone: "act" },
];
const many = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: String(index), title: `${index + 1} 栋`, days: (index * 7) % count }));
const show = (rows: readonly Row[]) => render(<DataTable label="台账" columns={columns} rows={rows} keyOf={(row) => row.id} empty={<p>还没有</p>} />);
const firstCells = () =>
  screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("cell")[0]!.textContent);
afterEach(cleanup);

test("shows fifty rows a page and turns pages", async () => {
  show(many(120));
  expect(firstCells()).toHaveLength(50);
  expect(screen.getByText("第 1–50 条，共 120 条")).toBeTruthy();

  fireEvent.click(screen.getByRole("button", { name: "下一页" }));
  fireEvent.click(screen.getByRole("button", { name: "下一页" }));
  await screen.findByText("第 101–120 条，共 120 条");
  fireEvent.click(screen.getByRole("button", { name: "下一页" }));

  expect(firstCells()).toHaveLength(20);
  expect(screen.getByRole("button", { name: "下一页" }).getAttribute("aria-disabled")).toBe("true");
});

test("sorts by its heads, says so, and goes back to the first page", async () => {
  show(many(60));
  fireEvent.click(screen.getByRole("button", { name: "下一页" }));
  await screen.findByText("第 51–60 条，共 60 条");

  fireEvent.click(screen.getByRole("button", { name: "天数" }));
  fireEvent.click(screen.getByRole("button", { name: "天数" }));

  await waitFor(() => expect(screen.getByRole("columnheader", { name: "天数" }).getAttribute("aria-sort")).toBe("descending"));
  expect(screen.getByText("第 1–50 条，共 60 条")).toBeTruthy();
  expect(screen.getAllByRole("row")[1]!.textContent).toContain("59");
  expect(screen.getByRole("columnheader", { name: "事项" }).getAttribute("aria-sort")).toBe("none");
});

test("stays on a page that exists when rows go away", async () => {
  const { rerender } = show(many(120));
  fireEvent.click(screen.getByRole("button", { name: "下一页" }));
  await screen.findByText("第 51–100 条，共 120 条");

  rerender(<DataTable label="台账" columns={columns} rows={many(3)} keyOf={(row) => row.id} empty={<p>还没有</p>} />);

  expect(firstCells()).toEqual(["1 栋", "2 栋", "3 栋"]);
  expect(screen.queryByRole("navigation")).toBeNull();
});

test("says why it is empty instead of drawing a table", () => {
  show([]);

  expect(screen.queryByRole("table")).toBeNull();
  expect(screen.getByText("还没有")).toBeTruthy();
});
