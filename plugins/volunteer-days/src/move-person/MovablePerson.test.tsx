import { cleanup, createEvent, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { dropTarget, MovablePerson } from "./MovablePerson.js";

afterEach(cleanup);
const sites = ["一", "二", "三"].map((name, i) => ({ id: `s${i + 1}`, name: `小区${name}` }));
const person = { signUpId: "u1", name: "徐梅" };
const show = (onMove: () => void) =>
  render(
    <ul>
      <MovablePerson sites={sites} dayId="d1" siteId="s1" person={person} onMove={onMove}>
        徐梅
      </MovablePerson>
    </ul>,
  );

test("somebody is sent to another team from a list, without a mouse; their own team is not in it", () => {
  const onMove = vi.fn();
  show(onMove);
  const list = screen.getByRole("combobox");

  fireEvent.change(list, { target: { value: "s3" } });

  expect(onMove.mock.calls).toEqual([[{ ...person, dayId: "d1", site: sites[2] }]]);
  expect([...(list as HTMLSelectElement).options].map(({ value }) => value)).toEqual(["", "s2", "s3"]);
});

test("somebody who is dragged is taken by another team of the same day, not by their own and not by another day", () => {
  const onMove = vi.fn();
  show(onMove);
  const carried = new Map<string, string>();
  const dataTransfer = { setData: (kind: string, value: string) => carried.set(kind, value), getData: (kind: string) => carried.get(kind) ?? "" };
  const drag = createEvent.dragStart(screen.getByRole("listitem"));
  Object.defineProperty(drag, "dataTransfer", { value: dataTransfer });
  fireEvent(screen.getByRole("listitem"), drag);
  const drop = (dayId: string, site: (typeof sites)[number]) =>
    dropTarget({ sites, dayId, onMove }, site).onDrop({ dataTransfer, preventDefault: () => undefined } as never);

  drop("d1", sites[0]!);
  drop("d2", sites[1]!);
  drop("d1", sites[1]!);

  expect(onMove.mock.calls).toEqual([[{ ...person, dayId: "d1", site: sites[1] }]]);
});
