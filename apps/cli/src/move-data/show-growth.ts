import { stat } from "node:fs/promises";
import { showProgress } from "../load-files/show-progress.js";

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);

/** A bar for a copy under way: it is as far as its file has grown. Sizes in kB. */
export async function showGrowth<T>(
  copy: { readonly from: string; readonly to: string; readonly what: string },
  isQuiet: boolean,
  work: () => Promise<T>,
): Promise<T> {
  const bars = showProgress(isQuiet);
  const of = await stat(copy.from).then(
    ({ size }) => kilobytes(size),
    () => 0,
  );
  const look = (): void =>
    void stat(copy.to)
      .then(({ size }) => bars.tell(copy.what, Math.min(kilobytes(size), of), of))
      .catch(() => undefined);
  const timer = setInterval(look, 100);
  try {
    const done = await work();
    bars.tell(copy.what, of, of);
    return done;
  } finally {
    clearInterval(timer);
    bars.end();
  }
}
