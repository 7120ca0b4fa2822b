import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { answering, loadChinese, signIn } from "../test-pages.js";
import NoticePage from "./NoticePage.js";

beforeAll(loadChinese);
afterEach(cleanup);

const notice = {
  ...{ id: "n1", title: "会议纪要〔2026〕第 9 期", fromOn: "2026-01-01", toOn: "2099-12-31", hash: "h", state: "up" },
  ...{ endReason: null, endedAt: null, mayAnswer: false, phone: "0794-3612345", objections: [], answers: [] as object[], takenOutAt: [] as string[] },
};
const received = { id: "o1", words: "晚上太吵", name: null, state: "received", raisedAt: "2026-09-12T01:00:00.000Z", answer: null, answeredBy: null };

function open(changes: object = {}) {
  const server = answering({
    "GET /meetings/public/notices/n1/state": { ...notice, ...changes },
    "POST /meetings/public/notices/n1/objections": {},
    "POST /meetings/objections/o1/answer": {},
  });
  vi.stubGlobal("fetch", server.fetch);
  history.replaceState(null, "", "/meetings/notices/n1");
  render(
    <LocationProvider>
      <Router>{[<Route key="notice" path="/meetings/notices/:id" component={NoticePage} />]}</Router>
    </LocationProvider>,
  );
  return server;
}
const posted = (server: ReturnType<typeof open>) => server.asked.filter(({ method }) => method === "POST");

test("somebody of another opinion writes it without a name, and is thanked", async () => {
  const server = open();

  fireEvent.input(await screen.findByLabelText("您的意见"), { target: { value: "晚上太吵" } });
  fireEvent.click(screen.getByRole("button", { name: "提意见" }));

  expect(await screen.findByText("收到了，谢谢。社区会在公示期内看到并处理。")).toBeTruthy();
  expect(posted(server).map(({ body }) => body)).toEqual([{ words: "晚上太吵" }]);
});

test("a notice that was taken down says when and why and asks for nothing", async () => {
  open({ state: "withdrawn", endReason: "日期写错", endedAt: "2026-09-12T01:00:00.000Z" });

  expect(await screen.findByText("已于 9月12日（周六） 撤下，理由：日期写错")).toBeTruthy();
  expect(screen.queryByLabelText("您的意见")).toBeNull();
});

test("who puts notices up reads what was said and answers it", async () => {
  await signIn("meetings.publish");
  const server = open({ state: "objected", mayAnswer: true, objections: [received] });

  fireEvent.input(await screen.findByLabelText("答复怎么写"), { target: { value: "九点关门" } });
  fireEvent.click(screen.getByRole("button", { name: "采纳" }));

  await waitFor(() => expect(posted(server).map(({ body }) => body)).toEqual([{ answer: "九点关门", isUpheld: true }]));
  expect(screen.queryByLabelText("您的意见")).toBeNull();
});
