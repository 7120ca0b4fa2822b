import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { text } from "../api.js";
import type { Clashing } from "../change-day/ClashDialog.js";

export interface Concerned {
  readonly clashes: readonly Clashing[];
  readonly calledOff: number;
  readonly restored: number;
  readonly people: number;
}
/** Whether a change of a series reaches anybody. */
export const isFelt = ({ clashes, calledOff, restored, people }: Concerned): boolean => clashes.length + calledOff + restored + people > 0;

interface ConcernedDialogProps {
  readonly concerned: Concerned;
  readonly onClose: () => void;
  readonly onConfirm: () => Promise<unknown>;
}

/** Says before it is done which dates a change of a series calls off, how many hear of it, and who would have to be in two places at once. */
export const ConcernedDialog = ({ concerned: { clashes, calledOff, restored, people }, onClose, onConfirm }: ConcernedDialogProps) => (
  <ConfirmDialog isOpen onClose={onClose} title={text("volunteer-days.series.askTitle")} verb={text("volunteer-days.series.goOn")} onConfirm={onConfirm}>
    {calledOff > 0 && <p>{text("volunteer-days.series.calledOff", { count: calledOff })}</p>}
    {restored > 0 && <p>{text("volunteer-days.series.restored", { count: restored })}</p>}
    {people > 0 && <p>{text("volunteer-days.series.people", { count: people })}</p>}
    {clashes.length > 0 && (
      <>
        <p>
          <strong>{text("volunteer-days.clash.title", { count: clashes.length })}</strong>
        </p>
        <p>{text("volunteer-days.clash.note")}</p>
        <ul>
          {clashes.map(({ name, other }, i) => (
            <li key={i}>{text("volunteer-days.clash.who", { name, other })}</li>
          ))}
        </ul>
      </>
    )}
  </ConfirmDialog>
);
