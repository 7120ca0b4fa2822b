import nx from "@nx/eslint-plugin";
import tseslint from "typescript-eslint";
import house from "./packages/nx-plugin/rules/index.mjs";

const only = (sourceTag, ...onlyDependOnLibsWithTags) => ({ sourceTag, onlyDependOnLibsWithTags });
const boundaries = [
  only("layer:pure"),
  only("layer:documents"),
  only("layer:plugin-kit"),
  only("layer:web-kit", "layer:plugin-kit"),
  only("layer:server-kit", "layer:plugin-kit"),
  only("layer:testing", "layer:plugin-kit", "layer:server-kit"),
  only("layer:engine", "layer:plugin-kit", "layer:web-kit", "layer:pure", "layer:documents", "layer:engine"),
  only("layer:plugin", "layer:plugin-kit", "layer:web-kit", "layer:engine", "layer:pure", "layer:documents", "layer:plugin"),
  only("layer:app", "layer:plugin-kit", "layer:server-kit", "layer:web-kit", "layer:pure", "layer:documents", "layer:app"),
  only("layer:example", "*"),
  only("layer:tooling", "*"),
];
const withTesting = boundaries.map((b) =>
  ["layer:engine", "layer:plugin"].includes(b.sourceTag) ? only(b.sourceTag, ...b.onlyDependOnLibsWithTags, "layer:testing") : b,
);
const enforce = (depConstraints) => ["error", { allow: [], enforceBuildableLibDependency: false, allowCircularSelfDependency: true, depConstraints }];

const serverOnly = ["fastify", "@fastify/*", "sqlite3", "pg", "nodemailer", "better-auth", "better-auth/*", "pino", "@lianxin/server-kit"];
const documentsOnly = ["ics", "docx", "exceljs"];
const refuse = (...group) => ["error", { patterns: [{ group, message: "This library belongs to one package only (docs/map.md, who may import whom)." }] }];
const clock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "The clock is injected: use ctx.clock." },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: "The clock is injected: use ctx.clock." },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: "Randomness is injected: use ports.random." },
];
const sealed = {
  selector: "MemberExpression[object.name='Classified'][property.name='sealedText']",
  message: "Only server-kit opens classified values; return them, deliver them, or disclose() them.",
};
const rawSql = { selector: "MemberExpression[object.name='sql'][property.name=/^(raw|lit)$/]", message: "No SQL built from text: use the query builder." };
const exactMessage = "Thresholds are whole numbers: no fraction of a float (docs/principles.md, 5).";
/** Shares and areas are compared by multiplying whole numbers; a division is one of BigInts. */
const exact = [
  "Literal[raw=/^\\d*\\.\\d/]",
  "BinaryExpression[operator='/'][right.callee.name!='BigInt']",
  "CallExpression[callee.name='parseFloat']",
  "MemberExpression[object.name='Number'][property.name='parseFloat']",
  "MemberExpression[property.name=/^(toFixed|toPrecision)$/]",
  "MemberExpression[object.name='Math'][property.name=/^(round|floor|ceil|trunc|pow|sqrt)$/]",
].map((selector) => ({ selector, message: exactMessage }));

export default tseslint.config(
  { ignores: ["**/dist/**", "**/node_modules/**", ".nx/**", "**/contract/**", "data/**", "test/.artifacts/**"] },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.base],
    plugins: { "@nx": nx, house },
    languageOptions: { parserOptions: { projectService: false, project: "./test/tsconfig.json", tsconfigRootDir: import.meta.dirname } },
  },
  {
    files: ["{packages,plugins,apps,examples}/**/*.{ts,tsx}"],
    rules: {
      "@nx/enforce-module-boundaries": enforce(boundaries),
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "house/no-bare-list": "error",
      "house/no-open-answer": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: false }],
      eqeqeq: "error",
      "no-console": "error",
      "no-restricted-syntax": ["error", ...clock, sealed, rawSql],
      "no-restricted-imports": refuse(...serverOnly, ...documentsOnly),
    },
  },
  {
    files: ["packages/engine/meetings/src/{keep-rules,take-votes,cast-ballots}/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...clock, sealed, rawSql, ...exact] },
  },
  { files: ["packages/server-kit/**/*.ts"], rules: { "no-restricted-imports": refuse(...documentsOnly), "no-restricted-syntax": ["error", ...clock] } },
  { files: ["packages/server-kit/src/run-with-ports.ts"], rules: { "no-restricted-syntax": "off" } },
  { files: ["packages/documents/**/*.ts"], rules: { "no-restricted-imports": refuse(...serverOnly) } },
  {
    files: ["packages/{testing,plugin-kit}/**/*.ts", "apps/{server,cli}/**/*.ts"],
    rules: { "no-restricted-imports": "off", "no-restricted-syntax": "off", "no-console": "off" },
  },
  { files: ["packages/scheduling/src/bench/**/*.ts", "**/*.bench.ts"], rules: { "no-restricted-syntax": "off", "no-console": "off" } },
  { files: ["plugins/**/*.{ts,tsx}"], rules: { "no-warning-comments": ["warn", { terms: ["lesson"], location: "start" }] } },
  {
    files: ["**/*.test.ts", "**/*.test.tsx", "**/testing.ts", "**/testing/**/*.ts"],
    rules: {
      "@nx/enforce-module-boundaries": enforce(withTesting),
      "no-restricted-imports": "off",
      "no-restricted-syntax": "off",
      "house/no-bare-list": "off",
      "house/no-open-answer": "off",
    },
  },
);
