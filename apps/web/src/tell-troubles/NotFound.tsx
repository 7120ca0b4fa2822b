import { ButtonLink, PageHead, t } from "@lianxin/web-kit";

/** At an address where nothing is. */
export const NotFound = () => (
  <>
    <PageHead title={t("shell.notFound")} note={t("shell.notFoundNote")} />
    <ButtonLink look="filled" href="/">
      {t("shell.backToToday")}
    </ButtonLink>
  </>
);
