import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** A value a moment after it stopped changing: letters are painted at once, and the server is asked once. */
export function useSlowly(value: string, milliseconds = 200): string {
  const later = useSignal(value);
  useEffect(() => {
    const timer = setTimeout(() => (later.value = value), milliseconds);
    return () => clearTimeout(timer);
  }, [value]);
  return later.value;
}
