import { useState } from "preact/hooks";
import { Button, Card, Notice } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import type { Reload } from "./read-elder.js";
import { sayBecause } from "./say-because.js";

/** 换一位: other cadres with why, what it costs, and who else would move. */
export function Alternatives({ elderId, onDone }: { readonly elderId: string; readonly onDone: Reload }) {
  const [found, setFound] = useState<Awaited<ReturnType<typeof ask>>["alternatives"]>();
  const ask = () => api("GET /elders/:elderId/alternatives", { params: { elderId } });
  const choose = async (cadreId: string) => {
    await api("POST /elders/:elderId/pairs", { params: { elderId }, body: { cadreId } });
    setFound(undefined);
    await onDone();
    toast(text("elder-pairing.elder.changed"));
  };
  return (
    <Card title={text("elder-pairing.elder.other")}>
      <div class="lx-stack">
        <div class="lx-actions">
          <Button look="soft" onClick={() => void ask().then(({ alternatives }) => setFound(alternatives))}>
            {text("elder-pairing.elder.ask")}
          </Button>
        </div>
        {found && <p class="lx-hint">{text("elder-pairing.elder.costHint")}</p>}
        {found?.length === 0 && <Notice>{text("elder-pairing.elder.noneElse")}</Notice>}
        <ul>
          {found?.map((one) => (
            <li key={one.cadreId}>
              {text("elder-pairing.elder.alternative", { name: one.name, unit: one.unit, why: sayBecause(one.because), cost: one.costMore })}
              {one.others.length > 0 &&
                text("elder-pairing.elder.others", {
                  count: one.others.length,
                  who: one.others.map(({ elder, cadre }) => `${elder}→${cadre}`).join("、"),
                })}{" "}
              <Button look="plain" aria-label={`${text("elder-pairing.elder.choose")} ${one.name}`} onClick={() => void choose(one.cadreId)}>
                {text("elder-pairing.elder.choose")}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
