import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts, ApiError } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import type { Logged, VisitBody } from "../keep-offline/use-visits.js";
import { VisitForm } from "./VisitForm.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`elder-pairing.${key}`, text])) });
let sent: VisitBody[];
let logged: Logged | undefined;
let fails: Error[];
beforeEach(() => {
  sent = [];
  logged = { id: "v1", follows: { nextOn: null, raisedTo: null, goBy: null } };
  fails = [];
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
const open = (more: { hasLadder?: boolean; notesHealth?: boolean } = {}) =>
  render(
    <VisitForm
      elderId="e1"
      hasLadder={more.hasLadder ?? false}
      notesHealth={more.notesHealth ?? true}
      sendOrKeep={async (_, body) => {
        sent.push(body);
        await Promise.resolve();
        if (fails.length > 0) throw fails.shift()!;
        return logged;
      }}
      onDone={async () => undefined}
    />,
  );
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("an ordinary visit is one press: everything is preset to a visit at home, seen, well, nothing wrong", async () => {
  open();

  press("记好了");

  await waitFor(() => expect(sent.length).toBe(1));
  expect(sent[0]).toMatchObject({ mode: "home", isSeen: true, condition: "normal", wrong: [], needs: [] });
  expect(sent[0]!.clientId).not.toBe("");
});

test("only what is wrong is ticked, a need goes along with who settles it, and the next entry begins anew", async () => {
  open();
  press("电话");
  press("要留意");
  fireEvent.click(screen.getByLabelText("用药"));
  fireEvent.input(screen.getByLabelText("要记的话（可说话录入）"), { target: { value: " 药快吃完了 " } });
  fireEvent.change(screen.getByLabelText("要办的事"), { target: { value: "medical" } });
  press("转去办");

  press("记好了");

  await waitFor(() => expect(sent.length).toBe(1));
  expect(sent[0]).toMatchObject({
    ...{ mode: "phone", condition: "attention", wrong: ["medicine"], words: "药快吃完了" },
    needs: [{ category: "medical", action: "matter" }],
  });
  fireEvent.click(await screen.findByRole("button", { name: "再记一次" }));
  expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("");
});

test("several needs go along in the elder's words; words stand in a matter only where that was ticked, and one is left out again", async () => {
  open();
  fireEvent.change(screen.getByLabelText("要办的事"), { target: { value: "repair" } });
  fireEvent.input(screen.getByLabelText("老人要什么（密封保存）"), { target: { value: "屋顶漏水" } });
  press("转去办");
  fireEvent.click(screen.getByLabelText("老人同意把上面这些话写进事项，办事的人看得到"));
  press("还有一件要办的事");
  fireEvent.change(screen.getByLabelText("要办的事 第 2 件"), { target: { value: "supplies" } });
  press("还有一件要办的事");
  fireEvent.change(screen.getByLabelText("要办的事 第 3 件"), { target: { value: "other" } });
  fireEvent.input(screen.getByLabelText("老人要什么（密封保存） 第 3 件"), { target: { value: "想学用手机" } });
  press("去掉这件 第 2 件");

  press("记好了");

  await waitFor(() => expect(sent.length).toBe(1));
  expect(sent[0]!.needs).toEqual([
    { category: "repair", words: "屋顶漏水", action: "matter", mayTell: true },
    { category: "other", words: "想学用手机", action: "on_spot" },
  ]);
});

test("what was ticked and is hidden again because nobody was seen is not sent", async () => {
  open();
  press("紧急");
  fireEvent.click(screen.getByLabelText("摔过"));
  fireEvent.input(screen.getByLabelText("约好下次哪天"), { target: { value: "2026-09-20" } });
  fireEvent.change(screen.getByLabelText("老人怎么确认"), { target: { value: "手印" } });
  press("没见到");

  press("记好了");

  await waitFor(() => expect(sent.length).toBe(1));
  expect(sent[0]).toMatchObject({ isSeen: false, condition: "normal", wrong: [] });
  expect(sent[0]).not.toHaveProperty("nextOn");
  expect(sent[0]).not.toHaveProperty("confirmedBy");
});

test("two presses are one visit, and the next entry is another one", async () => {
  open();
  press("记好了");
  press("记好了");
  fireEvent.click(await screen.findByRole("button", { name: "再记一次" }));
  expect(sent.length).toBe(1);
  press("记好了");
  await waitFor(() => expect(sent.length).toBe(2));
  expect(sent[0]!.clientId).not.toBe(sent[1]!.clientId);
});

test("an entry whose answer was lost is sent again as it was, so that it is one visit; one that was refused is mended and sent anew", async () => {
  fails = [new ApiError(0, { message: "没有网络", code: "web.offline" }), new ApiError(422, { message: "日子过了", code: "elder-pairing.dayPast" })];
  open();
  for (const count of [1, 2, 3]) {
    press("记好了");
    await waitFor(() => expect(sent.length).toBe(count));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(sent[1]).toEqual(sent[0]);
  expect(sent[2]!.clientId).toBe(sent[0]!.clientId);
  expect(sent[2]!.at).not.toBe(sent[0]!.at);
});

test("urgent shows the number before anything else, not seen offers the ladder unless it has begun", () => {
  const { unmount } = open();
  press("紧急");
  expect(screen.getByRole("link", { name: "先打 120，回头再记" }).getAttribute("href")).toBe("tel:120");
  press("没见到");
  expect(screen.getByRole("button", { name: "打过了，没接" })).toBeTruthy();
  unmount();
  open({ hasLadder: true });
  press("没见到");
  expect(screen.queryByRole("button", { name: "打过了，没接" })).toBeNull();
});

test("what was written stands in place of the form, with what follows from it, so that a second tap writes nothing", async () => {
  logged = { id: "v1", follows: { nextOn: "2026-09-18", raisedTo: "red", goBy: "2026-09-15" } };
  open();
  fireEvent.click(screen.getByLabelText("摔过"));
  fireEvent.input(screen.getByLabelText("要记的话（可说话录入）"), { target: { value: "膝盖青了" } });

  press("记好了");

  await screen.findByText("膝盖青了");
  expect(screen.getByText("上门 · 见到 · 正常 · 摔过")).toBeTruthy();
  expect(screen.getByText("老人现在是红级，看得更勤。")).toBeTruthy();
  expect(screen.getByText("9月15日（周二）前要有人再去看一次。")).toBeTruthy();
  expect(screen.getByText("下次 9月18日（周五）")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "记好了" })).toBeNull();
});

test("a visit that waits on the phone says so and promises nothing of what follows", async () => {
  logged = undefined;
  open();

  press("记好了");

  expect(await screen.findByText("没有网络，先记在这台手机上，有网就自动发出。")).toBeTruthy();
  expect(screen.queryByText("近期没有安排")).toBeNull();
});

test("of who takes no notes on health the receipt says no condition, and a need chosen before is asked anew with its words", async () => {
  const { unmount } = open();
  fireEvent.change(screen.getByLabelText("要办的事"), { target: { value: "medical" } });
  fireEvent.input(screen.getByLabelText("老人要什么（密封保存）"), { target: { value: "想配副眼镜" } });
  await new Promise((resolve) => setTimeout(resolve, 600));
  unmount();
  open({ notesHealth: false });
  const kind = await screen.findByLabelText<HTMLSelectElement>("要办的事");
  await waitFor(() => expect(screen.queryByText("想配副眼镜")).toBeNull());
  const shown = kind.value;

  press("记好了");

  expect(await screen.findByText("上门 · 见到")).toBeTruthy();
  expect([shown, sent[0]!.needs]).toEqual(["", []]);
});

test("without the consent to notes on health no doctor can be asked for by name, and it says what to do instead", () => {
  open({ notesHealth: false });

  expect([...screen.getByLabelText<HTMLSelectElement>("要办的事").options].map(({ value }) => value)).not.toContain("medical");
  expect(screen.getByText("要看病的事请选“其他”，只写要办什么，不写病情。")).toBeTruthy();
});
