import { packed, textOf } from '../../common/coded-text.js';
import { type ConsoleLocale, isLocale, type Locale } from '../../common/locale.js';
import { Submit } from '../../console/actions.js';
import { SelectField } from '../../console/fields.js';
import { Card } from '../../console/headings.js';
import { Icon } from '../../console/icons.js';
import { Facts } from '../../console/tables.js';
import { texts } from '../../common/texts.js';
import type { LetterPreview, ShownPreview } from '../letter-previews.service.js';

interface PaneProps {
  locale: ConsoleLocale;
  languages: readonly Locale[];
  preview: ShownPreview;
  /** Where the form goes to show itself again with the letter as it reads now. */
  showAction: string;
}

/** The letter as a person gets it, beside it what should be looked at again; follows what is typed. */
export function LetterPreviewPane({ locale, languages, preview, showAction }: PaneProps) {
  const t = texts('letter-editor', locale);
  const { view, people } = preview;
  return (
    <Card title={t.preview}>
      <div class="letter-controls">
        <SelectField
          name="person"
          label={t.person}
          options={
            people.length > 0
              ? people.map(({ id, label }) => ({ value: id, label }))
              : [{ value: '', label: t.sample }]
          }
          value={view.person ?? people[0]?.id ?? ''}
        />
        {languages.length > 1 && (
          <SelectField
            name="language"
            label={t.language}
            options={[
              { value: '', label: t.ofPerson },
              ...languages.map((value) => ({ value, label: t.languages[value] })),
            ]}
            value={view.language ?? ''}
          />
        )}
        <Segments name="look-width" legend={t.width} choices={t.widths} chosen="desktop" />
        <Segments name="look-part" legend={t.part} choices={t.parts} chosen="html" />
        <div class="without-script">
          <Submit look="secondary" formAction={showAction}>
            {t.show}
          </Submit>
        </div>
      </div>
      <div class="letter-sheet">
        <div class="letter-stage">
          <iframe class="letter-frame" sandbox="" src={preview.frameUrl} title={t.parts.html} />
          <LetterAsText preview={preview} />
        </div>
        <LetterSummary locale={locale} preview={preview} />
      </div>
    </Card>
  );
}

/** What a script fetches anew while somebody types. */
export function LetterPreviewParts({ locale, preview }: { locale: ConsoleLocale; preview: ShownPreview }) {
  return (
    <div>
      <LetterSummary locale={locale} preview={preview} />
      <LetterAsText preview={preview} />
    </div>
  );
}

function LetterAsText({ preview: { letter } }: { preview: ShownPreview }) {
  return (
    <pre class="code-block letter-text" id="letter-text">
      {letter?.text ?? ''}
    </pre>
  );
}

function LetterSummary({ locale, preview }: { locale: ConsoleLocale; preview: ShownPreview }) {
  const t = texts('letter-editor', locale);
  const { letter } = preview;
  return (
    <div id="letter-summary" class="letter-summary" data-shows={letter ? 'letter' : 'problems'} role="status">
      {preview.problems.length > 0 && <Problems preview={preview} locale={locale} />}
      {letter && (
        <Facts
          facts={[
            [t.from, preview.from],
            [t.subjectIs, <strong key="subject">{letter.subject}</strong>],
          ]}
        />
      )}
      <Warnings warnings={preview.warnings} locale={locale} />
      <p class="hint">{t.previewHint}</p>
    </div>
  );
}

function Problems({ preview, locale }: { preview: ShownPreview; locale: ConsoleLocale }) {
  const t = texts('letter-editor', locale);
  return (
    <div class="letter-problems">
      <h3>{t.problems}</h3>
      <ul>
        {preview.problems.map((problem) => (
          <li key={problem.path + packed(problem)}>
            <a href={`#f-${problem.path}`}>{whereIs(problem.path, locale)}</a>: {textOf(problem, locale)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What should be looked at again; one line for each, with the field it is about. */
export function Warnings({
  warnings,
  locale,
}: {
  warnings: LetterPreview['warnings'];
  locale: ConsoleLocale;
}) {
  const t = texts('letter-editor', locale);
  if (warnings.length === 0) return <p class="letter-fine">{t.noWarnings}</p>;
  return (
    <div class="letter-warnings">
      <h3>{t.warnings}</h3>
      <ul>
        {warnings.map(({ code, tone, field, about, locale: language }) => (
          <li key={code + field + about + language} class={`letter-${tone}`}>
            <Icon name={tone === 'hint' ? 'dot' : 'alert'} />
            <span>
              <span class="letter-where">{whereIs(`${field}.${language}`, locale)}</span>{' '}
              {warningInWords(t.warningTexts[code], about)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** `body.de` in words. */
function whereIs(path: string, locale: ConsoleLocale): string {
  const t = texts('letter-editor', locale);
  const [field, language] = path.split('.');
  const name = field === 'subject' ? t.subject : field === 'body' ? t.body : path;
  return isLocale(language) ? `${name}, ${t.languages[language]}` : name;
}

interface SegmentsProps {
  name: string;
  legend: string;
  choices: Readonly<Record<string, string>>;
  chosen: string;
}

/** Two ways to look, side by side; the style sheet follows what is chosen. */
function Segments({ name, legend, choices, chosen }: SegmentsProps) {
  return (
    <fieldset class={`segments ${name}`}>
      <legend>{legend}</legend>
      <div>
        {Object.entries(choices).map(([value, label]) => (
          <label key={value}>
            <input type="radio" name={name} value={value} checked={value === chosen} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function warningInWords(say: string | ((values: { about: string }) => string), about: string): string {
  return typeof say === 'string' ? say : say({ about });
}
