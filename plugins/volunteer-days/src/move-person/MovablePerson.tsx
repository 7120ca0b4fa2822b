import type { ComponentChildren } from "preact";
import { text } from "../api.js";
import type { WishedMove } from "./MoveDialog.js";

export interface Movable {
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly dayId: string;
  readonly onMove: (move: WishedMove) => void;
}
interface MovablePersonProps extends Movable {
  readonly siteId: string;
  readonly person: { readonly signUpId: string; readonly name: string };
  readonly children: ComponentChildren;
}

/** What is carried from one team to another: only within the day. */
const kindOf = (dayId: string): string => `application/x-lianxin-move-${dayId}`.toLowerCase();

/** Somebody on the board who can be dragged to another team, or sent there from a list with the keyboard. */
export const MovablePerson = ({ sites, dayId, onMove, siteId, person, children }: MovablePersonProps) => (
  <li
    class="rota-person"
    draggable
    onDragStart={(event) => event.dataTransfer?.setData(kindOf(dayId), JSON.stringify({ signUpId: person.signUpId, name: person.name, siteId }))}
  >
    <span>{children}</span>
    <select
      aria-label={text("volunteer-days.move.to", { name: person.name })}
      value=""
      onChange={(event) => {
        const site = sites.find(({ id }) => id === event.currentTarget.value);
        event.currentTarget.value = "";
        if (site) onMove({ ...person, dayId, site });
      }}
    >
      <option value="">{text("volunteer-days.move.choose")}</option>
      {sites
        .filter(({ id }) => id !== siteId)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </select>
  </li>
);

/** What a team's cell needs to take somebody of the same day who is dropped on it. */
export const dropTarget = ({ dayId, onMove }: Movable, site: WishedMove["site"]) => ({
  onDragOver: (event: DragEvent) => {
    if (event.dataTransfer?.types.includes(kindOf(dayId))) event.preventDefault();
  },
  onDrop: (event: DragEvent) => {
    const carried = event.dataTransfer?.getData(kindOf(dayId));
    if (!carried) return;
    event.preventDefault();
    const { signUpId, name, siteId } = JSON.parse(carried) as { signUpId: string; name: string; siteId: string };
    if (siteId !== site.id) onMove({ signUpId, name, dayId, site });
  },
});
