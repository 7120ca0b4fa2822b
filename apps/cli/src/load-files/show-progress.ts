import { MultiBar, Presets, type SingleBar } from "cli-progress";

/** Bars for long work, one for each thing under way; on stderr, and only where somebody looks. */
export interface ProgressBars {
  tell(what: string, done: number, of: number): void;
  end(): void;
}

export function showProgress(isQuiet: boolean): ProgressBars {
  if (isQuiet || !process.stderr.isTTY) return { tell: () => undefined, end: () => undefined };
  const bars = new MultiBar(
    { stream: process.stderr, format: "{bar} {value}/{total} {what}", hideCursor: true, clearOnComplete: false },
    Presets.shades_classic,
  );
  const known = new Map<string, SingleBar>();
  return {
    tell(what, done, of) {
      const bar = known.get(what) ?? bars.create(of, 0, { what });
      known.set(what, bar);
      bar.setTotal(of);
      bar.update(done);
    },
    end: () => bars.stop(),
  };
}
