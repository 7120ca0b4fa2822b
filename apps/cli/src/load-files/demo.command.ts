import { fillExample, getEmptyPlace, getExample, openDesk } from "@lianxin/server";
import { chooseSenders, openSignIn, readEnvironment, runThere, type Platform, type TellProgress } from "@lianxin/server-kit";
import type { Command } from "commander";
import type { House } from "../open-here.js";
import { withPlatform } from "../run-in-house.js";
import { print } from "../say-why.js";
import { showProgress } from "./show-progress.js";

interface FirstAccount {
  readonly phone: string;
  readonly password: string;
}
type Filled = Awaited<ReturnType<typeof fillExample.run>> & { readonly account?: FirstAccount | undefined };

/** Nobody has an account yet: the example's secretary gets one, with a password made for this folder and shown once. Undefined where the set-up was done. */
async function makeFirstAccount({ platform, store, environment, ports }: House & { readonly platform: Platform }): Promise<FirstAccount | undefined> {
  const { community } = await getExample();
  const signIn = openSignIn({ platform, store, environment, senders: chooseSenders(environment, ports, () => undefined) });
  const link = await signIn.ensureSetUpLink();
  if (!link) return undefined;
  const [phone, password] = [community.phone, Buffer.from(ports.random.bytes(9)).toString("base64url")];
  await signIn.completeSetUp(new URL(link).searchParams.get("token"), { name: community.secretary, community: community.name, phone, password });
  return { phone, password };
}

/** Through the running server, which was set up by somebody, or on the data itself, which then gets its first account. */
async function fill(tell: TellProgress): Promise<Filled> {
  const there = await runThere(readEnvironment(process.env, process.cwd()).data, { house: fillExample.name, input: {} }, tell);
  if (there) return there.result as Filled;
  return withPlatform(async (house) => {
    const account = await makeFirstAccount(house);
    await getEmptyPlace(openDesk(house.platform));
    return { ...(await fillExample.run(house, {}, tell)), account };
  });
}

function inWords({ added, files, account }: Filled): string {
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
    .action(async ({ json }: { json?: boolean }) => {
      const bars = showProgress(json ?? false);
      const filled = await fill(bars.tell);
      bars.end();
      print(json, filled, inWords(filled));
    });
}
