import type { ConsoleLocale } from '../../common/locale.js';
import { Submit } from '../../console/actions.js';
import { SelectField, TextArea, TextField } from '../../console/fields.js';
import { FormSection } from '../../console/form-section.js';
import { languageNames } from '../../console/formats.js';
import { Card } from '../../console/headings.js';
import { askableIn } from '../draft/askable-questions.js';
import { ConditionFields } from '../element/condition-fields.js';
import { EditorFrame, type EditorFacts } from '../frame/editor-frame.js';
import { texts } from '../../common/texts.js';
import { indices } from '../element/element-form.js';
import type { FormValues } from '../frame/posted-values.js';
import { flowTexts, otherTriggers, targetsIn, valuesOfFlow } from './flow-form.js';

/** What happens between pages and at the end: jumps, early end, calculated values, closing text. */
export function FlowPage({ facts }: { facts: EditorFacts }) {
  const { context, state } = facts;
  const { locale } = context;
  const t = texts('editor', locale).flow;
  const { survey, draft, number, languages } = state;
  const values = valuesOfFlow(draft, languages);
  const others = otherTriggers(draft).length;
  return (
    <EditorFrame {...facts} view="flow">
      <form
        method="post"
        action={`/console/surveys/${survey.id}/editor/flow`}
        class="narrow stack"
        id="editor-form"
        noValidate
      >
        <p class="lead">{t.lead}</p>
        <input type="hidden" name="number" value={number} />
        <FormSection title={t.texts}>
          {flowTexts.map((property) => (
            <Texts key={property} property={property} values={values} languages={languages} locale={locale} />
          ))}
        </FormSection>
        <Card title={t.triggers}>
          <p class="hint">{t.triggersHint}</p>
          {spare(values, 'triggers').map((index, position, all) => (
            <fieldset class="form-section form" key={index}>
              <legend>{position === all.length - 1 ? t.newTrigger : t.trigger({ n: position + 1 })}</legend>
              <ConditionFields
                property={`triggers.${index}.if`}
                values={values}
                askable={askableIn(draft, locale)}
                t={texts('editor', locale)}
              />
              <div class="field-row">
                <SelectField
                  name={`triggers.${index}.kind`}
                  label={t.then}
                  value={values[`triggers.${index}.kind`] ?? 'none'}
                  options={(['none', 'skip', 'complete'] as const).map((kind) => ({
                    value: kind,
                    label: t.kinds[kind],
                  }))}
                />
                <SelectField
                  name={`triggers.${index}.goto`}
                  label={t.goto}
                  value={values[`triggers.${index}.goto`] ?? ''}
                  options={[{ value: '', label: '–' }, ...targetsIn(draft, locale)]}
                />
              </div>
            </fieldset>
          ))}
          {others > 0 && <p class="hint">{t.others({ n: others })}</p>}
        </Card>
        <Card title={t.calculated}>
          <p class="hint">{t.calculatedHint}</p>
          {spare(values, 'calculated').map((index) => (
            <Calculated key={index} index={index} values={values} locale={locale} />
          ))}
        </Card>
        <div class="actions">
          <Submit>{texts('editor', locale).save}</Submit>
        </div>
      </form>
    </EditorFrame>
  );
}

function Texts({
  property,
  values,
  languages,
  locale,
}: {
  property: (typeof flowTexts)[number];
  values: FormValues;
  languages: readonly string[];
  locale: ConsoleLocale;
}) {
  const t = texts('editor', locale).flow;
  const label = { title: t.surveyTitle, description: t.intro, completedHtml: t.completed }[property];
  return (
    <fieldset class="field by-language">
      <legend>{label}</legend>
      {property === 'title' && <p class="hint">{t.surveyTitleHint}</p>}
      <div class="by-language-row">
        {languages.map((language) => {
          const name = `${property}.${language}`;
          const shared = { name, label: languageNames([language], locale), value: values[name] ?? '' };
          return property === 'title' ? (
            <TextField key={language} {...shared} maxLength={300} />
          ) : (
            <TextArea key={language} {...shared} rows={4} />
          );
        })}
      </div>
    </fieldset>
  );
}

function Calculated({ index, values, locale }: { index: number; values: FormValues; locale: ConsoleLocale }) {
  const t = texts('editor', locale).flow;
  const at = `calculated.${index}`;
  return (
    <div class="part">
      <div class="field-row">
        <TextField
          name={`${at}.name`}
          label={t.calculatedName}
          value={values[`${at}.name`] ?? ''}
          class="code"
        />
        <TextField
          name={`${at}.expression`}
          label={t.expression}
          value={values[`${at}.expression`] ?? ''}
          class="code"
        />
      </div>
      <div class="choice">
        <input
          type="checkbox"
          id={`f-${at}.kept`}
          name={`${at}.kept`}
          value="yes"
          checked={values[`${at}.kept`] === 'yes'}
        />
        <label for={`f-${at}.kept`}>{t.kept}</label>
      </div>
    </div>
  );
}

/** The places of a list, and one to spare. */
function spare(values: FormValues, property: string): number[] {
  const there = indices(values, property);
  return [...there, (there.at(-1) ?? -1) + 1];
}
