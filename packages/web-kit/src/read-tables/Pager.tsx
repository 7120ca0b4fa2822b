import { Button, t } from "@lianxin/web-kit";
import "./texts.js";

interface PagerProps {
  readonly count: number;
  readonly pageSize: number;
  /** From 0. */
  readonly at: number;
  readonly onTurn: (page: number) => void;
}

/** Turns pages; nothing when one page holds everything. */
export function Pager({ count, pageSize, at, onTurn }: PagerProps) {
  const last = Math.ceil(count / pageSize) - 1;
  if (last <= 0) return null;
  return (
    <nav class="lx-pager" aria-label={t("web.table.pages")}>
      <p role="status">{t("web.table.range", { from: at * pageSize + 1, to: Math.min(count, (at + 1) * pageSize), count })}</p>
      <Button aria-disabled={at === 0} onClick={() => at > 0 && onTurn(at - 1)}>
        {t("web.table.previous")}
      </Button>
      <Button aria-disabled={at === last} onClick={() => at < last && onTurn(at + 1)}>
        {t("web.table.next")}
      </Button>
    </nav>
  );
}
