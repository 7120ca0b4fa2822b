import { useEffect } from "preact/hooks";
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

/** A second between two looks: a board that is behind by more would not be live. */
const everyMilliseconds = 1000;

/** The board, asked for again every second while it is seen; the names once, since each opening is logged. */
export function useBoard(sessionId: string) {
  const board = useLoaded(() => readBoard(sessionId), [sessionId], { keepsOld: true });
  const names = useLoaded(() => readNames(sessionId), [sessionId]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void board.reload();
    }, everyMilliseconds);
    return () => clearInterval(timer);
  }, [board.reload]);
  return { board, names };
}
