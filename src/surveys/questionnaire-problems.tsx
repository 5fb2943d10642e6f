import type { Problem } from '../common/errors.js';
import type { ConsoleLocale } from '../common/locale.js';
import { ProblemText } from '../console/problem-text.js';
import { texts } from '../common/texts.js';

/** What is wrong inside a questionnaire: each place in the JSON, and what is wrong there. */
export function QuestionnaireProblems({
  problems,
  locale,
}: {
  problems: readonly Problem[];
  locale: ConsoleLocale;
}) {
  if (problems.length === 0) return null;
  const t = texts('survey-form', locale);
  return (
    <div class="stack">
      <div>
        <h3>{t.problems({ n: problems.length })}</h3>
        <p class="hint">{t.problemsHint}</p>
      </div>
      <ul class="problems">
        {problems.map((problem) => (
          <li key={`${problem.path} ${problem.message}`}>
            <code>{problem.path}</code>
            <ProblemText message={problem.message} locale={locale} />
          </li>
        ))}
      </ul>
    </div>
  );
}
