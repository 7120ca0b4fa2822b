import { useState } from "preact/hooks";
import { Button } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { TickList } from "../show-board/TickList.js";

interface Pair {
  readonly pairId: string;
  readonly elder: string;
  readonly cadre: string;
  readonly village: string;
}
interface SayProps {
  readonly placeId: string;
  readonly place: string;
  readonly side: "cadre" | "elder";
  /** undo: what was written down today by mistake. */
  readonly verb: "agree" | "undo";
  readonly pairs: readonly Pair[];
  readonly onDone: () => Promise<unknown>;
}

/** For all pairs shown at once, as a signed list says, or takes it back: asked with the place, how many and who, each of whom can be left out. */
export function SayListed({ placeId, place, side, verb, pairs, onDone }: SayProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const label = text(`elder-pairing.agree.${verb}.${side}`, { count: pairs.length });
  const say = async () => {
    const call = { params: { placeId }, body: { side, pairIds: [...chosen!] } };
    const count =
      verb === "agree" ? (await api("POST /places/:placeId/agree", call)).pairIds.length : (await api("POST /places/:placeId/agree/undo", call)).count;
    await onDone();
    toast(text(`elder-pairing.agree.${verb}.done`, { count }));
  };
  return (
    <>
      <Button look={verb === "agree" ? "filled" : "soft"} onClick={() => setChosen(new Set(pairs.map(({ pairId }) => pairId)))}>
        {label}
      </Button>
      <ConfirmDialog
        isOpen={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        title={text(`elder-pairing.agree.${verb}.sure.${side}`, { place, count: chosen?.size ?? 0 })}
        verb={text(`elder-pairing.agree.${verb}.verb`, { count: chosen?.size ?? 0 })}
        onConfirm={say}
      >
        {chosen && (
          <div class="lx-stack">
            <p>{text(`elder-pairing.agree.${verb}.hint`)}</p>
            <TickList
              legend={text("elder-pairing.agree.who")}
              lines={pairs.map(({ pairId, elder, cadre, village }) => ({ id: pairId, label: text("elder-pairing.agree.line", { elder, cadre, village }) }))}
              chosen={chosen}
              onChoose={setChosen}
            />
          </div>
        )}
      </ConfirmDialog>
    </>
  );
}
