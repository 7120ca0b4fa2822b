import { t } from "../choose-language/texts.js";
import { session } from "../keep-session/session.js";
import { Notice } from "./Notice.js";

/** Where links and codes for phones are shown or printed: what to do while the server knows no address that a phone can open. Else nothing. */
export const LocalNotice = () =>
  session.value?.isLocal ? (
    <Notice>
      <p>
        <strong>{t("web.local")}</strong>
      </p>
      <p>{t("web.local.remedy")}</p>
    </Notice>
  ) : null;
