import { ButtonLink, PageHead, t } from "@lianxin/web-kit";

/** In place of a page that this person may nowhere open: who may, and the way back. */
export const NoRight = () => (
  <>
    <PageHead title={t("shell.noRight")} note={t("shell.noRightNote")} />
    <ButtonLink look="filled" href="/">
      {t("shell.backToToday")}
    </ButtonLink>
  </>
);
