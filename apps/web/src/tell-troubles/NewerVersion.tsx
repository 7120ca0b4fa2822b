import { Button, PageHead, t } from "@lianxin/web-kit";

/** In place of a page that can no longer be loaded: the server was renewed since this tab was opened. */
export const NewerVersion = () => (
  <>
    <PageHead title={t("shell.newer")} note={t("shell.newerNote")} />
    <Button look="filled" onClick={() => location.reload()}>
      {t("shell.reload")}
    </Button>
  </>
);
