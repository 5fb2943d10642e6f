import type { Problem } from '../common/errors.js';
import type { ConsoleLocale } from '../common/locale.js';
import { ProblemText } from '../console/problem-text.js';
import { editorTexts } from './editor.texts.js';
import { fieldLabel } from './question-fields.texts.js';
import { addressOfPath, type Draft, labelOf, nodeAt, typeAt } from './questionnaire-tree.js';

interface Props {
  problems: readonly Problem[];
  draft: Draft;
  /** Address of the editor; null where nothing can be opened yet. */
  base: string | null;
  locale: ConsoleLocale;
}

/** What publication would refuse, each with the way to the form where it is mended. */
export function ProblemList({ problems, draft, base, locale }: Props) {
  return (
    <ul class="problem-list">
      {problems.map((problem) => {
        const place = placeOf(problem, draft, locale);
        return (
          <li key={`${problem.path} ${problem.message}`}>
            {base && place.href ? (
              <a href={`${base}${place.href}`}>{place.label}</a>
            ) : (
              <span>{place.label}</span>
            )}
            <span>
              {place.field && <span class="muted">{place.field}: </span>}
              <ProblemText message={problem.message} locale={locale} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function placeOf(problem: Problem, draft: Draft, locale: ConsoleLocale) {
  const t = editorTexts(locale);
  const address = addressOfPath(problem.path);
  const node = address === null ? null : nodeAt(draft, address);
  if (address === null || !node) {
    const isFlow = /^(?:triggers|calculatedValues|completedHtml|title|description)/.test(problem.path);
    return { label: t.problems.whole, href: isFlow ? '/flow' : '/json', field: problem.path };
  }
  const type = typeAt(node, address);
  const property = /\.([A-Za-z]+)[^.]*$/.exec(
    problem.path.replace(/(?:elements|questions)\[\d+\]$/, ''),
  )?.[1];
  const isField = property !== undefined && !/^(?:elements|questions)$/.test(property);
  return {
    label: labelOf(node, locale) || (type === 'page' ? t.page(Number(address) + 1) : t.untitled),
    href: `?at=${address}`,
    field: isField ? fieldLabel(locale, type, property)[0] : '',
  };
}
