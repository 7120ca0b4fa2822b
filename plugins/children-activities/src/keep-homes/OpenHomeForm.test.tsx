import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { addTexts } from "@lianxin/web-kit";
import { TextField } from "@lianxin/web-kit/forms";
import { afterEach, expect, test, vi } from "vitest";
import { zhCN } from "../messages/zh-CN.js";
import { OpenHomeForm } from "./OpenHomeForm.js";

const house = vi.hoisted(() => ({ homes: [] as object[], closedVenues: [] as string[] }));
vi.mock("../api.js", async (original) => ({
  ...(await original<object>()),
  directoryApi: async () => ({ venues: [{ id: "v", name: "上湾村儿童之家", kind: "childrens_home" }] }),
  api: async (route: string) => {
    if (route === "GET /homes") return house;
    house.homes = [{ name: "上湾村儿童之家" }];
    return { id: "h" };
  },
}));
vi.mock("../choose-person/ChoosePerson.js", () => ({ ChoosePerson: (props: { name: string; label: string }) => <TextField {...props} /> }));
addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, words]) => [`children-activities.${key}`, words])) });
afterEach(() => (cleanup(), Object.assign(house, { homes: [], closedVenues: [] })));

test("of homes that were closed is spoken only where one was", async () => {
  render(<OpenHomeForm />);
  await screen.findByLabelText("场地");
  const before = screen.queryByText(/以前关掉的选回来/);
  cleanup();
  house.closedVenues = ["v"];
  render(<OpenHomeForm />);

  expect([before, await screen.findByText(/以前关掉的选回来/)]).toEqual([null, expect.anything()]);
});

test("the home just opened is named with the way to it, also when no venue is left", async () => {
  render(<OpenHomeForm />);
  fireEvent.input(await screen.findByLabelText("儿童主任"), { target: { value: "p" } });
  fireEvent.click(screen.getByRole("button", { name: "开一个儿童之家" }));

  await screen.findByText("上湾村儿童之家开好了");
  expect(screen.getByRole("link", { name: "去这个儿童之家" }).getAttribute("href")).toBe("/children-activities/homes/h");
  await screen.findByText(/或者都开了/);
});
