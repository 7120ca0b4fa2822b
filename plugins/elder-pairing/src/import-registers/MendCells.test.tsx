import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { useState } from "preact/hooks";
import { afterEach, expect, test } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import { MendCells } from "./MendCells.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
afterEach(cleanup);
const place = (line: number, now: string) => ({ address: `D${line}`, line, now, text: `第 ${line} 行 D：没有“${now}”这个村`, isPlace: true });
const year = (line: number) => ({ address: `C${line}`, line, now: "194O", text: `第 ${line} 行 C：不是年份` });
let last: Readonly<Record<string, string>> = {};
function Page({ problems }: { readonly problems: Parameters<typeof MendCells>[0]["problems"] }) {
  const [mended, setMended] = useState<Readonly<Record<string, string>>>({});
  last = mended;
  return <MendCells problems={problems} mended={mended} onMend={(cells) => setMended({ ...mended, ...cells })} />;
}

test("a village that fifty lines name and the directory does not have is one line with one box, which mends them all", async () => {
  const fifty = Array.from({ length: 50 }, (_, i) => place(i + 2, "柳树坡"));
  render(<Page problems={[...fifty, place(60, "河口"), year(3)]} />);
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^“柳树坡”不在地点里，50 行写着它：第 2、3、4、.*…/),
    "第 60 行 D：没有“河口”这个村",
    "第 3 行 C：不是年份",
  ]);

  fireEvent.input(screen.getByRole("textbox", { name: "改 柳树坡" }), { target: { value: "柳树坡村" } });
  await screen.findByDisplayValue("柳树坡村");

  expect(last).toEqual(Object.fromEntries(fifty.map(({ address }) => [address, "柳树坡村"])));
});

test("what is wrong with the headings has no box, as it is the sheet that is mended", () => {
  render(<Page problems={[{ address: "", line: 1, now: "", text: "表头里没有“身份证号”", isHeading: true }, year(2)]} />);

  expect(screen.getAllByRole("listitem").map((line) => [line.textContent, line.querySelector("input") !== null])).toEqual([
    ["表头里没有“身份证号”", false],
    ["第 2 行 C：不是年份", true],
  ]);
});

test("what is wrong otherwise is mended cell by cell, also where the same stands in both", async () => {
  render(<Page problems={[year(2), year(3)]} />);

  fireEvent.input(screen.getByRole("textbox", { name: "改 C3" }), { target: { value: "1940" } });
  await screen.findByDisplayValue("1940");

  expect(last).toEqual({ C3: "1940" });
});
