import { Classified, contact, sensitive } from "@lianxin/plugin-kit";
import fc from "fast-check";
import { Type, type TSchema } from "typebox";
import { expect, test } from "vitest";
import { collectClassified, reveal, type Found } from "./reveal.js";

const seed = 20260909;
const phone = new Classified("lx1.contact.p-1.t/phone/r.AQAB", "contact", "p-1");
const note = new Classified("lx1.sensitive.p-1.t/note/r.AQAB", "sensitive", "p-1");
const show = ({ value, path }: Found) => `${value.dataClass} at ${path}`;
const Phone = contact(Type.String());
const Note = sensitive(Type.String());
const leaks = (schema: TSchema, value: unknown) => expect(() => reveal(schema, value, show));

test("puts the shown text in the place of each classified value and leaves the rest", () => {
  const schema = Type.Object({ id: Type.String(), phone: Phone, notes: Type.Array(Note), next: Type.Object({ phone: Type.Optional(Phone) }) });

  const shown = reveal(schema, { id: "r", phone, notes: [note, note], next: { phone } }, show);

  expect(shown).toEqual({
    id: "r",
    phone: "contact at /phone",
    notes: ["sensitive at /notes/0", "sensitive at /notes/1"],
    next: { phone: "contact at /next/phone" },
  });
});

test("follows alternatives, intersections, tuples, records and additional properties", () => {
  const cases: readonly (readonly [TSchema, unknown, unknown])[] = [
    [Type.Union([Phone, Type.Null()]), phone, "contact at "],
    [Type.Union([Phone, Type.Null()]), null, null],
    [contact(Type.Union([Type.String(), Type.Null()])), phone, "contact at "],
    [
      Type.Union([Type.Object({ kind: Type.Literal("a"), phone: Phone }), Type.Object({ kind: Type.Literal("b"), phone: Type.String() })]),
      { kind: "a", phone },
      { kind: "a", phone: "contact at /phone" },
    ],
    [
      Type.Union([Type.Object({ kind: Type.Literal("a"), phone: Phone }), Type.Object({ kind: Type.Literal("b"), phone: Type.String() })]),
      { kind: "b", phone: "-" },
      { kind: "b", phone: "-" },
    ],
    [Type.Intersect([Type.Object({ id: Type.String() }), Type.Object({ phone: Phone })]), { id: "r", phone }, { id: "r", phone: "contact at /phone" }],
    [Type.Tuple([Type.String(), Phone]), ["r", phone], ["r", "contact at /1"]],
    [Type.Record(Type.String(), Phone), { a: phone, b: phone }, { a: "contact at /a", b: "contact at /b" }],
    [Type.Object({ id: Type.String() }, { additionalProperties: Phone }), { id: "r", x: phone }, { id: "r", x: "contact at /x" }],
    [
      Type.Unsafe({ oneOf: [Phone, { type: "array", prefixItems: [{ type: "string" }], items: Note }] }),
      ["r", note, note],
      ["r", "sensitive at /1", "sensitive at /2"],
    ],
  ];

  for (const [schema, value, shown] of cases) expect(reveal(schema, value, show), JSON.stringify(schema)).toEqual(shown);
});

test("holds back a classified value wherever the schema does not say its class", () => {
  leaks(Type.Object({ phone: Type.String() }), { phone }).toThrow("CLASSIFIED_LEAK: the answer was held back at /phone");
  leaks(Type.Object({ id: Type.String() }), { id: "r", extra: { phone } }).toThrow("at /extra/phone");
  leaks(Type.Object({ phone: Note }), { phone }).toThrow("at /phone");
  leaks(Type.Unknown(), [{ phone }]).toThrow("at /0/phone");
  leaks(Type.Any(), phone).toThrow("at /");
  leaks(Type.Record(Type.String(), Type.Unknown()), { a: phone }).toThrow("at /a");
  leaks(Type.Tuple([Phone]), [phone, phone]).toThrow("at /1");
  leaks(Type.Object({ constructor: Type.String() }), { toString: phone }).toThrow("at /toString");
  leaks(
    Type.Object({}),
    JSON.parse('{"__proto__":{"x":1}}', (name, v: unknown) => (name === "x" ? phone : v)),
  ).toThrow("at /__proto__/x");
  leaks(Type.Object({ day: Type.String() }), { day: { toJSON: () => ({ phone }) } }).toThrow("at /day/phone");
});

