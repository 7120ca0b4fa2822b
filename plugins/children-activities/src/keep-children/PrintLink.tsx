import { useSignal } from "@preact/signals";
import { Button, saveFile } from "@lianxin/web-kit";
import { ConfirmDialog, LocalNotice } from "@lianxin/web-kit/feedback";
import { text } from "../api.js";
import type { Child } from "./ChildrenPart.js";

interface Props {
  readonly guardian: Pick<Child["guardians"][number], "guardianId" | "name">;
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
}

/** A guardian's private link on paper: asked first, since the one before ends with it, and said while no phone could open it. */
export function PrintLink({ guardian: { guardianId, name }, act }: Props) {
  const asks = useSignal(false);
  const address = `/api/children-activities/guardians/${guardianId}/link-sheet`;
  return (
    <>
      <Button look="plain" aria-label={`${text("children-activities.link.print")} ${name}`} onClick={() => (asks.value = true)}>
        {text("children-activities.link.print")}
      </Button>
      <ConfirmDialog
        isOpen={asks.value}
        onClose={() => (asks.value = false)}
        title={`${text("children-activities.link.print")}：${name}`}
        verb={text("children-activities.link.now")}
        onConfirm={() => act(() => saveFile(text("children-activities.link.file"), "POST", address, { body: {} }))}
      >
        <p>{text("children-activities.link.sure", { name })}</p>
        <LocalNotice />
      </ConfirmDialog>
    </>
  );
}
