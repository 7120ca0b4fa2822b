import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { PageFailed } from "./PageFailed.js";

afterEach(cleanup);
const Broken = () => {
  throw new Error("a page with a fault");
};

test("leaves the rest standing when a page throws, and lets another address through", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const around = (path: string, page: preact.ComponentChildren) => (
    <>
      <nav>菜单</nav>
      <PageFailed path={path}>{page}</PageFailed>
    </>
  );
  const { rerender } = render(around("/broken", <Broken />));
  await screen.findByRole("heading", { level: 1, name: "这一页没能显示出来" });
  expect(screen.getByRole("navigation").textContent).toBe("菜单");

  rerender(around("/whole", <p>好的一页</p>));

  expect(await screen.findByText("好的一页")).toBeTruthy();
});
