import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { answering, loadChinese, signIn } from "../test-pages.js";
import { OtherWay } from "./OtherWay.js";

beforeAll(loadChinese);
afterEach(cleanup);

const open = () =>
  render(
    <LocationProvider>
      <OtherWay planId="p1" />
    </LocationProvider>,
  );

test("another way is asked for once and shown on a page of its own", async () => {
  await signIn("meetings.convene");
  const server = answering({ "POST /meetings/plans/p1/other": { id: "p2" } });
  vi.stubGlobal("fetch", server.fetch);
  open();

  fireEvent.click(screen.getByRole("button", { name: "看另一种" }));
  fireEvent.click(screen.getByRole("button", { name: "看另一种" }));

  await waitFor(() => expect(location.pathname).toBe("/meetings/plans/p2"));
  expect(server.asked.filter(({ method }) => method === "POST")).toHaveLength(1);
});

test("a refusal is shown beside the button", async () => {
  await signIn("meetings.convene");
  vi.stubGlobal("fetch", answering({}).fetch);
  open();

  fireEvent.click(screen.getByRole("button"));

  expect(await screen.findByRole("alert")).toBeTruthy();
});
