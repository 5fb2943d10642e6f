import type { ConsoleLocale } from '../../common/locale.js';
import { languageNames } from '../../console/formats.js';
import { texts } from '../../common/texts.js';
import { missingTexts } from '../../questionnaire/compile/missing-texts.js';
import { askedTooEarly, pageOf } from '../draft/later-questions.js';
import { labelAt, placeOf } from './places.js';
import type { Draft, Placed } from '../draft/questionnaire-tree.js';

interface Props {
  draft: Draft;
  languages: readonly string[];
  /** Address of the editor. */
  base: string;
  locale: ConsoleLocale;
}

/** What publication takes but may not be meant so: texts that lack a language, conditions that look ahead. */
export function DraftHints(props: Props) {
  const { draft, languages } = props;
  const missing = missingTexts(draft, languages);
  return (
    <>
      {languages.map((language) => {
        const paths = missing.filter((text) => text.language === language).map(({ path }) => path);
        return (
          paths.length > 0 && <MissingTexts key={language} {...props} language={language} paths={paths} />
        );
      })}
      <TooEarly {...props} />
    </>
  );
}

function MissingTexts({
  draft,
  language,
  paths,
  base,
  locale,
}: Props & { language: string; paths: readonly string[] }) {
  const t = texts('editor', locale).hints;
  const name = languageNames([language], locale);
  return (
    <details class="problem-box" id={`missing-texts-${language}`}>
      <summary>{texts('questionnaire', locale).missing({ language: name, n: paths.length })}</summary>
      <p class="hint">{t.missing({ language: name })}</p>
      <ul class="problem-list">
        {placesOf(paths, draft, locale).map(({ href, label, fields }) => (
          <li key={href}>
            <a href={`${base}${href}`}>{label}</a>
            <span>
              {[...fields].map(([field, count]) => t.several({ what: field, n: count })).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One line for each form that leads on, with the fields to fill in and how many texts each lacks. */
function placesOf(paths: readonly string[], draft: Draft, locale: ConsoleLocale) {
  const places = new Map<string, { href: string; label: string; fields: Map<string, number> }>();
  for (const path of paths) {
    const { href, label, field } = placeOf(path, draft, locale);
    const { fields } = places.get(href) ?? { fields: new Map<string, number>() };
    places.set(href, { href, label, fields: fields.set(field, (fields.get(field) ?? 0) + 1) });
  }
  return [...places.values()];
}

function TooEarly({ draft, base, locale }: Props) {
  const t = texts('editor', locale).hints;
  const found = askedTooEarly(draft);
  if (found.length === 0) return null;
  const link = (placed: Placed) => (
    <a href={`${base}?at=${placed.address}`}>
      {t.onPage({ what: labelAt(placed, locale), page: pageOf(placed) + 1 })}
    </a>
  );
  return (
    <details class="problem-box" id="asked-too-early">
      <summary>{t.tooEarly({ n: found.length })}</summary>
      <p class="hint">{t.tooEarlyHint}</p>
      <ul class="plain-list">
        {found.map(({ element, question }) => (
          <li key={`${element.address} ${question.address}`}>
            {link(element)} {t.needs} {link(question)}
          </li>
        ))}
      </ul>
    </details>
  );
}
