import { t } from "@lianxin/web-kit";

/** The first thing the keyboard reaches: past the menu to the page. */
export const SkipLink = () => (
  <a class="frame-skip" href="#main">
    {t("shell.skip")}
  </a>
);
