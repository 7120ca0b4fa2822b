import { whenText } from "@lianxin/web-kit";
import { text, told } from "../api.js";
import type { Props } from "./OwnChild.js";

/** What happened to the child, as those who were there wrote it down; open from the beginning, since nobody looks for it. */
export const OwnIncidents = ({ child }: Pick<Props, "child">) =>
  child.incidents.length === 0 ? null : (
    <section class="lx-stack own-part">
      <h3>{text("children-activities.own.incidents")}</h3>
      <ul class="own-list">
        {child.incidents.map(({ id, kind, at, words, isCorrected }) => (
          <li key={id}>
            <p>
              <strong>{told("incident", kind)}</strong> <span class="lx-hint lx-num">{whenText(at)}</span>{" "}
              {isCorrected && <span class="lx-hint">{text("children-activities.incident.corrected")}</span>}
            </p>
            <p>{words ?? text("children-activities.own.noWords")}</p>
          </li>
        ))}
      </ul>
      <p class="lx-hint">{text("children-activities.own.incidentAsk")}</p>
    </section>
  );
