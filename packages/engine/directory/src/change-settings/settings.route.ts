import { Type } from "typebox";
import { directory } from "../plugin.js";
import { route } from "../services.js";
import { Name, Nothing, orNull, Version } from "../shapes.js";

const Text = Type.String();

export const showSettingsRoute = route("GET /settings", {
  summary: "The community's name and office phone, for everyone; nulls before the first set-up",
  may: "anyone",
  at: "none",
  returns: Type.Object({ communityName: orNull(Text), officePhone: orNull(Text), placeId: orNull(Text), version: orNull(Type.Integer()) }),
  async handle({ services }) {
    const { communityName, officePhone, placeId, version } = (await services.settings.find()) ?? {
      communityName: null,
      officePhone: null,
      placeId: null,
      version: null,
    };
    return { communityName, officePhone, placeId, version };
  },
});

export const changeSettingsRoute = route("PUT /settings", {
  summary: "Change the community's name and the office phone",
  may: directory.permissions.arrange,
  at: async ({ services }) => ({ path: (await services.settings.find())!.placePath }),
  body: Type.Object({ version: Version, communityName: Name, officePhone: orNull(Type.String({ maxLength: 30 })) }),
  returns: Nothing,
  async handle({ body, services }) {
    await services.settings.change(body);
    return {};
  },
});
