import { t } from "@lianxin/web-kit";
import { Lotus } from "./Lotus.js";

/** The mark and the name, and where one is; leads home. */
export const Brand = ({ place }: { readonly place?: string | undefined }) => (
  <a class="frame-brand" href="/">
    <Lotus />
    <span>
      <b>{t("web.appName")}</b>
      {place && <small>{place}</small>}
    </span>
  </a>
);
