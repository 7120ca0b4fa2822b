import { dayText } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text, word } from "../api.js";
import { AskWhy } from "../ask-why/AskWhy.js";
import { undoReasons } from "../words.js";

interface UndoProps {
  readonly visit: { readonly id: string; readonly visitedOn: string; readonly mode: string };
  readonly onDone: () => Promise<unknown>;
}

/** 撤回: a visit one wrote down today by mistake. */
export function UndoVisit({ visit: { id, visitedOn, mode }, onDone }: UndoProps) {
  const of = `${dayText(visitedOn)} ${word("mode", mode)}`;
  return (
    <AskWhy
      verb={text("elder-pairing.undoVisit.verb")}
      of={of}
      title={text("elder-pairing.undoVisit.title", { visit: of })}
      sure={text("elder-pairing.undoVisit.sure")}
      kind="undo"
      reasons={undoReasons}
      send={async (reason, idempotencyKey) => {
        const { kept } = await api("POST /mine/visits/:visitId/undo", { params: { visitId: id }, body: { reason }, idempotencyKey });
        toast(kept === 0 ? text("elder-pairing.undoVisit.done") : text("elder-pairing.undoVisit.kept", { count: kept }));
      }}
      onDone={onDone}
    />
  );
}
