import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { text, told } from "../api.js";
import { EndsWith } from "./EndsWith.js";
import type { Own } from "./GuardianPage.js";

/** A no of a guardian: to what, and for which activity alone. */
export interface No {
  readonly purpose: "participation" | "photo" | "health" | "data";
  readonly programmeId?: string;
}
interface Props {
  readonly no: No | undefined;
  readonly child: Pick<Own["children"][number], "name" | "sessions">;
  readonly onClose: () => void;
  readonly onConfirm: (no: No) => Promise<unknown>;
}

/** Asked before a guardian's no, which holds at once: what it ends, day by day. */
export function AskNo({ no, child, onClose, onConfirm }: Props) {
  const off = no?.purpose === "participation" ? child.sessions.filter(({ programmeId }) => (no.programmeId ?? programmeId) === programmeId) : [];
  return (
    <ConfirmDialog
      isOpen={no !== undefined}
      onClose={onClose}
      title={no ? text("children-activities.own.no", { what: told("consent", no.purpose), name: child.name }) : ""}
      verb={text("children-activities.own.withdraw")}
      isDanger
      onConfirm={() => onConfirm(no!)}
    >
      {no && no.purpose !== "participation" && <p>{told("own.no", no.purpose)}</p>}
      {no?.purpose === "participation" && (
        <>
          {off.length === 0 && <p>{text("children-activities.own.no.noDate")}</p>}
          <EndsWith sessions={off} here={text("children-activities.own.no.here")} />
          {off.some(({ isHere }) => !isHere) && <p>{text("children-activities.own.no.back")}</p>}
        </>
      )}
    </ConfirmDialog>
  );
}
