import { Status, t } from "@lianxin/web-kit";
import { text } from "../api.js";
import { whyOf } from "./why.js";
import { MovablePerson, type Movable } from "../move-person/MovablePerson.js";
import type { BoardDay } from "./RotaPage.js";

type Cell = BoardDay["cells"][number];
const nameOf = (name: string, kind: string): string => (kind === "member" ? name : `${name}（${t(`volunteer-days.kind.${kind}`)}）`);

interface RotaCellProps {
  readonly cell: Cell;
  /** For whoever may plan: the way to other teams of the day. */
  readonly movable: Movable | undefined;
}

/** A team: how many of how many, and on demand who has a place, who would get one, and why. */
export const RotaCell = ({ cell: { siteId, taken, most, least, people, proposed, isStranger }, movable }: RotaCellProps) => (
  <details class="rota-cell">
    <summary>
      <span class="lx-num">
        {taken}/{most}
      </span>
      {proposed.length > 0 && <span class="lx-num rota-proposed">+{proposed.length}</span>}
      {taken + proposed.length < least && <Status kind="gap" word={text("volunteer-days.rota.short")} />}
    </summary>
    <ul>
      {people.map(({ signUpId, name, kind, because }) => {
        const who = (
          <>
            {nameOf(name, kind)}
            {because && <small>{whyOf(because)}</small>}
          </>
        );
        return movable ? (
          <MovablePerson key={signUpId} {...movable} siteId={siteId} person={{ signUpId, name }}>
            {who}
          </MovablePerson>
        ) : (
          <li key={signUpId}>{who}</li>
        );
      })}
      {proposed.map((one, i) => (
        <li key={i} class="rota-proposed">
          {nameOf(one.name, one.kind)}
          <small>{whyOf(one)}</small>
        </li>
      ))}
    </ul>
    {isStranger && <small>{text("volunteer-days.rota.stranger")}</small>}
  </details>
);
