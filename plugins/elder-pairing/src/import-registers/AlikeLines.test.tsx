import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import { RegisterCard } from "./RegisterCard.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
const line = (n: number) => ({ line: n, values: { name: "刘敏" } });
const people = [{ id: "c1", village: "柳树坡村", fact: "县财政局" }];
const alike = [2, 3].map((n) => ({ line: n, name: "刘敏", people }));
const nothing = { leaving: [], problems: [], corrections: [], duplicates: [], left: [], returning: [], unknownPlaces: [], skipped: 0 };
const preview = { ...nothing, ready: [2, 3, 4, 5].map(line), alike, counts: { over70: 0, alone: 0, disabled: 0 } };

test("a line that may mean somebody registered stays out until it is answered, and whom one line means is offered to no other", async () => {
  const brought: unknown[] = [];
  vi.stubGlobal("fetch", (url: string, { body }: { body: BodyInit }) => {
    if (url.endsWith("/lines")) brought.push(...(JSON.parse(body as string) as { lines: unknown[] }).lines);
    const sums = { added: 1, changed: 1, same: 0, ended: 0 };
    return Promise.resolve(new Response(JSON.stringify(url.endsWith("/preview") ? preview : { ...sums, id: "i1", linesPerSlice: 100 })));
  });
  render(<RegisterCard placeId="p1" kind="cadres" onDone={async () => undefined} />);
  fireEvent.change(screen.getByLabelText("选干部名册的文件"), { target: { files: [new File(["x"], "干部.csv")] } });
  await screen.findByRole("button", { name: "导入 2 行" });

  fireEvent.click(screen.getAllByLabelText("就是名册里的这位：县财政局，柳树坡村")[0]!);

  await screen.findByRole("button", { name: "导入 3 行" });
  expect(screen.getAllByLabelText("就是名册里的这位：县财政局，柳树坡村").length).toBe(1);
  fireEvent.click(screen.getAllByLabelText("是另一个人，新登记")[1]!);
  fireEvent.click(await screen.findByRole("button", { name: "导入 4 行" }));
  await waitFor(() => expect(brought).toEqual([{ ...line(2), sameAs: "c1" }, line(3), line(4), line(5)]));
});
