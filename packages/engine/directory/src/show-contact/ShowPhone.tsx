import { useSignal } from "@preact/signals";
import { Button, ErrorNotice } from "@lianxin/web-kit";
import { Eye } from "@lianxin/web-kit/icons";
import { api, t } from "../browser.js";

interface ShowPhoneProps {
  readonly personId: string;
  /** Whose phone it is, read aloud. */
  readonly name: string;
  readonly masked: string;
}

/** A masked phone with “show”; what is shown leaves a record, and the button says so. */
export function ShowPhone({ personId, name, masked }: ShowPhoneProps) {
  const shown = useSignal<string | undefined>(undefined);
  const error = useSignal<unknown>(undefined);
  const show = async () => {
    error.value = undefined;
    try {
      const { channels } = await api("GET /people/:personId/channels", { params: { personId }, asksToSee: true });
      shown.value = channels.find((channel) => channel.kind !== "mail")?.address ?? masked;
    } catch (refusal) {
      error.value = refusal;
    }
  };
  if (error.value !== undefined) return <ErrorNotice error={error.value} onRetry={() => void show()} />;
  return (
    <span class="lx-nowrap">
      <span class="lx-num" role="status">
        {shown.value ?? masked}
      </span>{" "}
      {shown.value === undefined && (
        <Button look="plain" icon={Eye} title={t("directory.page.showNote")} aria-label={t("directory.page.showOf", { name })} onClick={() => void show()}>
          {t("directory.page.show")}
        </Button>
      )}
      {shown.value === masked && <small class="lx-hint">{t("directory.page.notShown")}</small>}
    </span>
  );
}
