import { beginStory, getEmptyPlace, getExample, loadExample, type DirectoryDesk, type Example } from "@lianxin/server";
import { chooseSenders, openSignIn, type Platform } from "@lianxin/server-kit";
import type { Command } from "commander";
import type { House } from "../open-here.js";
import { print } from "../say-why.js";
import { showProgress } from "./show-progress.js";
import { withDesk } from "./with-desk.js";

interface FirstAccount {
  readonly phone: string;
  readonly password: string;
}

/** Nobody has an account yet: the example's secretary gets one, with a password made for this folder and shown once. Undefined where the set-up was done. */
async function makeFirstAccount(house: House & { readonly platform: Platform }, { community }: Example): Promise<FirstAccount | undefined> {
  const { platform, store, environment, ports } = house;
  const signIn = openSignIn({ platform, store, environment, senders: chooseSenders(environment, ports) });
  const link = await signIn.ensureSetUpLink();
  if (!link) return undefined;
  const [phone, password] = [community.phone, Buffer.from(ports.random.bytes(9)).toString("base64url")];
  await signIn.completeSetUp(new URL(link).searchParams.get("token"), { name: community.secretary, community: community.name, phone, password });
  return { phone, password };
}

async function fill(desk: DirectoryDesk, house: House & { readonly platform: Platform }, isQuiet: boolean) {
  const example = await getExample();
  const account = await makeFirstAccount(house, example);
  await getEmptyPlace(desk);
  const bars = showProgress(isQuiet);
  const loaded = await loadExample(desk, example, bars.tell);
  bars.end();
  await beginStory(house.platform, desk, example);
  return { ...loaded, account };
}

function inWords({ added, files, account }: Awaited<ReturnType<typeof fill>>): string {
  const done = `示例社区已放好：${files} 个文件，${added} 行。都是虚构的，没有一个真人。/ The example community is in; nobody in it is real.`;
  const key = account
    ? `登录：手机 ${account.phone}，密码 ${account.password}（只显示这一次 / shown this once）`
    : "登录：用首次设置时的账号 / with the account of the set-up";
  return [done, key, "接下来 / next：lianxin serve，打开显示的地址，召集一次议事会 / open the address and convene a meeting"].join("\n");
}

/** lianxin demo: the example community in an empty installation. */
export function addDemo(program: Command): void {
  program
    .command("demo")
    .description("把示例社区放进空的数据文件夹 / put the example community into an empty data folder")
    .option("--json", "一行 JSON / one line of JSON")
    .action(({ json }: { json?: boolean }) =>
      withDesk(async (desk, house) => {
        const filled = await fill(desk, house, json ?? false);
        print(json, filled, inWords(filled));
      }),
    );
}
