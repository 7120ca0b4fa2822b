import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { IncidentLine, type Incident } from "./IncidentsCard.js";

const sent = vi.hoisted(() => vi.fn(async (..._: unknown[]) => ({ id: "new" })));
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: sent }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(() => (cleanup(), sent.mockClear()));

const children = [
  { id: "a", name: "甲" },
  { id: "b", name: "乙" },
  { id: "c", name: "丙" },
];
const incident: Incident = {
  ...{ id: "i", sessionId: "s", kind: "accident", at: "2027-07-12T01:10:00.000Z", childId: "a", child: "甲", words: "擦破膝盖" },
  ...{ isCorrected: false, struckAt: null, struckReason: null, there: ["a", "b"] },
};
const show = (more: Partial<Incident> = {}) => render(<IncidentLine incident={{ ...incident, ...more }} children={children} onDone={async () => undefined} />);

test("another child is chosen from those who were there, and the rest stays as it was written", async () => {
  show();
  const who = screen.getByLabelText(/哪个孩子/);
  fireEvent.change(who, { target: { value: "b" } });

  fireEvent.click(screen.getByRole("button", { name: "改好", hidden: true }));

  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  expect(
    within(who)
      .getAllByRole("option", { hidden: true })
      .map(({ textContent }) => textContent),
  ).toEqual(["不指哪个孩子", "甲", "乙"]);
  expect(sent.mock.calls[0]).toEqual([
    "POST /incidents/:incidentId/correction",
    { params: { incidentId: "i" }, body: { kind: "accident", childId: "b", words: "擦破膝盖" } },
  ]);
});

test("a line is struck out after it was said which one and why", async () => {
  show();
  fireEvent.click(screen.getByRole("button", { name: /^划掉/ }));
  const dialog = screen.getByRole("dialog");
  fireEvent.click(within(dialog).getByLabelText("记重了"));

  fireEvent.click(within(dialog).getByRole("button", { name: "划掉" }));

  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  expect(sent.mock.calls[0]).toEqual(["POST /incidents/:incidentId/strike", { params: { incidentId: "i" }, body: { reason: "twice" } }]);
});

test("a line that is struck out stays to be seen with why, and offers nothing more", () => {
  show({ struckAt: "2027-07-13T02:00:00.000Z", struckReason: "mistaken" });

  expect(screen.getByText(/划掉：记错了，没有这回事/)).toBeTruthy();
  expect(screen.queryAllByRole("button", { hidden: true })).toEqual([]);
});
