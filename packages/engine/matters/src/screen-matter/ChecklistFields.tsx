import { Button, t } from "@lianxin/web-kit";
import { ChoiceField } from "@lianxin/web-kit/forms";
import { text } from "../api.js";
import { conditions, questions, type Answers, type Question } from "./checklist.js";
import "./ChecklistFields.css";

export { questions };
type Answer = "yes" | "no" | "";
/** What is chosen in the form: empty where nothing is. */
export type AnswerValues = Readonly<Record<Question, Answer>>;
export const noAnswers = Object.fromEntries(questions.map((question) => [question, ""])) as AnswerValues;

/** Only what was answered. */
export const answersOf = (values: AnswerValues): Answers =>
  Object.fromEntries(questions.filter((question) => values[question] !== "").map((question) => [question, values[question] === "yes"]));

/** The seven questions, yes or no each, none answered beforehand; the six conditions are met with one press where all are. */
export const ChecklistFields = ({ onAllMet }: { readonly onAllMet: (question: Question) => void }) => (
  <fieldset class="lx-stack matters-checklist">
    <legend>{text("matters.screen.questions")}</legend>
    <p class="lx-hint">{text("matters.screen.questions.hint")}</p>
    <div>
      <Button onClick={() => conditions.forEach(onAllMet)}>{text("matters.screen.allMet")}</Button>
    </div>
    {questions.map((question) => (
      <ChoiceField
        key={question}
        name={question}
        label={t(`matters.question.${question}`)}
        choices={[
          { value: "yes", label: text("matters.answer.yes") },
          { value: "no", label: text("matters.answer.no") },
        ]}
      />
    ))}
  </fieldset>
);
