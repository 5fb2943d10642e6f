import type { Problem } from '../../common/errors.js';
import { texts } from '../../common/texts.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { Choices, TextArea, TextField } from '../../console/fields.js';
import { FormSection } from '../../console/form-section.js';
import type { FieldErrors } from '../../console/notices.js';
import { QuestionnaireProblems } from './questionnaire-problems.js';
import { firstQuestionnaires, type SurveyFormValues } from './survey-form.js';

interface Props {
  context: ConsoleContext;
  values: SurveyFormValues;
  errors: FieldErrors;
  /** What is wrong inside the questionnaire. */
  problems: readonly Problem[];
}

/** What a new survey begins with; its questions are then built in the editor. */
export function FirstQuestionnaire({ values, errors, problems, context }: Props) {
  const t = texts('survey-form', context.locale);
  const hasJson = values.questionnaire !== '';
  return (
    <FormSection title={t.questionnaire}>
      {!hasJson && (
        <Choices
          name="start"
          label={t.start}
          type="radio"
          options={firstQuestionnaires.map((start) => ({ value: start, ...t.starts[start] }))}
          chosen={[values.start]}
        />
      )}
      <QuestionnaireProblems problems={problems} locale={context.locale} />
      <details open={hasJson}>
        <summary>{t.ownJson}</summary>
        <div class="form">
          <TextArea
            name="questionnaire"
            label="JSON"
            hint={t.questionnaireHint}
            error={errors['questionnaire']}
            value={values.questionnaire}
            class="code"
            spellcheck={false}
          />
          <TextField
            name="file"
            label={t.file}
            hint={t.fileHint}
            type="file"
            accept=".json,application/json"
          />
        </div>
      </details>
    </FormSection>
  );
}
