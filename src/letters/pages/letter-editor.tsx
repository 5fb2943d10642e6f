import type { ConsoleLocale, Locale } from '../../common/locale.js';
import { Submit } from '../../console/actions.js';
import { TextArea, TextField } from '../../console/fields.js';
import { Card } from '../../console/headings.js';
import type { FieldErrors } from '../../console/notices.js';
import type { LetterText } from '../../composer/letter-text.js';
import { mergeFields } from '../../composer/merge-fields.js';
import { texts } from '../../common/texts.js';
import type { LetterFormValues } from './letter-form.js';

export interface LetterEditorProps {
  locale: ConsoleLocale;
  /** Of the survey, in its order. */
  languages: readonly Locale[];
  values: LetterFormValues;
  errors: FieldErrors;
  /** What is sent where staff write nothing of their own. */
  templates: Partial<Record<Locale, LetterText>>;
  /** Where the form goes to have a template put into its fields. */
  fillAction: string;
}

/** Subject and body of a letter in every language of the survey, side by side where there is room. */
export function LetterEditor({
  locale,
  languages,
  values,
  errors,
  templates,
  fillAction,
}: LetterEditorProps) {
  const t = texts('letter-editor', locale);
  return (
    <Card title={t.title}>
      <p class="hint">{t.hint}</p>
      <div class="letter-columns">
        {languages.map((language) => {
          const template = templates[language];
          return (
            <fieldset key={language} class="form" lang={language}>
              <legend lang={locale}>{t.languages[language]}</legend>
              <TextField
                name={`subject.${language}`}
                label={t.subject}
                value={values[language].subject}
                error={errors[`subject.${language}`]}
                placeholder={template?.subject ?? ''}
                maxLength={200}
              />
              <TextField
                name={`preview.${language}`}
                label={t.inboxPreview}
                value={values[language].preview}
                error={errors[`preview.${language}`]}
                hint={t.inboxPreviewHint}
                maxLength={200}
              />
              <TextArea
                name={`body.${language}`}
                label={t.body}
                value={values[language].body}
                error={errors[`body.${language}`]}
                placeholder={template?.body ?? ''}
                rows={16}
              />
              <Submit look="quiet" name="fill" value={language} formAction={fillAction}>
                {t.fill({ language: t.languages[language] })}
              </Submit>
            </fieldset>
          );
        })}
      </div>
      <div class="letter-help">
        <details>
          <summary>{t.fields}</summary>
          <dl class="letter-fields">
            {mergeFields.map((field) => (
              <div key={field}>
                <dt>
                  <code class="merge-field">{`{{${field}}}`}</code>
                </dt>
                <dd>{t.fieldMeanings[field]}</dd>
              </div>
            ))}
          </dl>
        </details>
        <details>
          <summary>{t.markdown}</summary>
          <dl class="letter-fields">
            {t.markdownRows.map(([typed, meaning]) => (
              <div key={typed}>
                <dt>
                  <code class="merge-field">{typed}</code>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <p class="hint">{t.markdownHint}</p>
        </details>
      </div>
    </Card>
  );
}

/** The labels of its fields, for the list of errors. */
export function letterLabels(locale: ConsoleLocale, languages: readonly Locale[]): Record<string, string> {
  const t = texts('letter-editor', locale);
  return Object.fromEntries(
    languages.flatMap((language) => [
      [`subject.${language}`, `${t.subject} (${t.languages[language]})`],
      [`preview.${language}`, `${t.inboxPreview} (${t.languages[language]})`],
      [`body.${language}`, `${t.body} (${t.languages[language]})`],
    ]),
  );
}
