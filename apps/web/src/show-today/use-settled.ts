import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { underWay } from "@lianxin/web-kit";

/** A card that has come draws itself, and reads more, well within it. */
const quiet = 300;

/** Whether something holds and nothing has been read for a moment: not said while a card may still come and change it. In milliseconds. */
export function useSettled(holds: boolean): boolean {
  const isSettled = useSignal(false);
  const mayBe = holds && underWay.value === 0;
  useEffect(() => {
    isSettled.value = false;
    if (!mayBe) return undefined;
    const timer = setTimeout(() => (isSettled.value = true), quiet);
    return () => clearTimeout(timer);
  }, [mayBe]);
  return mayBe && isSettled.value;
}
