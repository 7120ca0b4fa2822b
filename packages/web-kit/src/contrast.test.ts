import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Colours = Readonly<Record<string, string>>;
const sheet = ["tokens.css", "themes.css"]
  .map((name) => readFileSync(new URL(`../css/${name}`, import.meta.url), "utf8").replace(/\/\*[\s\S]*?\*\//g, ""))
  .join("\n");

/** The colours a rule sets, by token name. */
function coloursOf(selector: string): Colours {
  const at = sheet.indexOf(`${selector} {`);
  if (at < 0) throw new Error(`the sheets have no rule ${selector}`);
  const body = sheet.slice(sheet.indexOf("{", at) + 1, sheet.indexOf("}", at));
  return Object.fromEntries([...body.matchAll(/--lx-([\w-]+):\s*(#[0-9a-f]{3,6})/gi)].map(([, name, value]) => [name!, value!]));
}
const light = coloursOf(":root");
const system = coloursOf('  :root:where(:not([data-theme]):not([data-mode="elder"]))');
const themes = {
  light,
  dark: { ...light, ...coloursOf('\n[data-theme="dark"]') },
  "dark by the system": { ...light, ...system },
  "high contrast": { ...light, ...coloursOf('\n[data-contrast="more"]') },
  elder: { ...light, ...coloursOf('\n[data-mode="elder"]') },
};

const linear = (channel: number): number => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
function luminance(colour: string): number {
  const hex = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join("") : colour.slice(1);
  const [red, green, blue] = [0, 2, 4].map((at) => linear(parseInt(hex.slice(at, at + 2), 16)));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
function ratio(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter! + 0.05) / (darker! + 0.05);
}

const statuses = ["todo", "track", "soon", "late", "check", "hold"].map((status) => [status, `${status}-bg`] as const);
const onGrounds = ["ink", "ink-2", "ink-3"].flatMap((ink) => ["canvas", "surface", "sunken"].map((ground) => [ink, ground] as const));
const texts = [
  ...onGrounds,
  ...statuses,
  ["done", "surface"],
  ["done", "canvas"],
  ["primary", "surface"],
  ["primary", "canvas"],
  ["on-primary", "primary"],
  ["on-primary", "primary-hover"],
  ["on-soft", "soft"],
  ["lotus", "surface"],
  ["lotus", "lotus-soft"],
  ["danger", "surface"],
  ["danger", "canvas"],
  ["on-danger", "danger"],
  ["canvas", "ink"],
] as const;
const lines = [
  ["field", "surface"],
  ["field", "canvas"],
  ["focus", "canvas"],
  ["focus", "surface"],
  ["focus", "sunken"],
  ["primary", "soft"],
] as const;

test.each(Object.entries(themes))("every text of %s stands out from its ground", (name, colours: Colours) => {
  const least = name === "elder" ? 7 : 4.5;

  const weak = texts
    .map(([ink, ground]) => ({ pair: `${ink} on ${ground}`, ratio: ratio(colours[ink]!, colours[ground]!) }))
    .filter((found) => !(found.ratio >= least));

  expect(weak).toEqual([]);
});

test.each(Object.entries(themes))("every line and focus ring of %s can be seen", (_, colours: Colours) => {
  const weak = lines
    .map(([line, ground]) => ({ pair: `${line} on ${ground}`, ratio: ratio(colours[line]!, colours[ground]!) }))
    .filter((found) => !(found.ratio >= 3));

  expect(weak).toEqual([]);
});

test("measures as the standard does", () => {
  expect(ratio("#000", "#fff")).toBeCloseTo(21, 5);
  expect(ratio("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

test("gives the system's dark the same colours as the chosen one", () => {
  expect(system).toEqual(coloursOf('\n[data-theme="dark"]'));
});
