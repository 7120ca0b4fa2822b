import { AppError, type ErrorParams, type Language } from "@lianxin/plugin-kit";
import { failures } from "../failures.js";
import { translate, type Texts } from "../start-plugins/translate.js";

/** One thing to correct: where, which rule, in words. */
export interface Problem {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

/** The answer to a refused or failed request; nothing internal is in it. */
export interface FailureAnswer {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly field?: string;
  readonly rule: string;
  readonly params: ErrorParams;
  readonly problems?: readonly Problem[];
  readonly requestId: string;
}

interface ShapeProblem {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}
interface ShapeError {
  readonly validation: readonly ShapeProblem[];
  readonly validationContext?: string;
}

const isShapeError = (error: unknown): error is ShapeError => Array.isArray((error as ShapeError | undefined)?.validation);
const storageTrouble =
  /SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY|NOMEM)|LANE_CLOSED|ECONNREFUSED|ECONNRESET|Connection terminated|timeout exceeded|Query read timeout|the database system is|terminating connection/;

/** The coded error an unknown one stands for: trouble of the store is 503, of the request's form 4xx, anything else 500. */
export function codedError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { message = "", statusCode, code = "" } = (error ?? {}) as { message?: string; statusCode?: number; code?: string };
  if (isShapeError(error)) return failures.invalidInput({ count: error.validation.length });
  if (storageTrouble.test(`${code} ${message}`)) return failures.notNow();
  if (statusCode === 413) return failures.tooLarge({ limit: "1 MB" });
  if (statusCode === 415) return failures.wrongType();
  if (statusCode === 429) return failures.tooMany({ seconds: 60 });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return failures.invalidInput({ count: 1 });
  return failures.unexpected();
}

const ruleTexts: Readonly<Record<string, string>> = {
  required: "rule.required",
  type: "rule.type",
  minLength: "rule.minLength",
  maxLength: "rule.maxLength",
  pattern: "rule.pattern",
  format: "rule.format",
  minimum: "rule.minimum",
  maximum: "rule.maximum",
  enum: "rule.enum",
  const: "rule.enum",
  anyOf: "rule.anyOf",
  additionalProperties: "rule.additionalProperties",
  minItems: "rule.minItems",
  maxItems: "rule.maxItems",
};

/** So many are told; whoever sends a hundred thousand wrong fields gets no hundred thousand sentences. */
const mostProblems = 20;
const longestWord = 200;
const shorten = (text: string): string => (text.length > longestWord ? `${text.slice(0, longestWord)}…` : text);

function problemOf({ keyword, instancePath, params }: ShapeProblem, context: string, texts: Texts, language: Language): Problem {
  const extra = (params.missingProperty ?? params.additionalProperty) as string | undefined;
  const field = [context, ...instancePath.split("/").filter(Boolean), ...(extra ? [extra] : [])].map(shorten).join(".");
  const key = ruleTexts[keyword] ?? "rule.other";
  const values = Object.fromEntries(Object.entries(params).map(([k, v]) => [k, shorten(Array.isArray(v) ? v.join("、") : String(v))]));
  return { field, rule: shorten(`${keyword} ${JSON.stringify(params)}`), message: translate(texts, `kit.${key}`, values, language) };
}

export function describeFailure(error: unknown, texts: Texts, language: Language, requestId: string): { status: number; answer: FailureAnswer } {
  const coded = codedError(error);
  const params = { ...coded.params, requestId };
  const [id, name] = [coded.code.slice(0, coded.code.indexOf(".")), coded.code.slice(coded.code.indexOf(".") + 1)];
  const problems = isShapeError(error)
    ? error.validation.slice(0, mostProblems).map((v) => problemOf(v, error.validationContext ?? "body", texts, language))
    : undefined;
  const field = coded.field ?? problems?.[0]?.field;
  return {
    status: coded.status,
    answer: {
      code: coded.code,
      message: translate(texts, `${id}.error.${name}`, params, language),
      remedy: translate(texts, `${id}.error.${name}.remedy`, params, language),
      ...(field ? { field } : {}),
      rule: problems?.[0]?.rule ?? coded.code,
      params: coded.params,
      ...(problems ? { problems } : {}),
      requestId,
    },
  };
}
