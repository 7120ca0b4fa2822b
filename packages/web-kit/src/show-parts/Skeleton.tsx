import { useEffect, useState } from "preact/hooks";
import { t } from "../choose-language/texts.js";

/** Grey lines where content will stand; shows nothing in the first 300 ms, so that quick answers do not flicker. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="lx-skeleton" role="status" data-late={isLate}>
      {isLate && <span class="lx-sr">{t("web.loading")}</span>}
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} aria-hidden="true" />
      ))}
    </div>
  );
}
