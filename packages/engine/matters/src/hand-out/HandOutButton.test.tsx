import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { addTexts } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import { HandOutButton } from "./HandOutButton.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`matters.${key}`, text])) });
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const person = { id: "p1", fullName: "魏秀秋", distinction: null, placeName: "01村" };
const answerFor = (url: string): unknown =>
  url.includes("/organizations") ? { organizations: [] } : url.includes("/people") ? { people: [person] } : { state: "referred" };

test("somebody is found by a part of the name and handed the affair with a few words", async () => {
  const sent: [string, unknown][] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation((url, init) => {
    if (init?.body) sent.push([String(url), JSON.parse(String(init.body))]);
    return Promise.resolve(Response.json(answerFor(String(url))));
  });
  const onDone = vi.fn(() => Promise.resolve());
  render(<HandOutButton matterId="m1" onDone={onDone} />);

  fireEvent.click(screen.getByText("交办"));
  fireEvent.input(await screen.findByLabelText("办事的人"), { target: { value: "秀秋" } });
  fireEvent.click(screen.getByText("查找"));
  fireEvent.click(await screen.findByLabelText(/魏秀秋/));
  fireEvent.input(screen.getByLabelText(/交代几句/), { target: { value: "上午在家" } });
  fireEvent.click(screen.getAllByText("交办").at(-1)!);

  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(sent).toEqual([[expect.stringContaining("/matters/m1/handing-out"), { personId: "p1", note: "上午在家" }]]);
});
