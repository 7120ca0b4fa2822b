import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { AskWhy } from "../ask-why/AskWhy.js";
import { reopenReasons } from "../words.js";

interface ReopenProps {
  readonly searchId: string;
  readonly isDesk: boolean;
  readonly onDone: () => Promise<unknown>;
}

/** 接着找: the search that was ended today, by mistake. */
export const ReopenSearch = ({ searchId, isDesk, onDone }: ReopenProps) => (
  <div class="lx-actions">
    {text("elder-pairing.reopen.offer")}
    <AskWhy
      verb={text("elder-pairing.reopen.verb")}
      of={text("elder-pairing.reopen.of")}
      title={text("elder-pairing.reopen.title")}
      sure={text("elder-pairing.reopen.sure")}
      kind="reopen"
      reasons={reopenReasons}
      send={async (reason, idempotencyKey) => {
        const asked = { params: { searchId }, body: { reason }, idempotencyKey };
        await (isDesk ? api("POST /searches/:searchId/reopen", asked) : api("POST /mine/searches/:searchId/reopen", asked));
        toast(text("elder-pairing.reopen.done"));
      }}
      onDone={onDone}
    />
  </div>
);
