import { Button, PageHead, t } from "@lianxin/web-kit";
import "./texts.js";

/** In place of a page that did not come, though the server has not been renewed: most likely the network. */
export const NotLoaded = () => (
  <>
    <PageHead title={t("web.frame.notLoaded")} note={t("web.frame.notLoadedNote")} />
    <Button look="filled" onClick={() => location.reload()}>
      {t("web.frame.reload")}
    </Button>
  </>
);
