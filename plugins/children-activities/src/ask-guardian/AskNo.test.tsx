import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { AskNo, type No } from "./AskNo.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(cleanup);
const date = (day: string, programmeId: string, title: string) => ({
  ...{ id: day, programmeId, title, home: "上湾儿童之家", heldOn: `2027-07-${day}` },
  ...{ startsAt: `2027-07-${day}T00:30:00.000Z`, endsAt: `2027-07-${day}T03:00:00.000Z`, isHere: false },
});
const child = { name: "周小禾", sessions: [date("12", "p", "防溺水"), date("13", "q", "阅读")] };
function show(no: No, sessions = child.sessions) {
  const onConfirm = vi.fn(async () => undefined);
  render(<AskNo no={no} child={{ ...child, sessions }} onClose={() => undefined} onConfirm={onConfirm} />);
  return { dialog: screen.getByRole("dialog"), onConfirm };
}

test("a no to taking part says which days it ends, and is said only then", async () => {
  const { dialog, onConfirm } = show({ purpose: "participation" });
  const before = onConfirm.mock.calls.length;
  fireEvent.click(within(dialog).getByRole("button", { name: "不同意了" }));

  await vi.waitFor(() => expect(onConfirm).toHaveBeenCalledWith({ purpose: "participation" }));
  expect(before).toBe(0);
  expect(dialog.textContent).toMatch(/这 2 天的名单上拿下.*7月12日（周一） 08:30–11:00 防溺水 上湾儿童之家.*阅读/);
});

test("a no to one activity ends its days alone, and without a day ahead none", () => {
  expect(show({ purpose: "participation", programmeId: "q" }).dialog.textContent).toMatch(/这 1 天(?!.*防溺水).*阅读/);
  cleanup();
  expect(show({ purpose: "participation" }, []).dialog.textContent).toContain("现在没有报名的日子");
});

test("of a child who is there a no does not promise to take it off the list, but asks to fetch it at once", () => {
  const [now, later] = child.sessions;
  const said = show({ purpose: "participation" }, [{ ...now!, isHere: true }, later!]).dialog.textContent;
  cleanup();
  const alone = show({ purpose: "participation" }, [{ ...now!, isHere: true }]).dialog.textContent;

  expect(said).toMatch(/孩子现在就在活动现场.*请马上去接.*7月12日.*这 1 天的名单上拿下.*7月13日/);
  expect(alone).not.toMatch(/名单上/);
});

test("a no to photographs or to the note on health says what that ends, and no day", () => {
  expect(show({ purpose: "photo" }).dialog.textContent).toMatch(/胸卡上会写明不拍照(?!.*7月)/);
  cleanup();
  expect(show({ purpose: "health" }).dialog.textContent).toContain("马上删掉");
});
