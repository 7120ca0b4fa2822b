import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import ImportPage from "./ImportPage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`directory.${key}`, text])) });
const place = { id: "c", name: "光明路社区", kind: "community", scheme: "main", code: null, parentId: null, households: null, closedOn: null, version: 1 };
const ready = Array.from({ length: 25 }, (_, i) => ({ line: i + 4, values: { fullName: `居民${i}` } }));
const problem = {
  address: "D7",
  line: 7,
  field: "phone",
  code: "phone.length",
  text: "第 7 行 D 列：手机号应为 11 位，现在 10 位",
  mend: { field: "phone", address: "D7", heading: null },
  proposals: [],
};
const wrongSex = (line: number) => ({
  address: `C${line}`,
  line,
  field: "sex",
  code: "choice.wrong",
  mend: { field: "sex", address: `C${line}`, heading: null },
  proposals: [],
  text: `第 ${line} 行 C 列：应填女、男之一，现在是“男士”`,
});
const preview = {
  sheet: "名册",
  headings: ["姓名", "打给"],
  fields: [
    { field: "fullName", header: "姓名", isRequired: true, heading: "姓名", samples: ["张三", "李四", "王五"] },
    { field: "phone", header: "手机", isRequired: false, heading: null, samples: ["", "", ""] },
  ],
  ready,
  refused: [{ line: 7, values: { fullName: "周兰", phone: "1387946012" } }],
  problems: [problem],
  corrections: [{ address: "B31", line: 31, field: "fullName", code: "name.spaces", text: "第 31 行 B 列：已去掉姓名中间的空格" }],
  skipped: 2,
  added: 25,
  changed: 0,
  same: 0,
};

const sent: { route: string; body: unknown }[] = [];
const respond = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
let answerPreview: () => Promise<Response>;
beforeEach(() => {
  sent.length = 0;
  answerPreview = () => respond(preview);
  vi.stubGlobal("fetch", (address: string, request: RequestInit) => {
    const body = request.body instanceof FormData ? Object.fromEntries(request.body.entries()) : request.body ? JSON.parse(String(request.body)) : undefined;
    sent.push({ route: `${request.method} ${address}`, body });
    if (address.endsWith("/places")) return respond({ places: [place] });
    if (address.endsWith("/preview")) return answerPreview();
    if (address.endsWith("/lines")) return respond({ added: (body as { lines: unknown[] }).lines.length, changed: 0, same: 0 });
    if (address.endsWith("/undo")) return respond({ undone: 25, kept: 0, isDone: true });
    return request.method === "POST" ? respond({ id: "i1", linesPerSlice: 20 }) : respond({ imports: [] });
  });
});
afterEach(cleanup);

const open = (query = "") => {
  history.replaceState(null, "", `/directory/import${query}`);
  render(
    <LocationProvider>
      <ImportPage />
    </LocationProvider>,
  );
};
async function chooseFile(): Promise<void> {
  open();
  const input = (await screen.findByLabelText(/^文件/)) as HTMLInputElement;
  Object.defineProperty(input, "files", { value: [new File(["姓名"], "名册.csv")] });
  fireEvent.change(input);
  fireEvent.click(screen.getByRole("button", { name: "下一步：对列" }));
  await screen.findByText("“名册”里的列，对不对？");
}
const click = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const previews = () => sent.filter(({ route }) => route.endsWith("/preview"));

test("asks for a file before anything is sent", async () => {
  open();
  await screen.findByLabelText(/^文件/);

  click("下一步：对列");

  expect((await screen.findAllByText("请选一个文件，或把表格贴在下面")).length).toBeGreaterThan(0);
  expect(previews()).toHaveLength(0);
});

test("shows the guessed columns with samples, and sends those that were chosen instead", async () => {
  await chooseFile();

  fireEvent.change(screen.getByLabelText("哪一列是手机"), { target: { value: "打给" } });
  click("下一步：改错");

  await screen.findByText("名册.csv 26 行 → 可导入 25，要看 1");
  expect(screen.queryByText("张三、李四、王五")).toBeNull();
  expect(previews().at(-1)!.body).toMatchObject({ mapping: '{"phone":"打给"}' });
});

