import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { answering, loadChinese, signIn } from "../test-pages.js";
import { Trouble } from "./Trouble.js";

beforeAll(loadChinese);
afterEach(cleanup);

const open = (trouble: readonly string[]) =>
  render(
    <LocationProvider>
      <Trouble trouble={trouble} placeId="place-1" />
    </LocationProvider>,
  );

test("a meeting that stands has nothing to say", async () => {
  await signIn("meetings.convene");

  const { container } = open([]);

  expect(container.textContent).toBe("");
});

test("who may convene reads what is wrong and asks for the smallest change, once", async () => {
  await signIn("meetings.convene");
  const server = answering({ "POST /meetings/plans": { id: "plan-7" } });
  vi.stubGlobal("fetch", server.fetch);
  open(["二楼议事厅当天停用"]);

  const button = screen.getByRole("button", { name: "找改动最少的办法" });
  fireEvent.click(button);
  fireEvent.click(button);

  await waitFor(() => expect(location.pathname).toBe("/meetings/plans/plan-7"));
  expect(screen.getByText("二楼议事厅当天停用")).toBeTruthy();
  expect(server.asked.filter(({ method }) => method === "POST").map(({ body }) => [body.kind, body.placeId])).toEqual([["repair", "place-1"]]);
});

test("who may not convene reads what is wrong and is offered no change", async () => {
  await signIn("meetings.see");

  open(["二楼议事厅当天停用"]);

  expect(screen.getByText("二楼议事厅当天停用")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

test("a refusal is shown where the change was asked for", async () => {
  await signIn("meetings.convene");
  vi.stubGlobal("fetch", answering({}).fetch);
  open(["二楼议事厅当天停用"]);

  fireEvent.click(screen.getByRole("button"));

  expect(await screen.findByRole("alert")).toBeTruthy();
});
