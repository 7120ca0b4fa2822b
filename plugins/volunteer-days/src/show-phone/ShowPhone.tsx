import { useSignal } from "@preact/signals";
import { Button, ErrorNotice, mayAnywhere } from "@lianxin/web-kit";
import { Eye } from "@lianxin/web-kit/icons";
import { text } from "../api.js";

interface ShowPhoneProps {
  /** Whose number it is, read aloud. */
  readonly name: string;
  readonly masked: string | null;
  readonly read: () => Promise<{ readonly phone: string | null }>;
}

/** A masked number; who may see whole ones opens it by a tap, which leaves a record, and a tap on it dials. */
export function ShowPhone({ name, masked, read }: ShowPhoneProps) {
  const [shown, problem] = [useSignal<string | null | undefined>(undefined), useSignal<unknown>(undefined)];
  const show = async () => {
    problem.value = undefined;
    try {
      shown.value = (await read()).phone;
    } catch (refusal) {
      problem.value = refusal;
    }
  };
  if (problem.value !== undefined) return <ErrorNotice error={problem.value} onRetry={() => void show()} />;
  return (
    <span class="lx-nowrap">
      <span class="lx-num" role="status">
        {shown.value ? <a href={`tel:${shown.value}`}>{shown.value}</a> : <span class="lx-hint">{masked}</span>}
        {shown.value === null && <span class="lx-hint">{text("volunteer-days.phone.none")}</span>}
      </span>{" "}
      {shown.value === undefined && mayAnywhere("directory.showContact") && (
        <Button
          look="plain"
          icon={Eye}
          title={text("volunteer-days.phone.note")}
          aria-label={text("volunteer-days.phone.showOf", { name })}
          onClick={() => void show()}
        >
          {text("volunteer-days.phone.show")}
        </Button>
      )}
    </span>
  );
}