test("holds back sealed text that was never recognised, and plain text where only a classified value may lie", () => {
  leaks(Type.Object({ name: Type.String() }), { name: Classified.sealedText(phone) }).toThrow("the text of a sealed value lies there");
  leaks(Type.Object({ phone: Phone }), { phone: "19900001234" }).toThrow(/at \/phone: a plain value(?!.*1990)/);
  leaks(Type.Object({ phone: contact(Type.Union([Type.String(), Type.Null()])) }), { phone: "19900001234" }).toThrow("a plain value");
});

test("takes plain text where one alternative is plain", () => {
  const either = Type.Union([contact(Type.Union([Type.String(), Type.Null()])), Type.String()]);

  expect(reveal(either, "不详", show)).toBe("不详");
  expect(reveal(either, phone, show)).toBe("contact at ");
});

test("refuses a schema with a reference instead of losing its way in it", () => {
  leaks(Type.Object({ next: Type.Ref("Elder") }), { next: { phone } }).toThrow('SCHEMA_REFERENCE: an answer\'s schema refers to "Elder"');
});

test("gives an answer without classified values back as it is, not a copy", () => {
  const schema = Type.Object({ rows: Type.Array(Type.Object({ id: Type.String() })), day: Type.Union([Type.String(), Type.Null()]) });
  const answer = { rows: [{ id: "a" }, { id: "b" }], day: null };

  expect(reveal(schema, answer, show)).toBe(answer);
});

test("lists what it finds with path and mask, in the order it reveals", () => {
  const schema = Type.Object({ b: Type.Array(Phone), a: contact(Type.String({ "x-mask": "text" })), n: Type.Union([Note, Type.Null()]) });
  const answer = { n: note, b: [phone], a: phone };
  const revealed: string[] = [];

  const found = collectClassified(schema, answer);
  reveal(schema, answer, ({ path }) => revealed.push(path));

  expect(found.map(({ path, mask }) => [path, mask])).toEqual([
    ["/n", undefined],
    ["/b/0", undefined],
    ["/a", "text"],
  ]);
  expect(revealed).toEqual(found.map(({ path }) => path));
});

interface Planned {
  readonly schema: TSchema;
  readonly value: unknown;
  readonly count: number;
}
const { planned } = fc.letrec<{ planned: Planned; leaf: Planned; list: Planned; object: Planned; choice: Planned }>((tie) => ({
  planned: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("leaf"), tie("list"), tie("object"), tie("choice")),
  leaf: fc.constantFrom<Planned>(
    { schema: Phone, value: phone, count: 1 },
    { schema: Note, value: note, count: 1 },
    { schema: Type.String(), value: "plain", count: 0 },
    { schema: Type.Null(), value: null, count: 0 },
  ),
  list: fc
    .tuple(tie("planned"), fc.nat(3))
    .map(([{ schema, value, count }, length]) => ({ schema: Type.Array(schema), value: Array.from({ length }, () => value), count: count * length })),
  object: fc.dictionary(fc.string({ maxLength: 3 }), tie("planned"), { maxKeys: 3 }).map((fields) => ({
    schema: Type.Unsafe({ type: "object", properties: Object.fromEntries(Object.entries(fields).map(([k, f]) => [k, f.schema])) }),
    value: Object.fromEntries(Object.entries(fields).map(([k, f]) => [k, f.value])),
    count: Object.values(fields).reduce((sum, f) => sum + f.count, 0),
  })),
  choice: tie("planned").map(({ schema, value, count }) => ({ schema: Type.Union([Type.Number(), schema]), value, count })),
}));

test("meets every classified value of any declared answer exactly once and leaves none behind", () => {
  fc.assert(
    fc.property(planned, ({ schema, value, count }) => {
      const shown = reveal(schema, value, () => "shown");

      expect(collectClassified(schema, value)).toHaveLength(count);
      expect((JSON.stringify(shown) ?? "").match(/"shown"/g)?.length ?? 0).toBe(count);
      expect(JSON.stringify(shown) ?? "").not.toMatch(/\[contact\]|\[sensitive\]/);
    }),
    { seed, numRuns: 300 },
  );
});
