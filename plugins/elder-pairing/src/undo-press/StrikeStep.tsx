import { toast } from "@lianxin/web-kit/feedback";
import { api, text, word } from "../api.js";
import { AskOnce } from "./AskOnce.js";

interface StrikeProps {
  readonly ladderId: string;
  readonly step: { readonly id: string; readonly step: string; readonly result: string };
  readonly isDesk: boolean;
  readonly onDone: () => Promise<unknown>;
}

/** 划掉: a step of a search that was pressed by mistake. */
export function StrikeStep({ ladderId, step: { id, step, result }, isDesk, onDone }: StrikeProps) {
  const of = word("step", step);
  const strike = async () => {
    const asked = { params: { ladderId, stepId: id } };
    await (isDesk ? api("POST /ladders/:ladderId/steps/:stepId/strike", asked) : api("POST /mine/ladders/:ladderId/steps/:stepId/strike", asked));
    await onDone();
    toast(text("elder-pairing.strike.done"));
  };
  return (
    <AskOnce
      verb={text("elder-pairing.strike.verb")}
      of={of}
      title={text("elder-pairing.strike.title", { step: `${of} ${word("result", result)}` })}
      sure={text("elder-pairing.strike.sure")}
      onConfirm={strike}
    />
  );
}
