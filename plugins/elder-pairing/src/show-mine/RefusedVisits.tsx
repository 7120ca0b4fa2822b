import { useState } from "preact/hooks";
import { Button, Card, ErrorNotice, whenText } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { RefusedVisit } from "../keep-offline/use-visits.js";

interface Props {
  readonly refusals: readonly RefusedVisit[];
  /** Elders by id as the page has them; one whose pair ended is there no more. */
  readonly nameOf: (elderId: string) => string | undefined;
  readonly onForget: (id: string) => void;
  /** Rejects where there is no network. */
  readonly onAgain: (refused: RefusedVisit) => Promise<unknown>;
}

/** Visits written down without a network that the server would not take: with why, and what was written, until they are taken after all or thrown away. */
export function RefusedVisits({ refusals, nameOf, onForget, onAgain }: Props) {
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  if (refusals.length === 0) return null;
  const send = async (refused: RefusedVisit) => {
    if (isBusy) return;
    setBusy(true);
    setError(undefined);
    await onAgain(refused).catch(setError);
    setBusy(false);
  };
  return (
    <Card title={text("elder-pairing.mine.refused", { count: refusals.length })}>
      <p>{text("elder-pairing.mine.refusedHint")}</p>
      {error !== undefined && <ErrorNotice error={error} />}
      <ul>
        {refusals.map((refused) => {
          const { id, elderId, body, why } = refused;
          return (
            <li key={id}>
              {[nameOf(elderId), body.at && whenText(body.at, body.at).split("–")[0], body.words].filter(Boolean).join(" · ")}
              <p class="lx-hint">{why}</p>
              <span class="lx-actions">
                <Button look="soft" aria-disabled={isBusy} onClick={() => void send(refused)}>
                  {text("elder-pairing.mine.again")}
                </Button>
                <Button look="plain" onClick={() => onForget(id)}>
                  {text("elder-pairing.mine.forget")}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
