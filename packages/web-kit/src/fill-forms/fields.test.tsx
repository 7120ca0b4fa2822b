import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import {
  ChoiceField,
  DayField,
  FileField,
  Form,
  PasswordField,
  SelectField,
  TextArea,
  TickField,
  TicksField,
  TimeField,
  TypedDayField,
  tidyDay,
  useForm,
} from "../forms.js";

const send = vi.fn((_values: object) => Promise.resolve());
const choices = [
  { value: "property", label: "物业" },
  { value: "owners", label: "业委会", hint: "主任或副主任" },
  { value: "gone", label: "原开发商", isClosed: true },
];
const start = {
  lead: "",
  parties: [] as readonly string[],
  agree: false,
  place: "",
  why: "",
  born: "",
  due: "",
  at: "",
  file: null as File | null,
  password: "",
};

function Everything() {
  const form = useForm({ start, tidy: { born: tidyDay }, send });
  return (
    <Form form={form} submit="交">
      <ChoiceField name="lead" label="谁牵头" choices={choices} />
      <TicksField name="parties" label="谁配合" choices={choices} />
      <TickField name="agree" label="可以公开" />
      <SelectField name="place" label="在哪里" empty="选一个" choices={choices} />
      <TextArea name="why" label="为什么" />
      <TypedDayField name="born" label="出生日期" isOptional />
      <DayField name="due" label="完成时限" min="2026-09-16" />
      <TimeField name="at" label="几点" />
      <FileField name="file" label="名单" accept=".xlsx" />
      <PasswordField name="password" label="口令" />
    </Form>
  );
}
afterEach(cleanup);

test("collects the value of every kind of field", async () => {
  render(<Everything />);
  const file = new File(["x"], "名单.xlsx");

  fireEvent.click(screen.getAllByLabelText("物业")[0]!);
  for (const label of ["业委会主任或副主任", "物业"])
    fireEvent.click(screen.getAllByLabelText(label).find((input) => (input as HTMLInputElement).type === "checkbox")!);
  fireEvent.click(screen.getByLabelText("可以公开"));
  fireEvent.change(screen.getByLabelText("在哪里"), { target: { value: "owners" } });
  fireEvent.input(screen.getByLabelText("为什么"), { target: { value: "楼道灯不亮" } });
  fireEvent.input(screen.getByLabelText("出生日期（可不填）"), { target: { value: "1950年1月2日" } });
  fireEvent.input(screen.getByLabelText("完成时限"), { target: { value: "2026-09-20" } });
  fireEvent.input(screen.getByLabelText("几点"), { target: { value: "15:00" } });
  fireEvent.change(screen.getByLabelText("名单"), { target: { files: [file] } });
  fireEvent.input(screen.getByLabelText("口令"), { target: { value: " 两头有空格 " } });
  fireEvent.click(screen.getByRole("button", { name: "交" }));

  await waitFor(() => expect(send).toHaveBeenCalled());
  expect(send.mock.lastCall![0]).toEqual({
    ...{ lead: "property", parties: ["property", "owners"], agree: true, place: "owners", why: "楼道灯不亮" },
    ...{ born: "1950-01-02", due: "2026-09-20", at: "15:00", file, password: "两头有空格" },
  });
});

test("unticks what was ticked and keeps the order of the choices", async () => {
  send.mockClear();
  render(<Everything />);
  const ticks = screen.getAllByRole("checkbox");

  for (const at of [1, 0, 1]) fireEvent.click(ticks[at]!);
  fireEvent.click(screen.getByRole("button", { name: "交" }));

  await waitFor(() => expect(send).toHaveBeenCalled());
  expect(send.mock.lastCall![0]).toMatchObject({ parties: ["property"] });
});

test("names groups for readers and offers no closed choice", () => {
  render(<Everything />);

  expect(screen.getByRole("group", { name: "谁牵头" })).toBeTruthy();
  expect((screen.getAllByLabelText("原开发商")[0] as HTMLInputElement).disabled).toBe(true);
});

test("shows a password on demand and keeps it", async () => {
  render(<Everything />);
  fireEvent.input(screen.getByLabelText("口令"), { target: { value: "荷塘月色" } });

  fireEvent.click(screen.getByRole("button", { name: /^显示\s?口令$/ }));

  await waitFor(() => expect((screen.getByLabelText("口令") as HTMLInputElement).type).toBe("text"));
  expect((screen.getByLabelText("口令") as HTMLInputElement).value).toBe("荷塘月色");
  expect(screen.getByRole("button", { name: /^隐藏\s?口令$/ })).toBeTruthy();
});

test("refuses to stand outside a form", () => {
  expect(() => render(<TickField name="agree" label="可以公开" />)).toThrow('The field "agree" stands in no Form.');
});
