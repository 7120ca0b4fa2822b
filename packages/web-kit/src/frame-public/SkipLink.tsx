import { t } from "@lianxin/web-kit";
import "./texts.js";

/** The first thing the keyboard reaches: past the menu to the page. */
export const SkipLink = () => (
  <a class="frame-skip" href="#main">
    {t("web.frame.skip")}
  </a>
);
