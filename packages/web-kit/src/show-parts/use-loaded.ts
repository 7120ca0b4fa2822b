import { useSignal } from "@preact/signals";
import { useCallback, useEffect } from "preact/hooks";

export interface Loaded<T> {
  readonly value: T | undefined;
  readonly error: unknown;
  readonly isLoading: boolean;
  /** Asks again and keeps the old value on the page until the new one is here. */
  readonly reload: () => Promise<void>;
}

/**
 * Loads what a page shows, again whenever one of `on` changes; an answer that comes after a newer question is dropped.
 *
 * @example const meeting = useLoaded(() => api("GET /meetings/:id", { params: { id } }), [id]);
 */
export function useLoaded<T>(load: () => Promise<T>, on: readonly unknown[]): Loaded<T> {
  const state = useSignal<Omit<Loaded<T>, "reload">>({ value: undefined, error: undefined, isLoading: true });
  const asked = useSignal(0);
  const reload = useCallback(async () => {
    const mine = ++asked.value;
    state.value = { ...state.peek(), isLoading: true };
    const outcome = await load().then(
      (value) => ({ value, error: undefined }),
      (error: unknown) => ({ value: state.peek().value, error }),
    );
    if (mine === asked.peek()) state.value = { ...outcome, isLoading: false };
  }, on);
  useEffect(() => void reload(), [reload]);
  return { ...state.value, reload };
}
