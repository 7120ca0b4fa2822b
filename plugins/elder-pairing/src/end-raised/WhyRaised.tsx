import { dayText, Notice } from "@lianxin/web-kit";
import { text, word } from "../api.js";
import { levels } from "../words.js";

interface WhyProps {
  readonly level: string;
  readonly raised: readonly {
    readonly id: string;
    readonly kind: string;
    readonly onDay: string;
    readonly untilOn: string;
    readonly dueOn: string | null;
    readonly levelBefore: string;
  }[];
  /** Days on which somebody has still to come. */
  readonly due: readonly string[];
}

/** 0 is the highest. */
const rank = (level: string): number => levels.findIndex((one) => one === level);

/** Why a helper has to come sooner: what happened or which weather, until when, that the level went up, and the day by which somebody comes, until somebody did. */
export function WhyRaised({ level, raised, due }: WhyProps) {
  const [first] = raised;
  if (!first) return null;
  return (
    <Notice kind="warning">
      {raised.map(({ id, kind, onDay, untilOn, dueOn }) => (
        <div key={id}>
          {text("elder-pairing.raised.line", { what: word("raised", kind), from: dayText(onDay), until: dayText(untilOn) })}
          {dueOn !== null && due.includes(dueOn) && text("elder-pairing.raised.goBy", { day: dayText(dueOn) })}
        </div>
      ))}
      {rank(level) < rank(first.levelBefore) && (
        <div>{text("elder-pairing.raised.up", { before: word("level", first.levelBefore), level: word("level", level) })}</div>
      )}
    </Notice>
  );
}
