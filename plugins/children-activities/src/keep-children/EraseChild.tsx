import { Button, dateOf, dayText, Notice, timeText } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import type { ComponentChildren } from "preact";
import { text } from "../api.js";

interface Props {
  readonly askedAt: string | null;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly erase: () => Promise<{ readonly isErased: boolean }>;
  readonly undo: () => Promise<unknown>;
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
  /** What else ends with the data. */
  readonly children?: ComponentChildren;
}

/** A child's data erased after a question; where it waits for the child to be home, since when, and that it is not done after all. */
export function EraseChild({ askedAt, isOpen, onOpen, onClose, erase, undo, act, children }: Props) {
  const send = () =>
    act(async () => {
      const { isErased } = await erase();
      toast(text(isErased ? "children-activities.own.erase.done" : "children-activities.own.erase.later"));
    });
  return (
    <>
      {askedAt === null ? (
        <div class="lx-actions">
          <Button look="danger" onClick={onOpen}>
            {text("children-activities.own.erase")}
          </Button>
        </div>
      ) : (
        <Notice kind="warning">
          {text("children-activities.own.erase.waits", { day: dayText(dateOf(askedAt)), time: timeText(askedAt) })}{" "}
          <Button onClick={() => void act(undo)}>{text("children-activities.own.erase.undo")}</Button>
        </Notice>
      )}
      <ConfirmDialog
        isOpen={isOpen}
        onClose={onClose}
        title={text("children-activities.own.erase")}
        verb={text("children-activities.own.erase")}
        isDanger
        onConfirm={send}
      >
        <p>{text("children-activities.own.eraseSure")}</p>
        {children}
      </ConfirmDialog>
    </>
  );
}
