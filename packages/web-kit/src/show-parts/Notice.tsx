import type { ComponentChildren } from "preact";
import { CircleCheck, Info, TriangleAlert } from "lucide";
import { t } from "../choose-language/texts.js";
import { ApiError } from "../call-server/api-error.js";
import { Button } from "./Button.js";
import { Icon } from "./Icon.js";

const icons = { info: Info, warning: TriangleAlert, done: CircleCheck };

/** Something to know before going on; `warning` is read at once. */
export const Notice = ({ kind = "info", children }: { readonly kind?: "info" | "warning" | "done"; readonly children: ComponentChildren }) => (
  <div class="lx-notice" data-kind={kind} {...(kind === "warning" ? { role: "alert" as const } : {})}>
    <Icon node={icons[kind]} />
    <div>{children}</div>
  </div>
);

/** What went wrong and what to do, from any thrown thing, with “try again” where that makes sense. */
export function ErrorNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const told = error instanceof ApiError ? error : undefined;
  return (
    <Notice kind="warning">
      <p>
        <strong>{told?.message ?? t("web.unexpected")}</strong>
      </p>
      <p>{told ? told.remedy : t("web.unexpected.remedy")}</p>
      {told?.requestId && <p class="lx-hint">{t("web.requestId", { id: told.requestId })}</p>}
      {onRetry && <Button onClick={onRetry}>{t("web.retry")}</Button>}
    </Notice>
  );
}
