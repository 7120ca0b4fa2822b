import { ErrorNotice, PageHead, t } from "@lianxin/web-kit";

/** When the server could not say who is signed in. */
export const StartFailed = ({ error }: { readonly error: unknown }) => (
  <>
    <PageHead title={t("shell.startFailed")} />
    <ErrorNotice error={error} onRetry={() => location.reload()} />
  </>
);
