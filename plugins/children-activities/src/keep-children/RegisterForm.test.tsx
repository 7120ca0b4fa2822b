import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { RegisterForm } from "./RegisterForm.js";

const sent = vi.hoisted(() => vi.fn(async (..._: unknown[]) => ({ id: "c" })));
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: sent }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(() => (cleanup(), sent.mockClear()));

const texts = [
  { version: "2027-1", fromOn: "2027-01-01", untilOn: null },
  { version: "2026-1", fromOn: "2026-01-01", untilOn: "2027-12-31" },
];
const write = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
function fill() {
  render(<RegisterForm homeId="h" texts={texts} onDone={async () => undefined} />);
  write(/^姓名/, "周小禾");
  write(/^出生年月/, "2018-05");
  fireEvent.click(screen.getByLabelText("女"));
  write(/^监护人(?!电话)/, "周桂兰");
  write(/^监护人电话/, "19900000101");
  write(/^和孩子什么关系/, "奶奶");
  write(/哪天签的/, "2026-11-01");
  fireEvent.click(screen.getByLabelText("保管资料"));
}
const submit = () => fireEvent.click(screen.getByRole("button", { name: "登记" }));

test("who collects is written down with what they are to the child, never with the guardian's relation, and with their number", async () => {
  fill();
  write(/^谁来接/, "李建");
  submit();
  const refused = (await screen.findAllByText(/请填写接的人和孩子什么关系/)).length;
  const before = sent.mock.calls.length;
  write(/^接的人和孩子什么关系/, "叔叔");
  write(/^接的人电话/, "19900000102");

  submit();

  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  expect([refused > 0, before]).toEqual([true, 0]);
  expect(sent.mock.calls[0]![1]).toMatchObject({ body: { collectors: [{ name: "李建", relation: "叔叔", phone: "19900000102" }] } });
});

test("the sheet is stored in the wording of the day it was signed", async () => {
  fill();

  submit();

  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  expect(sent.mock.calls[0]![1]).toMatchObject({ body: { givenOn: "2026-11-01", textVersion: "2026-1", collectors: [] } });
});
