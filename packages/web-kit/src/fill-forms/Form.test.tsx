import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiError, browserPorts } from "@lianxin/web-kit";
import { Form, needed, PhoneField, phoneCheck, TextField, tidyPhone, useForm, type FormSpec } from "../forms.js";

interface Matter {
  readonly what: string;
  readonly phone: string;
}
const send = vi.fn<(values: Matter, key: string) => Promise<{ id: string }>>();
const onDone = vi.fn();

function RaiseMatter({ more = {} }: { readonly more?: Partial<FormSpec<Matter, { id: string }>> }) {
  const form = useForm<Matter, { id: string }>({
    start: { what: "", phone: "" },
    tidy: { phone: tidyPhone },
    check: ({ what, phone }) => ({ what: needed(what, "什么事"), phone: phoneCheck(phone) }),
    send,
    onDone,
    draft: { key: "raise", fields: ["what"] },
    ...more,
  });
  return (
    <Form form={form} submit="记下这件事">
      <TextField name="what" label="什么事" hint="一句话" />
      <PhoneField name="phone" label="手机号" />
    </Form>
  );
}
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const submit = () => fireEvent.click(screen.getByRole("button", { name: "记下这件事" }));

beforeEach(() => {
  localStorage.clear();
  send.mockReset().mockResolvedValue({ id: "m1" });
  onDone.mockReset();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test("says what is to correct on top and beside the field, in the same words, and goes there", async () => {
  render(<RaiseMatter />);
  type("手机号", "1990000000");

  submit();

  const summary = await screen.findByRole("alert");
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(summary.textContent).toContain("有 2 处要改");
  expect(screen.getAllByText("手机号应是 11 位，现在是 10 位")).toHaveLength(2);
  const field = screen.getByLabelText("什么事");
  expect([field.getAttribute("aria-invalid"), field.getAttribute("aria-describedby")]).toEqual(["true", `${field.id}-hint ${field.id}-problem`]);
  fireEvent.click(screen.getByRole("link", { name: "请填写什么事" }));
  expect(document.activeElement).toBe(field);
  expect(send).not.toHaveBeenCalled();
});

test("does not check while typing", () => {
  render(<RaiseMatter />);

  type("手机号", "1");
  fireEvent.blur(screen.getByLabelText("手机号"));

  expect(screen.queryByRole("alert")).toBeNull();
});

test("sends what was meant and keeps what was typed until it is through", async () => {
  render(<RaiseMatter />);
  type("什么事", "　楼道灯不亮 ");
  type("手机号", "１９９ ００００-０００１");

  submit();

  await waitFor(() => expect(onDone).toHaveBeenCalledWith({ id: "m1" }));
  expect(send.mock.lastCall![0]).toEqual({ what: "楼道灯不亮", phone: "19900000001" });
});

test("shows a refusal beside the field it names, the rest on top, and keeps every field", async () => {
  const problems = [
    { field: "body.what", message: "最多 50 字" },
    { field: "body.place", message: "没有这个地方" },
  ];
  send.mockRejectedValue(new ApiError(422, { code: "matters.refused", message: "有 2 处要改", problems }));
  render(<RaiseMatter />);
  type("什么事", "楼道灯不亮");

  submit();

  const summary = await screen.findByRole("alert");
  expect(screen.getByRole("link", { name: "最多 50 字" })).toBeTruthy();
  expect(summary.textContent).toContain("没有这个地方");
  expect((screen.getByLabelText("什么事") as HTMLInputElement).value).toBe("楼道灯不亮");
});

test("keeps the key while the values stay, so that a retry cannot do it twice, and makes another for other values", async () => {
  send.mockRejectedValue(new ApiError(0, { code: "web.offline", message: "现在没有网", remedy: "连上网后再试一次" }));
  render(<RaiseMatter />);
  type("什么事", "楼道灯不亮");
  for (const times of [1, 2]) {
    submit();
    await waitFor(() => expect(send).toHaveBeenCalledTimes(times));
    await screen.findByText("现在没有网。连上网后再试一次");
  }
  type("什么事", "楼道灯全不亮");
  submit();
  await waitFor(() => expect(send).toHaveBeenCalledTimes(3));

  const [first, retry, other] = send.mock.calls.map(([, key]) => key);

  expect(retry).toBe(first);
  expect(other).not.toBe(first);
});

test("sends once for two presses", async () => {
  render(<RaiseMatter />);
  type("什么事", "楼道灯不亮");

  const button = screen.getByRole("button", { name: "记下这件事" });
  fireEvent.click(button);
  fireEvent.click(button);

  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(send).toHaveBeenCalledTimes(1);
});

test("keeps a draft of the named fields only, every two seconds, and says when", async () => {
  vi.spyOn(browserPorts, "now").mockReturnValue(1_789_538_520_000);
  render(<RaiseMatter />);

  type("什么事", "楼道灯不亮");
  type("手机号", "19900000001");
  expect(localStorage.getItem("lx.draft.raise")).toBeNull();
  vi.advanceTimersByTime(2000);

  expect(JSON.parse(localStorage.getItem("lx.draft.raise")!)).toEqual({ what: "楼道灯不亮" });
  expect(await screen.findByText("已存在本机 14:02")).toBeTruthy();
});

test("goes on with a draft, and starts over on demand", async () => {
  localStorage.setItem("lx.draft.raise", JSON.stringify({ what: "楼道灯不亮", phone: "19900000001" }));
  render(<RaiseMatter />);
  const field = screen.getByLabelText("什么事") as HTMLInputElement;
  expect([field.value, (screen.getByLabelText("手机号") as HTMLInputElement).value]).toEqual(["楼道灯不亮", ""]);

  fireEvent.click(screen.getByRole("button", { name: "重新写" }));

  await waitFor(() => expect(field.value).toBe(""));
  expect(localStorage.getItem("lx.draft.raise")).toBeNull();
});

test("keeps what was just typed when the page goes away, and drops the draft once sent", async () => {
  const { unmount } = render(<RaiseMatter />);
  type("什么事", "楼道灯不亮");
  unmount();
  await waitFor(() => expect(localStorage.getItem("lx.draft.raise") ?? "").toContain("楼道灯不亮"));
  render(<RaiseMatter />);

  submit();

  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(localStorage.getItem("lx.draft.raise")).toBeNull();
});

test("takes a draft that cannot be read for none", () => {
  localStorage.setItem("lx.draft.raise", "{broken");

  render(<RaiseMatter />);

  expect((screen.getByLabelText("什么事") as HTMLInputElement).value).toBe("");
});
