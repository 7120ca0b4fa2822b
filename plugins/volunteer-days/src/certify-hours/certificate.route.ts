import { Type } from "typebox";
import { getByLink } from "../cancel-sign-up/cancel-sign-up.js";
import { errors } from "../errors.js";
import { volunteerDays, type VolunteerDaysContext } from "../plugin.js";
import { route } from "../services.js";
import { Day, Nothing, Text } from "../shapes.js";
import { findVolunteer } from "../sign-up/sign-up.repository.js";
import { certifyHours, findCertificate, printCertificate } from "./certify-hours.js";

const limit = { most: 60, minutes: 10 };
const Issued = Type.Object({ id: Text, number: Text });
const page = (body: string) => ({ file: "志愿服务时长证明.html", type: "text/html; charset=utf-8", body });
const byLink = async (ctx: VolunteerDaysContext & { readonly params: { readonly signUpId: string; readonly key: string } }) =>
  (await findVolunteer(ctx.db, (await getByLink(ctx, ctx.params.signUpId, ctx.params.key)).volunteerId))!;

export const certifyRoute = route("POST /volunteers/:volunteerId/certificates", {
  summary: "Certify somebody's hours between two days: numbered, signed, the community's own record",
  may: volunteerDays.permissions.plan,
  at: async ({ params, services }) => services.rota.placeOf(params.volunteerId),
  body: Type.Object({ from: Day, to: Day }),
  returns: Issued,
  async handle(ctx) {
    const { id, number } = await certifyHours(ctx, (await findVolunteer(ctx.db, ctx.params.volunteerId))!, ctx.body);
    return { id, number };
  },
});

export const printCertificateRoute = route("GET /certificates/:certificateId", {
  summary: "A certificate as a page to print",
  may: volunteerDays.permissions.see,
  at: async ({ params, services }) => services.hours.placeOfCertificate(params.certificateId),
  returns: Nothing,
  async handle(ctx) {
    const row = (await findCertificate(ctx.db, ctx.params.certificateId))!;
    return page(await printCertificate(ctx, row, (await findVolunteer(ctx.db, row.volunteerId))!.name));
  },
});

export const certifyMineRoute = route("POST /public/sign-ups/:signUpId/:key/certificates", {
  summary: "Certify one's own hours by a private link, free, as often as one likes",
  may: "anyone",
  at: "none",
  limit,
  body: Type.Object({ from: Day, to: Day }),
  returns: Issued,
  async handle(ctx) {
    const { id, number } = await certifyHours(ctx, await byLink(ctx), ctx.body);
    return { id, number };
  },
});

export const printMineRoute = route("GET /public/sign-ups/:signUpId/:key/certificates/:certificateId", {
  summary: "One's own certificate as a page to print, by a private link",
  may: "anyone",
  at: "none",
  limit,
  returns: Nothing,
  async handle(ctx) {
    const [volunteer, row] = [await byLink(ctx), await findCertificate(ctx.db, ctx.params.certificateId)];
    if (row?.volunteerId !== volunteer.id) throw errors.certificateUnknown();
    return page(await printCertificate(ctx, row, volunteer.name));
  },
});

export const certificateKeyRoute = route("GET /public/certificate-key", {
  summary: "The public key with which anybody proves a certificate, Ed25519 as SPKI DER in base64url",
  may: "anyone",
  at: "none",
  returns: Type.Object({ publicKey: Text, issuer: Text }),
  handle: async ({ sign, use }) => ({ publicKey: sign("").publicKey, issuer: (await use.directory.community())?.name ?? "" }),
});

export const checkCertificateRoute = route("POST /public/certificates/check", {
  summary: "Is this signed text one of this house's? For browsers that cannot tell by themselves; nothing is kept",
  may: "anyone",
  at: "none",
  reads: true,
  limit,
  body: Type.Object({ text: Type.String({ maxLength: 2000 }), signature: Type.String({ maxLength: 200 }) }),
  returns: Type.Object({ isGenuine: Type.Boolean() }),
  handle: async ({ body, sign }) => ({ isGenuine: sign(body.text).signature === body.signature }),
});
