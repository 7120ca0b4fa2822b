import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { answering, loadChinese, signIn } from "../test-pages.js";
import { MaterialsCard, type Material } from "./MaterialsCard.js";

beforeAll(async () => {
  loadChinese();
  await signIn("meetings.see", "meetings.record", "meetings.convene");
});
afterEach(cleanup);

const report = { title: "勘察报告", place: "居委会办公室" };
const drawing = { title: "方案图", place: "https://example.org/wall" };

function show(materials: readonly Material[], mayChange = true) {
  const server = answering({ "PUT /meetings/meetings/m1/materials": {} });
  vi.stubGlobal("fetch", server.fetch);
  render(<MaterialsCard meetingId="m1" materials={materials} mayChange={mayChange} reload={() => Promise.resolve()} />);
  return server;
}

test("a place to look is said in words, a web address is a link, and anything else never is", () => {
  show([report, drawing, { title: "假的", place: "javascript:alert(1)" }]);

  expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["https://example.org/wall", "/api/meetings/meetings/m1/material-list"]);
  expect(screen.getByText("居委会办公室")).toBeTruthy();
});

test("lines are added, moved up and kept in their order; one that is half filled in is not sent", async () => {
  const server = show([report]);
  fireEvent.click(screen.getByRole("button", { name: "改会议材料" }));
  fireEvent.click(screen.getByRole("button", { name: "再加一份" }));
  const [, title] = screen.getAllByLabelText("材料名称");
  fireEvent.input(title!, { target: { value: "方案图" } });
  fireEvent.click(screen.getByRole("button", { name: "保存会议材料" }));
  expect((await screen.findByRole("alert")).textContent).toContain("每份都要写");

  fireEvent.input(screen.getAllByLabelText(/放在哪里/)[1]!, { target: { value: drawing.place } });
  fireEvent.click(screen.getByRole("button", { name: /上移/ }));
  fireEvent.click(screen.getByRole("button", { name: "保存会议材料" }));

  await waitFor(() => expect(server.asked.map(({ method, body }) => [method, body])).toEqual([["PUT", { materials: [drawing, report] }]]));
});

test("without materials who may change them is invited to list some, and others see nothing", () => {
  show([]);
  expect(screen.getByText("还没有会议材料。")).toBeTruthy();
  cleanup();
  show([], false);

  expect(screen.queryByRole("heading", { name: /会议材料/ })).toBeNull();
});
