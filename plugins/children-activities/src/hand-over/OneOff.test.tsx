import { cleanup, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { OneOff } from "./OneOff.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);

const guardian = (id: string, name: string, getsTexts: boolean) => ({ id, name, relation: "奶奶", getsTexts });
type Asked = Parameters<typeof OneOff>[0]["asked"];
const show = (guardians: readonly ReturnType<typeof guardian>[], isMine: boolean, asked: Asked = null) =>
  render(<OneOff attendanceId="a" name="甲" guardians={guardians} asked={asked} home={{ id: "h", director: "罗婷", isMine }} act={async () => undefined} />);

test("only guardians whom a code reaches can be asked for one", () => {
  show([guardian("g1", "周桂兰", false), guardian("g2", "周建国", true)], true);

  expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toEqual(["奶奶 周建国"]);
});

test("where no code reaches anybody there is no form: the director is led to the list, anybody else to the director", () => {
  show([guardian("g1", "周桂兰", false)], true);
  expect([screen.queryByRole("combobox"), screen.getByRole("link").getAttribute("href")]).toEqual([null, "/children-activities/homes/h"]);
  cleanup();

  show([guardian("g1", "周桂兰", false)], false);
  expect([screen.queryByRole("link"), screen.getByText(/请儿童主任罗婷/) !== null]).toEqual([null, true]);
});

test("a question that waits for its code is there when the page is opened anew, with the field for the code", () => {
  show([guardian("g1", "周桂兰", true)], true);
  const before = screen.queryByLabelText("监护人念的 6 位码");
  cleanup();

  show([guardian("g1", "周桂兰", true)], true, { guardianId: "g1", untilAt: "2027-07-12T03:18:00.000Z" });
  screen.getByText("已经把码发给周桂兰，11:18 前有效：请他同意了再念。");

  expect([before, screen.getByLabelText("监护人念的 6 位码") !== null]).toEqual([null, true]);
});
