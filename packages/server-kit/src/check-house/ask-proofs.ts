import { Assembly, anonymous } from "../answer-requests/assemble.js";
import { readingGround } from "../answer-requests/answer-route.js";
import type { Platform } from "../answer-requests/platform.js";
import type { AskedProof } from "../keep-audit/verify-proofs.js";

/** What the plugins of a house let `verify` compare with the audit, each asked with its plugin's own context on the reading connections. */
export const proofsOf = (platform: Platform): AskedProof[] =>
  platform.parts.flatMap(({ plugin, proofs }) =>
    proofs.map(({ action, describe, contents, count }): AskedProof => {
      const context = (): unknown => new Assembly(platform, readingGround(platform, `verify ${action}`), anonymous("zh-CN")).contextOf(plugin.id);
      return { action: `${plugin.id}.${action}`, describe, contents: (ids) => contents(context(), ids), count: () => count(context()) };
    }),
  );
