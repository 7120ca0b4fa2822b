import { Notice, session, t } from "@lianxin/web-kit";

/** Where links and codes for phones are shown or printed: what to do while the server knows no address that a phone can open. Else nothing. */
export const LocalNotice = () =>
  session.value?.isLocal ? (
    <Notice>
      <p>
        <strong>{t("shell.local")}</strong>
      </p>
      <p>{t("shell.local.remedy")}</p>
    </Notice>
  ) : null;