test("mends a cell in place and checks again", async () => {
  await chooseFile();
  click("下一步：改错");
  const cell = (await screen.findByLabelText("改 D7")) as HTMLInputElement;
  expect(cell.value).toBe("1387946012");

  fireEvent.input(cell, { target: { value: "19900000000" } });
  click("再查一遍");

  await waitFor(() => expect(previews().at(-1)!.body).toMatchObject({ mended: '{"D7":"19900000000"}' }));
});

test("brings the sound lines in by slices, leaves the rest, and offers the undo", async () => {
  await chooseFile();
  click("下一步：改错");
  await screen.findByLabelText("改 D7");

  click("导入 25 行，剩下 1 行先放着");
  await screen.findByText("新增 25，改动 0，不变 0");
  click("撤销这次导入（24 小时内）");

  await screen.findByText("撤销了 25 处；0 处后来改过或在用，留着");
  expect(sent.filter(({ route }) => route.endsWith("/lines")).map(({ body }) => (body as { lines: unknown[] }).lines.length)).toEqual([20, 5]);
});

test("lists what was mended by itself", async () => {
  await chooseFile();
  click("下一步：改错");
  await screen.findByLabelText("改 D7");

  click(/自动改的/);

  await screen.findByText("第 31 行 B 列：已去掉姓名中间的空格");
});

test("says why a file does not open and keeps the choice", async () => {
  answerPreview = () => respond({ code: "directory.fileUnreadable", message: "这个文件打不开。", remedy: "请另存为 .xlsx 再试", rule: "x" }, 422);
  open();
  const input = (await screen.findByLabelText(/^文件/)) as HTMLInputElement;
  Object.defineProperty(input, "files", { value: [new File(["x"], "坏.xlsx")] });
  fireEvent.change(input);

  click("下一步：对列");

  expect((await screen.findByRole("alert")).textContent).toContain("请另存为 .xlsx 再试");
  expect(await screen.findByRole("button", { name: "下一步：对列" })).toBeTruthy();
});

test("takes what was copied from a sheet, and the kind that the address names", async () => {
  open("?kind=holidays");
  fireEvent.input(await screen.findByLabelText(/^或者从表格复制/), { target: { value: "姓名\t手机\n张三\t19900001111" } });

  click("下一步：对列");

  await screen.findByText("“名册”里的列，对不对？");
  expect(previews()[0]!.route).toBe("POST /api/directory/places/c/imports/holidays/preview");
  expect((previews()[0]!.body as { file: File }).file.name).toBe("粘贴的表格.csv");
});

test("mends all cells of one kind alike, and asks once for them", async () => {
  const refused = [7, 8, 9].map((line) => ({ line, values: { fullName: `甲${line}`, sex: "男士" } }));
  answerPreview = () => respond({ ...preview, refused, problems: [7, 8, 9].map(wrongSex) });
  await chooseFile();
  click("下一步：改错");
  fireEvent.input(await screen.findByLabelText("改 C7"), { target: { value: "男" } });

  fireEvent.click(await screen.findByRole("button", { name: "全部同类这样改（2）" }));
  fireEvent.click(await screen.findByRole("button", { name: "再查一遍" }));

  await waitFor(() => expect(previews().at(-1)!.body).toMatchObject({ mended: '{"C7":"男","C8":"男","C9":"男"}' }));
});

test("saves the file with its remarks", async () => {
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => undefined }));
  const saved = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  await chooseFile();
  click("下一步：改错");
  await screen.findByLabelText("改 D7");

  click("下载带批注的表");

  await waitFor(() => expect(sent.at(-1)!.route).toBe("POST /api/directory/places/c/imports/people/annotated"));
  await waitFor(() => expect(saved).toHaveBeenCalledOnce());
});

