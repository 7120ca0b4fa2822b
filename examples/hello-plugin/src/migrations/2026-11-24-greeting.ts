import { col, type PluginMigration } from "@lianxin/plugin-kit";

export const createGreeting: PluginMigration = async (tools) => {
  await tools.createTable("hello_greeting", {
    id: col.id(),
    placePath: col.place(),
    greeterId: col.ref("directory_person"),
    words: col.text(),
    phone: col.contact("greeterId").nullable(),
    phoneIndex: col.blind("phone"),
    isLoud: col.bool(),
    mood: col.json(),
    greetedOn: col.date(),
    greetedAt: col.instant(),
  });
  await tools.createIndex("hello_greeting", ["placePath", "greetedAt"]);
  await tools.createView("hello_v1_greeting", "select id, words, place_path from hello_greeting");
};
