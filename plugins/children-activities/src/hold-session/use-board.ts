import { useEffect, useRef } from "preact/hooks";
import { useLoaded } from "@lianxin/web-kit";
import { api } from "../api.js";

const readBoard = (sessionId: string) => api("GET /sessions/:sessionId/board", { params: { sessionId } });
const readNames = async (sessionId: string) => {
  const { children } = await api("GET /sessions/:sessionId/children", { params: { sessionId } });
  return new Map(children.map((child) => [child.childId, child]));
};
export type Board = Awaited<ReturnType<typeof readBoard>>;
export type Names = Awaited<ReturnType<typeof readNames>>;
export type BoardChild = Board["children"][number];

/** After a look that failed, and while the board is not seen. */
const pause = 1_000;
const rest = () => new Promise<void>((resolve) => setTimeout(resolve, pause));

/**
 * The board, drawn anew as soon as something changes while it is seen: the server answers then, or after ten seconds, since hours pass too. The names once, since each
 * opening is logged.
 */
export function useBoard(sessionId: string) {
  const board = useLoaded(() => readBoard(sessionId), [sessionId], { keepsOld: true });
  const names = useLoaded(() => readNames(sessionId), [sessionId]);
  const shown = useRef<number | undefined>(undefined);
  shown.current = board.value?.id === sessionId ? board.value.version : undefined;
  const { reload } = board;
  useEffect(() => {
    let isLeft = false;
    const watch = async () => {
      while (!isLeft) {
        const version = shown.current;
        if (document.visibilityState !== "visible" || version === undefined) {
          await rest();
          continue;
        }
        const seen = await api("GET /sessions/:sessionId/watch", { params: { sessionId }, query: { version } }).catch(() => undefined);
        if (isLeft) return;
        if (seen) await reload();
        // A board that could not be read anew is no reason to ask without a breath.
        if (!seen || (seen.version !== version && shown.current === version)) await rest();
      }
    };
    void watch();
    return () => void (isLeft = true);
  }, [reload]);
  return { board, names };
}
