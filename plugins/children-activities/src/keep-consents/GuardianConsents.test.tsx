import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { OwnConsents } from "../ask-guardian/OwnConsents.js";
import { zhCN } from "../messages/zh-CN.js";
import { GuardianConsents } from "./GuardianConsents.js";

const sent = vi.hoisted(() => vi.fn(async (..._: unknown[]) => ({})));
vi.mock("../api.js", async (original) => ({ ...(await original<object>()), api: sent }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(() => (cleanup(), sent.mockClear()));

const answers = { data: "yes", participation: "yes", photo: "yes", health: "none" } as const;
const mother = { guardianId: "m", name: "沈玉兰", answers };
const father = { guardianId: "f", name: "周建国", answers: { ...answers, photo: "no" } as const };
const consents = ["data", "participation", "photo", "health"].map((purpose) => ({ purpose, isGiven: purpose === "data" || purpose === "participation" }));
const texts = [
  { version: "2027-1", fromOn: "2027-01-01", untilOn: null },
  { version: "2026-1", fromOn: "2026-01-01", untilOn: "2027-12-31" },
];
const onErase = vi.fn();
const show = (guardian: typeof mother | typeof father) =>
  render(<GuardianConsents childId="c" guardian={guardian} texts={texts} act={(work) => work().then(() => undefined)} onErase={onErase} />);

test("of two guardians who differ each line shows what that one said, and a press writes down what this one says now", async () => {
  show(mother);
  const hers = screen.getAllByRole("button").map((button) => button.textContent);
  fireEvent.click(screen.getByRole("button", { name: "拍照录像 ✓" }));
  fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "记下来" }));
  await vi.waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  cleanup();

  show(father);

  expect(hers).toEqual(["保管资料 ✓", "参加活动 ✓", "拍照录像 ✓", "保管过敏提醒 没说"]);
  expect(sent.mock.calls[0]![1]).toMatchObject({ params: { childId: "c" }, body: { guardianId: "m", purpose: "photo", isYes: false } });
  expect(screen.getByRole("button", { name: "拍照录像 ✗" }).getAttribute("aria-pressed")).toBe("false");
});

test("a yes is written down with the day it was signed and the wording of that day, or the one printed on the sheet", async () => {
  show(father);
  const say = async (change: () => void) => {
    fireEvent.click(screen.getByRole("button", { name: "拍照录像 ✗" }));
    const dialog = screen.getByRole("dialog");
    fireEvent.input(within(dialog).getByLabelText(/哪天签的/), { target: { value: "2026-11-01" } });
    change();
    const before = sent.mock.calls.length;
    fireEvent.click(within(dialog).getByRole("button", { name: "记下来" }));
    await vi.waitFor(() => expect([sent.mock.calls.length, screen.queryByRole("dialog")]).toEqual([before + 1, null]));
    return (sent.mock.calls.at(-1)![1] as { body: object }).body;
  };

  const ofDay = await say(() => undefined);
  const printed = await say(() => fireEvent.change(screen.getByLabelText(/同意书版本/), { target: { value: "2027-1" } }));

  expect(ofDay).toEqual({ guardianId: "f", purpose: "photo", isYes: true, givenOn: "2026-11-01", textVersion: "2026-1" });
  expect(printed).toMatchObject({ textVersion: "2027-1" });
});

test("taking back the keeping of data asks first", () => {
  show(mother);

  fireEvent.click(screen.getByRole("button", { name: "保管资料 ✓" }));

  expect([onErase.mock.calls.length, sent.mock.calls.length, screen.queryByRole("dialog")]).toEqual([1, 0, null]);
});

test("on her own page a guardian sees what she said and can take it back, although another guardian's no makes the sum a no", () => {
  const answer = vi.fn();
  const words = { data: "保管", participation: "参加", photo: "拍照", health: "过敏" };
  render(<OwnConsents child={{ consents, own: answers }} words={words} answer={answer} onErase={onErase} />);
  const [, , photo, health] = screen.getAllByRole("listitem");
  fireEvent.click(within(photo!).getByRole("button"));

  expect(within(photo!).getByText("同意了")).toBeTruthy();
  expect(within(photo!).getByText(/还有监护人不同意/)).toBeTruthy();
  expect(answer.mock.calls).toEqual([["photo", false]]);
  expect(
    within(health!)
      .getAllByRole("button")
      .map(({ textContent }) => textContent),
  ).toEqual(["同意", "不同意了"]);
});
