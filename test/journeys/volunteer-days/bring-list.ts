import { lookWide } from "../look-wide.js";
import type { Story } from "../story-a1/story.js";
import { openDesk, press, unfold } from "./at-desk.js";

const list = ["姓名,手机,小区,年龄段", "陈桂花,19900000041,和平苑,", "孙德旺,1990000,松涛园,", "赵小满,19900000043,月亮湾,", "吴奶奶,,和平苑,"].join("\n");

/** A list with two cells that are wrong and somebody without a telephone: looked at, brought in, taken back as a whole. */
export async function bringList(story: Story): Promise<void> {
  const page = await openDesk(story, "");
  await page.getByRole("link", { name: "10月8日（周四）" }).click();
  const form = await unfold(page, "导入名单");
  await form.getByLabel("选名单文件").setInputFiles({ name: "群接龙.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await form.getByRole("button", { name: "先看看会怎样" }).click();
  await form.getByText("会报上 2 人").waitFor();
  await form.getByRole("alert").getByText("第 3 行 B 列").waitFor();
  await form.getByRole("alert").getByText("第 4 行 C 列：没有叫“月亮湾”的小区").waitFor();
  await form.getByText(/请打电话告诉：.*吴奶奶/).waitFor();
  await unfold(form, "逐行看");
  await lookWide(page, "import");
  await form.getByRole("button", { name: "就这样导入" }).click();
  await page.getByRole("button", { name: "取消报名 陈桂花" }).waitFor();
  await form.getByRole("button", { name: "整批撤回 群接龙.csv" }).click();
  await lookWide(page, "import-undo");
  await press(page, "整批撤回");
  await form.locator(".import-one", { hasText: "群接龙.csv" }).getByText("已撤回", { exact: true }).waitFor();
  await page.getByRole("button", { name: "取消报名 陈桂花" }).waitFor({ state: "detached" });
  await page.getByText(/请打电话：.*吴奶奶/).waitFor();
}
