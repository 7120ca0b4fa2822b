import { Type } from "typebox";
import { errors } from "../errors.js";
import { hello } from "../plugin.js";
import { route } from "../services.js";
import { chooseWords, countCharacters } from "./choose-words.js";

export const greet = route("POST /places/:path/greetings", {
  summary: "Say hello at a place",
  may: hello.permissions.greet,
  at: ({ params }) => ({ path: params.path }),
  body: Type.Object({ words: Type.String({ minLength: 1 }), phone: Type.Optional(Type.String()), isLoud: Type.Boolean({ default: false }) }),
  returns: Type.Object({ id: Type.String() }),
  async handle({ params, body, config, services, actor, clock, newId, publish, audit }) {
    const words = chooseWords(body.words);
    const length = countCharacters(words);
    if (length > config.longest) throw errors.tooLong({ length, longest: config.longest }, "body.words");
    const greeterId = actor.personId ?? actor.accountId;
    if (await services.greetings.hasGreetedOn(greeterId, clock.today())) throw errors.alreadyGreeted();
    const id = newId();
    await services.greetings.add({
      id,
      placePath: params.path,
      greeterId,
      words,
      phone: body.phone ?? null,
      isLoud: body.isLoud,
      mood: { smiles: length % 3 },
      greetedOn: clock.today(),
      greetedAt: clock.now(),
    });
    publish("greeted", id, { greetingId: id, isLoud: body.isLoud });
    audit("greet", id, { placePath: params.path });
    return { id };
  },
});
