import { dayText, timeText } from "@lianxin/web-kit";
import { text, told } from "../api.js";
import { Fold } from "../fold-part/Fold.js";
import type { Props } from "./OwnChild.js";

/** When the child came and went, with whom, and who was refused. */
export const OwnVisits = ({ child }: Pick<Props, "child">) =>
  child.visits.length === 0 ? null : (
    <Fold title={text("children-activities.own.visits", { count: child.visits.length })}>
      <ul>
        {child.visits.map(({ id, heldOn, title, state, arrivedAt, departedAt, by, refused }) => (
          <li key={id} class="lx-num">
            {dayText(heldOn)} {title} {told("child.state", state)} {arrivedAt && timeText(arrivedAt)}
            {departedAt && `–${timeText(departedAt)}`}{" "}
            {by && text(by.isOneOff ? "children-activities.own.byOnce" : "children-activities.own.by", { relation: by.relation, name: by.name })}
            {refused.map((at) => (
              <p key={at}>{text("children-activities.own.refused", { time: timeText(at) })}</p>
            ))}
          </li>
        ))}
      </ul>
    </Fold>
  );
