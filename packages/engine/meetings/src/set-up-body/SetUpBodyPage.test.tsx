import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider } from "preact-iso";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import BodiesPage from "../keep-body/BodiesPage.js";
import { answering, loadChinese, signIn } from "../test-pages.js";
import SetUpBodyPage from "./SetUpBodyPage.js";

beforeAll(async () => {
  loadChinese();
  await signIn("meetings.see", "meetings.arrange");
});
afterEach(cleanup);

const party = { nameZh: "村民代表", nameEn: "Representatives", kind: "voting", seats: 40, isNeeded: false };
const template = (id: string, marks: readonly string[]) => ({ id, packId: id, usualMinutes: 90, marks, parties: [party] });

function open(page: preact.ComponentChild, answers: Readonly<Record<string, unknown>>) {
  const server = answering(answers);
  vi.stubGlobal("fetch", server.fetch);
  render(<LocationProvider>{page}</LocationProvider>);
  return server;
}

test("an ad hoc body is set up with what its seats count as, where the rules of the template ask", async () => {
  const server = open(<SetUpBodyPage />, {
    "GET /meetings/body-templates": { templates: [template("deliberation_council", []), template("villager_reps", ["women", "representatives"])] },
    "GET /directory/places": { places: [{ id: "v1", kind: "village", name: "大王庄" }] },
    "GET /directory/people": { people: [{ id: "x1", fullName: "周兰", distinction: "", placeName: "一组" }] },
    "POST /meetings/bodies": { id: "b1" },
  });

  fireEvent.change(await screen.findByLabelText("样板"), { target: { value: "villager_reps" } });
  fireEvent.click(screen.getByLabelText(/^临时/));
  fireEvent.input(screen.getByLabelText("姓名"), { target: { value: "周" } });
  fireEvent.click(await screen.findByRole("button", { name: "周兰 一组" }));
  fireEvent.click(await screen.findByLabelText("妇女代表周兰"));
  fireEvent.click(screen.getByRole("button", { name: "设立" }));

  await waitFor(() =>
    expect(server.asked.find(({ method }) => method === "POST")?.body).toMatchObject({
      template: "villager_reps",
      isStanding: false,
      parties: [{ name: "村民代表", seats: [{ personId: "x1", kind: "voting", marks: ["women"] }] }],
    }),
  );
  await waitFor(() => expect(location.pathname + location.search).toBe("/meetings/new?body=b1"));
});

test("a template whose rules count heads alone asks for no marks", async () => {
  open(<SetUpBodyPage />, {
    "GET /meetings/body-templates": { templates: [template("deliberation_council", [])] },
    "GET /directory/places": { places: [{ id: "v1", kind: "community", name: "光明路" }] },
    "GET /directory/people": { people: [{ id: "x1", fullName: "周兰", distinction: "", placeName: "" }] },
  });

  fireEvent.input(await screen.findByLabelText("姓名"), { target: { value: "周" } });
  fireEvent.click(await screen.findByRole("button", { name: "周兰" }));

  expect(await screen.findByRole("button", { name: "去掉 周兰" })).toBeTruthy();
  expect(screen.queryByLabelText(/妇女代表/)).toBeNull();
});

test("bodies are listed with what they are, and those that ended apart", async () => {
  open(<BodiesPage />, {
    "GET /meetings/bodies": { bodies: [{ id: "b1", name: "莲心议事会", kind: "deliberation_council", isStanding: false }] },
    "GET /meetings/ended-bodies": { bodies: [{ id: "b2", name: "换电梯议事会", kind: "deliberation_council", endedOn: "2026-08-31" }] },
  });

  expect((await screen.findByRole("link", { name: "莲心议事会" })).closest("li")!.textContent).toContain("临时");
  expect(screen.getByRole("link", { name: "换电梯议事会" }).closest("li")!.textContent).toContain("已撤销");
});

test("without a body the page says what to do first", async () => {
  open(<BodiesPage />, { "GET /meetings/bodies": { bodies: [] }, "GET /meetings/ended-bodies": { bodies: [] } });

  expect(await screen.findByText(/还没有议事机构/)).toBeTruthy();
});
