import { Button, Card, whenText } from "@lianxin/web-kit";
import { text, type SlotsAnswer, type SlotWish } from "../api.js";

type Way = SlotsAnswer["relax"][number];

/** A wish that gives up what a way names, where the search can give it up: a party or the chair. */
export function waive(wish: SlotWish, { rules }: Way): SlotWish | undefined {
  const parties = rules.flatMap(({ kind, id }) => (kind === "role" && id ? [id] : []));
  const waivesChair = rules.some(({ kind }) => kind === "person");
  if (rules.some(({ kind }) => kind !== "role" && kind !== "person")) return undefined;
  return { ...wish, waivedPartyIds: [...(wish.waivedPartyIds ?? []), ...parties], ...(waivesChair || wish.waivesChair ? { waivesChair: true } : {}) };
}

interface OtherWaysProps {
  readonly answer: SlotsAnswer;
  readonly wish: SlotWish;
  readonly onTry: (wish: SlotWish) => void;
  readonly onLater: () => void;
}

/** What would help: each way names what is given up and the time it really opens. */
export function OtherWays({ answer, wish, onTry, onLater }: OtherWaysProps) {
  return (
    <Card title={text("meetings.time.otherWays")}>
      <ul class="convene-ways">
        {answer.relax.map((way) => {
          const next = waive(wish, way);
          return (
            <li key={way.startsAt + way.rules.map(({ text: told }) => told).join()}>
              <span>
                {text("meetings.time.giveUp", { rules: way.rules.map(({ text: told }) => told).join("、"), when: whenText(way.startsAt, way.endsAt) })}
              </span>
              {next && (
                <Button look="plain" onClick={() => onTry(next)}>
                  {text("meetings.time.try")}
                </Button>
              )}
            </li>
          );
        })}
        <li>
          <span>{text("meetings.time.laterHint")}</span>
          <Button look="plain" onClick={onLater}>
            {text("meetings.time.later")}
          </Button>
        </li>
      </ul>
    </Card>
  );
}
