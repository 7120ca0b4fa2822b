import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { AdultRow } from "./AdultRow.js";

const sent = vi.hoisted(() => vi.fn(async (..._: unknown[]) => ({ id: "c", untilOn: "2028-07-01" })));
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: sent }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(() => (cleanup(), sent.mockClear()));
const inside = { hidden: true };
const adult = {
  ...{ id: "a", personId: "p", name: "王芳", placePath: "/1/", kind: "volunteer", isWoman: true, familyGroup: null, firstAidUntil: null, trainedOn: null },
  ...{ vetting: "none", checkedUntil: null, mayChange: true, checks: [] },
};
const show = () => render(<AdultRow adult={adult} act={(work) => work().then(() => undefined)} onDone={async () => undefined} />);

test("nobody is cleared for children by a choice that stood there: what the check said is chosen each time", async () => {
  show();
  fireEvent.input(screen.getByLabelText(/哪天查的/), { target: { value: "2027-07-01" } });
  fireEvent.input(screen.getByLabelText(/谁查的/), { target: { value: "派出所" } });
  const submit = () => fireEvent.click(screen.getByRole("button", { name: "登记查询", ...inside }));
  submit();
  await screen.findAllByText(/请选：结果/);
  const before = sent.mock.calls.length;
  fireEvent.click(screen.getByLabelText("有记录，不能带孩子"));

  submit();

  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  expect([before, sent.mock.calls[0]![1]]).toEqual([0, { params: { adultId: "a" }, body: expect.objectContaining({ verdict: "not_clear" }) }]);
});

test("who counts as the woman is said on the line and can be put right", async () => {
  show();
  expect(screen.getByText("志愿者，女")).toBeTruthy();
  fireEvent.click(screen.getByLabelText("女"));
  fireEvent.change(screen.getByLabelText("身份"), { target: { value: "teacher" } });

  fireEvent.click(screen.getByRole("button", { name: "改好", ...inside }));

  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  expect(sent.mock.calls[0]).toEqual(["PATCH /adults/:adultId", { params: { adultId: "a" }, body: { kind: "teacher", isWoman: false, familyGroup: "" } }]);
});
