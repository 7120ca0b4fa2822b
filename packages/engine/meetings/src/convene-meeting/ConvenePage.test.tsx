import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider, Route, Router } from "preact-iso";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { answering, loadChinese, signIn } from "../test-pages.js";
import ConvenePage from "./ConvenePage.js";

beforeAll(loadChinese);
afterEach(cleanup);

const offered = {
  parts: [{ id: "p1", title: "凉亭座椅修理", light: "late" }],
  matters: [{ id: "m1", number: "2026-0001", title: "小区停车怎么管", warnings: [] }],
};

function open(address = "/meetings/new", bodies: readonly object[] = [{ id: "b1", name: "莲心议事会", usualMinutes: 90 }]) {
  const server = answering({
    "GET /meetings/bodies/b1/agenda-suggestions": offered,
    "GET /meetings/bodies": { bodies },
    "POST /meetings/bodies/b1/meetings": { id: "new" },
  });
  vi.stubGlobal("fetch", server.fetch);
  history.replaceState(null, "", address);
  render(
    <LocationProvider>
      <Router>{[<Route key="new" path="/meetings/new" component={ConvenePage} />]}</Router>
    </LocationProvider>,
  );
  return server;
}

test("an agenda is put in order, and a line goes under the one above it", async () => {
  await signIn("meetings.convene");
  const server = open();
  fireEvent.click(await screen.findByLabelText("小区停车怎么管"));
  fireEvent.input(screen.getByLabelText(/另加一项/), { target: { value: "划线" } });
  fireEvent.click(screen.getByRole("button", { name: "加进议程" }));

  fireEvent.click(screen.getByRole("button", { name: "排顺序、分大项小项" }));
  fireEvent.click(screen.getByRole("button", { name: "下移：凉亭座椅修理" }));
  fireEvent.click(screen.getByRole("button", { name: "下移：凉亭座椅修理" }));
  fireEvent.click(screen.getByRole("button", { name: "放到上一项下面：划线" }));
  fireEvent.click(screen.getByRole("button", { name: "下一步：请哪几方" }));

  await waitFor(() =>
    expect(server.asked.find(({ method }) => method === "POST")?.body.items).toEqual([
      { matterId: "m1", minutes: 30 },
      { title: "划线", minutes: 15, under: 0 },
      { partId: "p1", minutes: 10 },
    ]),
  );
});

test("who comes from a waiting matter finds it ticked", async () => {
  await signIn("meetings.convene");
  open("/meetings/new?matter=m1");

  expect((await screen.findByLabelText<HTMLInputElement>("小区停车怎么管")).checked).toBe(true);
});

test("with one line there is nothing to put in order", async () => {
  await signIn("meetings.convene");
  open();

  expect(await screen.findByText("凉亭座椅修理")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "排顺序、分大项小项" })).toBeNull();
});

test("who has just set up a body finds it chosen, not the first one", async () => {
  await signIn("meetings.convene");
  const bodies = [
    { id: "b0", name: "议事会", usualMinutes: 90 },
    { id: "b1", name: "业主大会", usualMinutes: 90 },
  ];
  open("/meetings/new?body=b1", bodies);

  expect((await screen.findByLabelText<HTMLSelectElement>("哪个机构开会")).value).toBe("b1");
});
