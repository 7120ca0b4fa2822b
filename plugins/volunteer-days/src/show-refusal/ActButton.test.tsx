import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { ActButton } from "./ActButton.js";

afterEach(cleanup);

test("what was refused is said, a second tap while it works does nothing, and the next try takes the words away", async () => {
  let refuse: (error: unknown) => void = () => undefined;
  const act = vi.fn(() => new Promise((_, reject) => (refuse = reject)));
  render(<ActButton onAct={act}>登记</ActButton>);
  const button = screen.getByRole("button", { name: "登记" });

  fireEvent.click(button);
  fireEvent.click(button);
  refuse(new Error("offline"));

  expect(await screen.findByRole("alert")).toBeTruthy();
  expect(act).toHaveBeenCalledTimes(1);
  fireEvent.click(button);
  await vi.waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  expect(act).toHaveBeenCalledTimes(2);
});
