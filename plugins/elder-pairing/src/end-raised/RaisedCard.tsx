import { Card, dayText } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text, word } from "../api.js";
import { AskWhy } from "../ask-why/AskWhy.js";
import { endReasons } from "../words.js";

interface RaisedProps {
  readonly raised: readonly { readonly id: string; readonly kind: string; readonly onDay: string; readonly untilOn: string }[];
  readonly onDone: () => Promise<unknown>;
}

/** 为什么升了级: what holds up the level of an elder and until when, each with the way back; nothing where nothing does. */
export const RaisedCard = ({ raised, onDone }: RaisedProps) =>
  raised.length === 0 ? null : (
    <Card title={text("elder-pairing.raised.heading")}>
      <ul class="lx-stack">
        {raised.map(({ id, kind, onDay, untilOn }) => (
          <li key={id} class="lx-actions">
            {text("elder-pairing.raised.line", { what: word("raised", kind), from: dayText(onDay), until: dayText(untilOn) })}
            <AskWhy
              verb={text("elder-pairing.raised.verb")}
              of={word("raised", kind)}
              title={text("elder-pairing.raised.title", { what: word("raised", kind) })}
              sure={text("elder-pairing.raised.sure")}
              kind="end"
              reasons={endReasons}
              send={async (reason, idempotencyKey) => {
                await api("POST /triggers/:triggerId/end", { params: { triggerId: id }, body: { reason }, idempotencyKey });
                toast(text("elder-pairing.raised.done"));
              }}
              onDone={onDone}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
