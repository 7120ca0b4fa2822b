import { useSignal } from "@preact/signals";
import { useCallback, useEffect } from "preact/hooks";
import { underWay } from "./loads-under-way.js";

export interface Loaded<T> {
  readonly value: T | undefined;
  readonly error: unknown;
  readonly isLoading: boolean;
  /** Asks again and keeps the old value on the page until the new one is here. */
  readonly reload: () => Promise<void>;
}

const nothing = { value: undefined, error: undefined, isLoading: true };

/**
 * Loads what a page shows, again whenever one of `on` changes; an answer that comes after a newer question is dropped. A change of `on`
 * is another thing, so the old value goes; with `keepsOld` (a filter, a page of a list) it stays until the new one is here.
 *
 * @example const meeting = useLoaded(() => api("GET /meetings/:id", { params: { id } }), [id]);
 */
export function useLoaded<T>(load: () => Promise<T>, on: readonly unknown[], { keepsOld = false } = {}): Loaded<T> {
  const state = useSignal<Omit<Loaded<T>, "reload">>(nothing);
  const asked = useSignal(0);
  const reload = useCallback(async () => {
    const mine = ++asked.value;
    state.value = { ...state.peek(), isLoading: true };
    underWay.value++;
    const outcome = await load().then(
      (value) => ({ value, error: undefined }),
      (error: unknown) => ({ value: state.peek().value, error }),
    );
    underWay.value--;
    if (mine === asked.peek()) state.value = { ...outcome, isLoading: false };
  }, on);
  useEffect(() => {
    if (!keepsOld) state.value = nothing;
    void reload();
  }, [reload]);
  return { ...state.value, reload };
}
