import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTexts, loadSession } from "@lianxin/web-kit";
import { zhCN } from "../messages/zh-CN.js";
import RaisePage from "./RaisePage.js";

addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`matters.${key}`, text])) });
const places = [
  { id: "c", name: "光明路社区", depth: 0 },
  { id: "h", name: "和平苑", depth: 1 },
];
const people = [{ id: "he", fullName: "何志远", distinction: "3 栋", placeName: "和平苑" }];
let permissions: readonly string[];
let entering = places;
let found = people;
const sent: { readonly route: string; readonly body: unknown }[] = [];
const answers: readonly (readonly [RegExp, () => unknown])[] = [
  [/session$/, () => ({ account: { id: "a" }, person: { id: "p", name: "李建平" }, roles: [], permissions, language: "zh-CN" })],
  [/people/, () => ({ people: found })],
  [/places$/, () => ({ places })],
  [/places\/entering$/, () => ({ places: entering })],
  [/matters$/, () => ({ id: "m1", number: "2026-0001" })],
];
beforeEach(() => {
  sent.length = 0;
  permissions = ["matters.raise", "matters.enter"];
  [entering, found] = [places, people];
  vi.stubGlobal("fetch", (address: string, { method, body }: RequestInit) => {
    sent.push({ route: `${method} ${address}`, body: body ? JSON.parse(String(body)) : undefined });
    return Promise.resolve(new Response(JSON.stringify(answers.find(([pattern]) => pattern.test(address.split("?")[0]!))![1]())));
  });
  localStorage.clear();
});
afterEach(cleanup);

async function open(): Promise<void> {
  history.replaceState(null, "", "/matters/new");
  await loadSession();
  render(
    <LocationProvider>
      <RaisePage />
    </LocationProvider>,
  );
  await screen.findByLabelText("什么事（一句话）");
}
const posted = () => sent.filter(({ route }) => route.startsWith("POST"));
const submit = () => fireEvent.click(screen.getByRole("button", { name: "记下这件事" }));

test("says which lines are still empty and sends nothing", async () => {
  await open();

  submit();

  const summary = await screen.findByRole("alert");
  expect(summary.textContent).toContain("请填写什么事（一句话）");
  expect(summary.textContent).toContain("请选：在哪里");
  expect(posted()).toEqual([]);
});

test("enters a matter for a person found by a part of the name, and goes to its page", async () => {
  await open();
  fireEvent.input(screen.getByLabelText("什么事（一句话）"), { target: { value: "挡土墙坍了" } });
  fireEvent.change(screen.getByLabelText("在哪里"), { target: { value: "h" } });
  fireEvent.click(screen.getByLabelText(/代他填/));
  fireEvent.input(document.getElementById("matters-reporter-name")!, { target: { value: "志远" } });
  fireEvent.click(screen.getByRole("button", { name: "找这个人" }));
  fireEvent.click(await screen.findByLabelText(/何志远（3 栋）/));

  submit();

  await waitFor(() =>
    expect(posted()).toEqual([
      {
        route: "POST /api/matters/matters",
        body: { title: "挡土墙坍了", detail: "", placeId: "h", spot: "", reporter: "other", reporterId: "he", wish: "", affected: [] },
      },
    ]),
  );
  await waitFor(() => expect(location.pathname).toBe("/matters/m1"));
});

test("who may not enter for others is asked only whether to give a name", async () => {
  permissions = ["matters.raise"];

  await open();

  expect(screen.getAllByRole("radio")).toHaveLength(2);
  expect(screen.queryByLabelText(/代他填/)).toBeNull();
});

test("at a place of another grid nothing is entered for others, which is said at the place, and only one's own places are offered", async () => {
  entering = [places[1]!];
  await open();
  fireEvent.input(screen.getByLabelText("什么事（一句话）"), { target: { value: "挡土墙坍了" } });
  fireEvent.change(screen.getByLabelText("在哪里"), { target: { value: "c" } });
  fireEvent.click(screen.getByLabelText(/代他填/));

  submit();

  expect((await screen.findByRole("alert")).textContent).toContain("这个地点不归您负责");
  expect(screen.getByText("代别人填，只列出您负责的地方")).toBeTruthy();
  fireEvent.change(screen.getByLabelText("在哪里"), { target: { value: "h" } });
  await waitFor(() => expect([...document.querySelectorAll("option")].map(({ value }) => value)).toEqual(["", "h"]));
  expect(posted()).toEqual([]);
});

test("who is not in the directory is written down by name and phone number", async () => {
  found = [];
  await open();
  fireEvent.input(screen.getByLabelText("什么事（一句话）"), { target: { value: "楼道灯不亮" } });
  fireEvent.change(screen.getByLabelText("在哪里"), { target: { value: "h" } });
  fireEvent.click(screen.getByLabelText(/代他填/));
  fireEvent.input(document.getElementById("matters-reporter-name")!, { target: { value: "周兰" } });
  fireEvent.click(screen.getByRole("button", { name: "找这个人" }));
  fireEvent.input(await screen.findByLabelText(/怎么找他（电话）/), { target: { value: "199 0000 1234" } });

  submit();

  await waitFor(() => expect(posted()).toHaveLength(1));
  expect(posted()[0]!.body).toMatchObject({ reporter: "other", reporterName: "周兰", reporterPhone: "19900001234" });
  expect(posted()[0]!.body).not.toHaveProperty("reporterId");
});
