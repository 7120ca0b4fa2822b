import { Notice, session, t } from "@lianxin/web-kit";

/**
 * Where links and codes for phones are shown or printed: what to do while the server knows no address that a phone can open. Else nothing. The words are the
 * directory's, for only people who are signed in read them.
 */
export const LocalNotice = () =>
  session.value?.isLocal ? (
    <Notice>
      <p>
        <strong>{t("directory.local")}</strong>
      </p>
      <p>{t("directory.local.remedy")}</p>
    </Notice>
  ) : null;
