import { ButtonLink } from "@lianxin/web-kit";
import { t } from "../browser.js";

/** The two ways out of an empty directory. */
export const ImportLinks = () => (
  <div class="lx-actions">
    <ButtonLink href="/directory/import">{t("directory.page.fromTable")}</ButtonLink>
    <ButtonLink href="/directory/new">{t("directory.page.addFirst")}</ButtonLink>
  </div>
);
