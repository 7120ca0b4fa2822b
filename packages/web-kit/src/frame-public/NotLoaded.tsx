import { Button, PageHead, t } from "@lianxin/web-kit";

/** In place of a page that did not come, though the server has not been renewed: most likely the network. */
export const NotLoaded = () => (
  <>
    <PageHead title={t("shell.notLoaded")} note={t("shell.notLoadedNote")} />
    <Button look="filled" onClick={() => location.reload()}>
      {t("shell.reload")}
    </Button>
  </>
);
