import { packed, textOf } from '../../common/coded-text.js';
import type { Problem } from '../../common/errors.js';
import type { ConsoleLocale } from '../../common/locale.js';
import { texts } from '../../common/texts.js';

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
          <li key={`${problem.path} ${packed(problem)}`}>
            <code>{problem.path}</code>
            <span>{textOf(problem, locale)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