test("a person of the same name is told apart in a box of its own, or said to be the one already there", async () => {
  const namesake = {
    ...{ address: "A7", line: 7, field: "fullName", code: "namesake", text: "第 7 行 A 列：这里已有同名的“周兰”" },
    mend: { field: "distinction", address: "C7", heading: { address: "C1", text: "区别" } },
    proposals: [{ text: "同一人", label: "就是已有的这一位（3栋）" }],
  };
  answerPreview = () => respond({ ...preview, problems: [namesake] });
  await chooseFile();
  click("下一步：改错");
  fireEvent.input(await screen.findByLabelText("区别 C7"), { target: { value: "5栋" } });
  click("再查一遍");
  await waitFor(() => expect(previews().at(-1)!.body).toMatchObject({ mended: '{"C1":"区别","C7":"5栋"}' }));

  fireEvent.click(await screen.findByRole("button", { name: "就是已有的这一位（3栋）" }));
  click("再查一遍");

  await waitFor(() => expect(previews().at(-1)!.body).toMatchObject({ mended: '{"C1":"区别","C7":"同一人"}' }));
});

test("a place written nearly right is put right with one press, and the way to add it stands beside it", async () => {
  const unknown = {
    ...{ address: "D7", line: 7, field: "compound", code: "placeUnknown", text: "第 7 行 D 列：没有“和平院”这个地点" },
    mend: { field: "compound", address: "D7", heading: null },
    proposals: [{ text: "和平苑", label: "改成“和平苑”" }],
  };
  answerPreview = () => respond({ ...preview, problems: [unknown] });
  await chooseFile();
  click("下一步：改错");

  fireEvent.click(await screen.findByRole("button", { name: "改成“和平苑”" }));
  click("再查一遍");

  await waitFor(() => expect(previews().at(-1)!.body).toMatchObject({ mended: '{"D7":"和平苑"}' }));
  expect(screen.getByRole("link", { name: /去添加地点/ }).getAttribute("href")).toBe("/directory/arrange");
});

test("unknown places of the list are added at once, but for those that look like one that is there, and the list is checked again", async () => {
  const at = (line: number, near: readonly string[]) => ({
    ...{ address: `D${line}`, line, field: "compound", code: "placeUnknown", text: `第 ${line} 行 D 列：没有这个地点` },
    mend: { field: "compound", address: `D${line}`, heading: null },
    proposals: near.map((text) => ({ text, label: `改成“${text}”` })),
  });
  const refused = [
    { line: 7, values: { fullName: "周兰", compound: "东苑", building: "3栋" } },
    { line: 8, values: { fullName: "李梅", compound: "和平院" } },
  ];
  answerPreview = () => respond({ ...preview, refused, problems: [at(7, []), at(8, ["和平苑"])] });
  await chooseFile();
  click("下一步：改错");
  fireEvent.click(await screen.findByRole("button", { name: "把名单里的 3 个新地点加上" }));
  const dialog = within(await screen.findByRole("dialog", { name: "加上名单里的新地点" }));
  expect((dialog.getByLabelText("和平院（小区，1 行），也许就是“和平苑”") as HTMLInputElement).checked).toBe(false);
  const ready = [{ line: 2, values: { name: "东苑", kind: "小区" } }];
  answerPreview = () => respond({ ...preview, ready, problems: [] });
  fireEvent.click(dialog.getByRole("button", { name: "加上" }));

  await screen.findByText("没有要改的。");
  const [list, again] = previews().slice(-2);
  expect([list!.route, again!.route]).toEqual(["POST /api/directory/places/c/imports/places/preview", "POST /api/directory/places/c/imports/people/preview"]);
  expect(await (list!.body as { file: File }).file.text()).toBe('地点名称,类别,上级\n"东苑","小区",""\n"3栋","楼栋","东苑"');
  expect(sent.find(({ route }) => route.endsWith("/lines"))!.body).toEqual({ lines: ready });
});
