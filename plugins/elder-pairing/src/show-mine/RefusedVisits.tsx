import { Button, Card, whenText } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { RefusedVisit } from "../keep-offline/use-visits.js";

interface Props {
  readonly refusals: readonly RefusedVisit[];
  /** Elders by id as the page has them; one whose pair ended is there no more. */
  readonly nameOf: (elderId: string) => string | undefined;
  readonly onForget: (id: string) => void;
}

/** Visits written down without a network that the server would not take: with why, and what was written, until they are thrown away. */
export const RefusedVisits = ({ refusals, nameOf, onForget }: Props) =>
  refusals.length === 0 ? null : (
    <Card title={text("elder-pairing.mine.refused", { count: refusals.length })}>
      <p>{text("elder-pairing.mine.refusedHint")}</p>
      <ul>
        {refusals.map(({ id, elderId, body, why }) => (
          <li key={id}>
            {[nameOf(elderId), body.at && whenText(body.at, body.at).split("–")[0], body.words].filter(Boolean).join(" · ")}
            <p class="lx-hint">{why}</p>
            <Button look="plain" onClick={() => onForget(id)}>
              {text("elder-pairing.mine.forget")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
