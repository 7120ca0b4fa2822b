import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { text } from "../api.js";

export interface Clashing {
  readonly name: string;
  readonly other: string;
}
interface ClashDialogProps {
  readonly clashes: readonly Clashing[];
  readonly onClose: () => void;
  readonly onConfirm: () => Promise<unknown>;
}

/** Says who would have to be in two places at once before it is done; each of them is told of both. */
export const ClashDialog = ({ clashes, onClose, onConfirm }: ClashDialogProps) => (
  <ConfirmDialog
    isOpen
    onClose={onClose}
    title={text("volunteer-days.clash.title", { count: clashes.length })}
    verb={text("volunteer-days.clash.verb")}
    onConfirm={onConfirm}
  >
    <p>{text("volunteer-days.clash.note")}</p>
    <ul>
      {clashes.map(({ name, other }, i) => (
        <li key={i}>{text("volunteer-days.clash.who", { name, other })}</li>
      ))}
    </ul>
  </ConfirmDialog>
);
