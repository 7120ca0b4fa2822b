import { everywhere, within, type Scope } from "@lianxin/plugin-kit";
import type { Insertable, Kysely } from "kysely";
import type { HelloDatabase } from "../plugin.js";

export type NewGreeting = Insertable<HelloDatabase["hello_greeting"]>;

export function createGreetingRepository(db: Kysely<HelloDatabase>) {
  return {
    add: (greeting: NewGreeting) => db.insertInto("hello_greeting").values(greeting).execute(),
    async hasGreetedOn(greeterId: string, day: string): Promise<boolean> {
      const row = await everywhere(db, "hello_greeting", "one greeting a day, wherever it was said")
        .select("id")
        .where("greeterId", "=", greeterId)
        .where("greetedOn", "=", day)
        .executeTakeFirst();
      return row !== undefined;
    },
    listIn: (scope: Scope) => within(db, scope, "hello_greeting").selectAll().orderBy("greetedAt", "desc").limit(50).execute(),
    async countAt(placePath: string): Promise<number> {
      const row = await db
        .selectFrom("hello_v1_greeting")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .where("placePath", "=", placePath)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
  };
}
