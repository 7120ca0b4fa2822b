import { lookWide } from "../look-wide.js";
import type { Story } from "../story-a1/story.js";
import { atDesk, button, cardOf, csv } from "./ground.js";

const registers = "/elder-pairing/registers";
const cadres = csv(
  "干部.csv",
  "姓名,性别,单位,电话,联系村,父母姓名,认识的老人",
  "刘敏,女,县财政局,19900000001,柳树坡村,,周桂兰",
  "陈国强,男,县医院,19900000002,河口村,郑玉梅,",
  "李霞,女,县医院,19900000003,河口村,,",
);
const elders = csv(
  "老人.csv",
  "姓名,性别,出生年份,村,小组,住址,居住情况,风险标记,电话,联系人1,关系1,联系人电话1,等级",
  "周桂兰,女,1942,柳树坡村,3组,柳树坡3组12号,独居,易跌倒,19900000011,周强,儿子,19900000021,红",
  "郑玉梅,女,1948,河口村,1组,河口1组2号,与家人同住,,19900000012,陈国强,儿子,19900000002,绿",
  "张广福,男,1944,河口村,2组,河口2组8号,独居,,19900000013,张伟,儿子,19900000023,黄",
  "吴金花,女,1944,河口村,2组,河口2组9号,独居,高血压,19900000014,,,,黄",
);

/** Both sheets: three cadres, and three of four elders; the fourth has an illness where a risk belongs. */
export async function bringRegisters(story: Story): Promise<void> {
  const page = await atDesk(story, registers);
  const [ofCadres, ofElders] = [cardOf(page, "干部名册"), cardOf(page, "老人名册")];
  await ofCadres.getByLabel("选干部名册的文件").setInputFiles(cadres);
  await button(ofCadres, "导入 3 行").click();
  await ofCadres.getByText("新增 3，更新 0，没变 0").waitFor();
  await ofElders.getByLabel("选老人名册的文件").setInputFiles(elders);
  await ofElders.getByText(/第 5 行 H 列：应填.*现在是“高血压”/).waitFor();
  await lookWide(page, "registers");
  await button(ofElders, "导入 3 行").click();
  await ofElders.getByText("新增 3，更新 0，没变 0").waitFor();
}

/** A line too many is taken back as long as nobody is paired with who came by it. */
export async function takeBack(story: Story): Promise<void> {
  const page = await atDesk(story, registers);
  const ofElders = cardOf(page, "老人名册");
  await ofElders.getByLabel("选老人名册的文件").setInputFiles(csv("补.csv", "姓名,性别,出生年份,村,居住情况", "李秀英,女,1950,河口村,与家人同住"));
  await button(ofElders, "导入 1 行").click();
  await button(page, "撤销这次导入 补.csv").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("增 1 改 0 结束 0").waitFor();
  await button(dialog, "撤销这次导入").click();
  await page.getByText("撤销了 1 行，0 行已经用上，没有动").waitFor();
}

/** Cells are mended on the page, looked at anew, and brought in. */
export async function mendCells(story: Story): Promise<void> {
  const page = await atDesk(story, registers);
  const ofElders = cardOf(page, "老人名册");
  const wrong = csv("补录.csv", "姓名,性别,出生年份,村,居住情况,风险标记", "赵春梅,女,1950,河口村,与家人同住,高血压", "孙玉兰,女,1951,河头村,独居,");
  await ofElders.getByLabel("选老人名册的文件").setInputFiles(wrong);
  await ofElders.getByLabel("改 F2", { exact: true }).fill("听力差");
  await ofElders.getByLabel("改 D3", { exact: true }).fill("河口村");
  await lookWide(page, "mend");
  await button(ofElders, "再核一遍").click();
  await button(ofElders, "导入 2 行").click();
  await ofElders.getByText("新增 2，更新 0，没变 0").waitFor();
}
