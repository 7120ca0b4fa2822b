import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { AskWhy } from "../ask-why/AskWhy.js";
import { unsettleReasons } from "../words.js";

interface UnsettleProps {
  readonly needId: string;
  /** Its day and kind. */
  readonly of: string;
  readonly onDone: () => Promise<unknown>;
}

/** 其实没办好: a need that was said to be settled. */
export const UnsettleNeed = ({ needId, of, onDone }: UnsettleProps) => (
  <AskWhy
    verb={text("elder-pairing.unsettle.verb")}
    of={of}
    title={text("elder-pairing.unsettle.title", { need: of })}
    sure={text("elder-pairing.unsettle.sure")}
    kind="unsettle"
    reasons={unsettleReasons}
    send={async (reason, idempotencyKey) => {
      await api("POST /needs/:needId/unsettle", { params: { needId }, body: { reason }, idempotencyKey });
      toast(text("elder-pairing.unsettle.done"));
    }}
    onDone={onDone}
  />
);
