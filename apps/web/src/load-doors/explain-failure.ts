import type { ComponentType } from "preact";
import { NotLoaded } from "@lianxin/web-kit/public";
import { NewerVersion } from "../tell-troubles/NewerVersion.js";

/** Whether the server's list of doors is another than the one this tab came with: their addresses hold the release. */
async function isNewer(): Promise<boolean> {
  const mine = document.getElementById("lianxin-doors")?.textContent;
  const now = await fetch("/_m/plugins.json", { cache: "no-cache" });
  return now.ok && !!mine && JSON.stringify(await now.json()) !== JSON.stringify(JSON.parse(mine));
}

/** What to show in place of a page that did not come: that the system was renewed, or that the network failed. */
export const explainFailure = async (): Promise<{ default: ComponentType }> => ({ default: (await isNewer().catch(() => false)) ? NewerVersion : NotLoaded });
