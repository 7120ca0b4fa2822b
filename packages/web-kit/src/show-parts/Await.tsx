import type { ComponentChildren } from "preact";
import { ErrorNotice } from "./Notice.js";
import { Skeleton } from "./Skeleton.js";
import type { Loaded } from "./use-loaded.js";

interface AwaitProps<T> {
  readonly of: Loaded<T>;
  readonly lines?: number;
  readonly children: (value: T) => ComponentChildren;
}

/** Draws what was loaded; before that a skeleton, and after a refusal what went wrong. A failed reload keeps the old value below. */
export const Await = <T,>({ of, lines = 3, children }: AwaitProps<T>) => (
  <>
    {of.error !== undefined && <ErrorNotice error={of.error} onRetry={() => void of.reload()} />}
    {of.value !== undefined ? children(of.value) : of.isLoading && <Skeleton lines={lines} />}
  </>
);
