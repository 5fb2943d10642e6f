import { packed, textOf } from '../../common/coded-text.js';
import type { Problem } from '../../common/errors.js';
import type { ConsoleLocale } from '../../common/locale.js';
import { placeOf } from './places.js';
import type { Draft } from '../draft/questionnaire-tree.js';

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
        const place = placeOf(problem.path, draft, locale);
        return (
          <li key={`${problem.path} ${packed(problem)}`}>
            {base ? <a href={`${base}${place.href}`}>{place.label}</a> : <span>{place.label}</span>}
            <span>
              {place.field && <span class="muted">{place.field}: </span>}
              {textOf(problem, locale)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
