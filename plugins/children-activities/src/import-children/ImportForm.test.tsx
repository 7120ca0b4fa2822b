import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { addTexts, ApiError } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { ImportForm } from "./ImportForm.js";

/** A server of seven good lines and one refused; the slice that begins at `breaksAt` is lost once. */
const server = vi.hoisted(() => ({ breaksAt: -1, error: undefined as Error | undefined, started: 0, slices: [] as string[], written: 0 }));
const sent = vi.hoisted(() =>
  vi.fn(async (route: string, { params, body }: any): Promise<any> => {
    const lines = Array.from({ length: 7 }, (_, i) => ({ line: i + 2, child: {} }));
    if (route.endsWith("/children/list")) return { lines, refused: [{ line: 9, problem: "没有同意", remedy: "请补" }] };
    if (route === "POST /homes/:homeId/imports") return { id: `i${++server.started}`, linesPerSlice: 5 };
    if (route === "GET /homes/:homeId/imports")
      return { imports: server.written === 0 ? [] : [{ id: "i1", importedAt: "2027-07-12T01:00:00.000Z", added: server.written }] };
    const first: number = body.lines[0].line - 2;
    if (first === server.breaksAt) {
      server.breaksAt = -1;
      throw server.error ?? Object.assign(new Error("offline"), { code: "web.offline" });
    }
    server.slices.push(`${params.importId} ${first}`);
    server.written += body.lines.length;
    return { added: body.lines.length, refused: [] };
  }),
);
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: sent }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(() => (cleanup(), Object.assign(server, { breaksAt: -1, error: undefined, started: 0, slices: [], written: 0 })));

const show = () => {
  const onDone = vi.fn(async () => undefined);
  render(<ImportForm homeId="h" onDone={onDone} />);
  return onDone;
};
const choose = (name: string) => fireEvent.change(screen.getByLabelText(/选一个/), { target: { files: [new File(["x"], name, { lastModified: 1 })] } });
const press = async () => fireEvent.click(await screen.findByRole("button", { name: "导入" }));

test("an import that broke off is gone on with where it stopped when it is pressed again, and what was written until then is seen with its undo", async () => {
  const onDone = show();
  choose("名册.xlsx");
  server.breaksAt = 5;
  await press();
  await screen.findByText("导入了 5 行就停了，一共 7 行：再按一次“导入”，从停的地方接着导");
  const seen = [screen.getByText(/导入的 5 个孩子/) !== null, onDone.mock.calls.length];

  await press();

  await screen.findByText("7 个孩子登记好了");
  expect(seen).toEqual([true, 1]);
  expect([server.started, server.slices]).toEqual([1, ["i1 0", "i1 5"]]);
  expect(screen.getByText("1 行没有导入：")).toBeTruthy();
  expect(screen.queryByText(/就停了/)).toBeNull();
});

test("another file is an import of its own, and so is the same one after it was brought in", async () => {
  show();
  choose("名册.xlsx");
  server.breaksAt = 5;
  await press();
  await screen.findByText(/就停了/);
  choose("名册二.xlsx");
  await press();
  await screen.findByText("7 个孩子登记好了");

  await press();

  await vi.waitFor(() => expect(server.slices).toEqual(["i1 0", "i2 0", "i2 5", "i3 0", "i3 5"]));
});

test("an import that was taken back elsewhere is begun anew, as going on with it would be refused for ever", async () => {
  show();
  choose("名册.xlsx");
  [server.breaksAt, server.error] = [5, new ApiError(409, { code: "children-activities.importUndone", message: "这次导入撤回了", remedy: "请重新导入" })];
  await press();
  await screen.findByText(/这次导入撤回了/);
  const stopped = screen.queryByText(/就停了/);

  await press();

  await screen.findByText("7 个孩子登记好了");
  expect([stopped, server.slices]).toEqual([null, ["i1 0", "i2 0", "i2 5"]]);
});
