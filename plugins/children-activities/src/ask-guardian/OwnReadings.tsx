import { dayText, timeText } from "@lianxin/web-kit";
import { text, told } from "../api.js";
import { Fold } from "../fold-part/Fold.js";
import type { Props } from "./OwnChild.js";

/** Who read what is kept of the child, day by day: by name whoever works with it, and for what. */
export const OwnReadings = ({ child }: Pick<Props, "child">) => {
  const count = child.readings.reduce((all, { times }) => all + times, 0);
  return (
    <Fold title={text("children-activities.own.readings", { count })}>
      {count === 0 && <p>{text("children-activities.own.unread")}</p>}
      <ul class="own-list own-readings">
        {child.readings.map(({ on, lastAt, reader, name, purpose, times }) => (
          <li key={`${lastAt} ${reader} ${purpose}`}>
            <span>
              {name !== null && <strong>{name} </strong>}
              {told("reader", reader)}
            </span>
            <span>
              {told("purpose", purpose)} {times > 1 && text("children-activities.reading.times", { count: times })}
            </span>
            <span class="lx-hint lx-num">
              {dayText(on)} {timeText(lastAt)}
            </span>
          </li>
        ))}
      </ul>
      <p class="lx-hint">{text("children-activities.own.readingAsk")}</p>
    </Fold>
  );
};
