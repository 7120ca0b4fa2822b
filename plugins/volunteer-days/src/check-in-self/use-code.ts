import { useEffect, useState } from "preact/hooks";
import { useLoaded } from "@lianxin/web-kit";
import { api } from "../api.js";

const read = (dayId: string) => api("GET /days/:dayId/code", { params: { dayId } });
/** Milliseconds: after its minute until the next one is asked for, until it may no longer be read, and between two tries without a network. */
const [next, grace, again] = [300, 5_000, 3_000];

/**
 * The code of this minute and whether its minute is over. The next one comes by itself, by the server's clock alone, as that of a phone may be minutes off,
 * and is asked for again as often as it fails.
 */
export function useCode(dayId: string) {
  const loaded = useLoaded(() => read(dayId), [dayId], { keepsOld: true });
  const [isOver, setOver] = useState(false);
  const { value, error, reload } = loaded;
  useEffect(() => {
    if (!value) return undefined;
    setOver(false);
    const lasts = Math.max(0, Date.parse(value.nextAt) - Date.parse(value.now));
    const timers = [setTimeout(() => void reload(), lasts + next), setTimeout(() => setOver(true), lasts + grace)];
    return () => timers.forEach(clearTimeout);
  }, [value]);
  useEffect(() => {
    const timer = error === undefined ? undefined : setTimeout(() => void reload(), again);
    return () => clearTimeout(timer);
  }, [error]);
  useEffect(() => {
    // A phone that slept has no timers.
    const wake = () => void (document.visibilityState === "visible" && reload());
    document.addEventListener("visibilitychange", wake);
    return () => document.removeEventListener("visibilitychange", wake);
  }, [reload]);
  return { loaded, isOver };
}
