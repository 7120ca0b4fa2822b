import { useId } from "preact/hooks";
import { Icon, t, whenText } from "@lianxin/web-kit";
import { Check, TriangleAlert } from "@lianxin/web-kit/icons";
import { text, type Slot } from "../api.js";

/** One tick for each who votes, filled when they can come, with a line at the quorum. Read aloud by the sentence beside it. */
export function Ticks({ present, members, need }: Pick<Slot, "present" | "members" | "need">) {
  return (
    <span class="convene-ticks" aria-hidden="true">
      {Array.from({ length: members }, (_, i) => (
        <i key={i} data-filled={i < present} data-line={need > 0 && i === need - 1} />
      ))}
    </span>
  );
}

const levels = ["medium", "soft"] as const;

/** Why it stands where it stands: what counts against it, worst level first. */
function Costs({ rank, costs }: { readonly rank: number; readonly costs: Slot["costs"] }) {
  const counted = levels.flatMap((level) => costs.filter((cost) => cost.level === level && cost.cost > 0));
  return (
    <details>
      <summary>{text("meetings.time.whyRank", { rank })}</summary>
      <table class="convene-costs">
        <thead>
          <tr>
            <th>{text("meetings.time.cost")}</th>
            <th>{text("meetings.time.level")}</th>
            <th class="lx-num">{text("meetings.time.points")}</th>
          </tr>
        </thead>
        <tbody>
          {counted.map(({ level, text: what, cost }) => (
            <tr key={what}>
              <td>{what}</td>
              <td>{t(`meetings.time.level.${level}`)}</td>
              <td class="lx-num">{cost}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="lx-hint">{text("meetings.time.costHint")}</p>
    </details>
  );
}

interface SlotCardProps {
  readonly slot: Slot;
  readonly rank: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A time with everything that speaks for and against it; the whole heading chooses it. */
export function SlotCard({ slot, rank, isChosen, onChoose }: SlotCardProps) {
  const id = useId();
  return (
    <li class="convene-slot" data-chosen={isChosen}>
      <label for={id}>
        <input id={id} type="radio" name="slot" checked={isChosen} onChange={onChoose} />
        <span class="convene-when">
          <strong>{whenText(slot.startsAt, slot.endsAt)}</strong>
          {rank === 1 && <span class="convene-best">{text("meetings.time.best")}</span>}
          <span class="lx-hint">{slot.venueName && text("meetings.time.venue", { venue: slot.venueName, seats: slot.venueSeats ?? 0 })}</span>
        </span>
      </label>
      <ul>
        {slot.reasons.map((reason, i) => (
          <li key={reason.text} data-holds={reason.holds}>
            <Icon node={reason.holds ? Check : TriangleAlert} size={18} />
            <span>
              {reason.text}
              {i === 0 && <Ticks {...slot} />}
            </span>
          </li>
        ))}
      </ul>
      <Costs rank={rank} costs={slot.costs} />
    </li>
  );
}
