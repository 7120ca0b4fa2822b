import type { Actor, FileAnswer } from "@lianxin/plugin-kit";
import type { TSchema } from "typebox";
import type { Answered } from "./answer-route.js";

/** The last step of every answer: values are opened or masked for their reader, and the access log is committed before anything is sent. */
export interface Finish {
  json(schema: TSchema, answered: Answered, actor: Actor, route: string): Promise<string>;
  file(answered: Answered, file: FileAnswer): Promise<FileAnswer>;
}
