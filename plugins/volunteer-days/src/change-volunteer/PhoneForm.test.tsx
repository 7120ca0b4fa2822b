import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { PhoneForm } from "./PhoneForm.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`volunteer-days.${key}`, words])) });
let sent: string[];
beforeEach(() => {
  sent = [];
  vi.stubGlobal("fetch", (address: string, { body }: { body: string }) => {
    sent.push(address.endsWith("/undo") ? "undo" : body);
    return Promise.resolve(new Response(JSON.stringify({ children: 0 })));
  });
});
afterEach(cleanup);
const show = (phone: string | null, mayUndoPhone = false) => render(<PhoneForm person={{ id: "v1", phone, mayUndoPhone }} onDone={() => Promise.resolve()} />);
const press = () => fireEvent.click(screen.getByRole("button", { name: "改手机号" }));

test("an empty field takes no number away: that is ticked by itself", async () => {
  show("199****0001");
  press();
  const refused = [...sent];
  fireEvent.click(screen.getByRole("checkbox", { name: /^去掉现在的号码/ }));
  press();
  await waitFor(() => expect(sent).toHaveLength(1));

  expect([refused, sent]).toEqual([[], ['{"phone":null}']]);
});

test("a new number is sent as it was typed, and who has none has none to take away", async () => {
  show(null);
  expect(screen.queryByRole("checkbox")).toBeNull();
  fireEvent.input(screen.getByLabelText(/^新手机号/), { target: { value: "19900000007" } });
  press();
  await waitFor(() => expect(sent).toEqual(['{"phone":"19900000007"}']));
});

test("a number that was changed today can be put back as long as that is offered, and no other", async () => {
  show("199****0007", true);
  fireEvent.click(screen.getByRole("button", { name: "改回原来的号码" }));
  await waitFor(() => expect(sent).toEqual(["undo"]));
  cleanup();

  show("199****0007");
  expect(screen.queryByRole("button", { name: "改回原来的号码" })).toBeNull();
});
