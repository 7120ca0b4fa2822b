import { col, table, view } from "@lianxin/plugin-kit";

export const greeting = table("hello_greeting", {
  id: col.id(),
  placePath: col.place(),
  greeterId: col.ref("directory_person"),
  words: col.text().as("public"),
  phone: col.contact("greeterId").nullable(),
  phoneIndex: col.blind("phone"),
  isLoud: col.bool(),
  mood: col.json<{ readonly smiles: number }>(),
  greetedOn: col.date(),
  greetedAt: col.instant(),
});

export const v1Greeting = view({ id: col.id(), words: col.text().as("public"), placePath: col.place() });
