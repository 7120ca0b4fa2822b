import type { ActivitiesContext } from "../plugin.js";

export const boardTopic = (sessionId: string): string => `board ${sessionId}`;

/** With the commit of whatever raised a session's version: the boards that show it are drawn anew. */
export const wakeBoards = ({ wake }: Pick<ActivitiesContext, "wake">, sessionId: string): void => wake(boardTopic(sessionId));
