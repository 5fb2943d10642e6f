import { inShort } from '../../common/local-time.js';
import { LinkButton, Submit } from '../../console/actions.js';
import { Card } from '../../console/headings.js';
import { Notice } from '../../console/notices.js';
import { EditorFrame, type EditorFacts } from '../frame/editor-frame.js';
import { texts } from '../../common/texts.js';
import type { EditNote } from '../draft/questionnaire-edits.service.js';
import { typedInWords } from './typed-in-words.js';

interface Props {
  facts: EditorFacts;
  since: readonly EditNote[];
  /** What was sent, to be sent again or copied. */
  typed: readonly (readonly [name: string, value: string])[];
  /** The address the form was sent to. */
  action: string;
  /** Whether what the form was about is still there. */
  isGone: boolean;
}

/** Somebody else was faster: what they did, and what was typed, still there to be applied. */
export function ConflictPage({ facts, since, typed, action, isGone }: Props) {
  const { context, state } = facts;
  const { locale } = context;
  const t = texts('editor', locale).conflict;
  const { steps } = texts('editor', locale);
  const { survey, number } = state;
  const readable = typedInWords(Object.fromEntries(typed), state.draft, state.languages, locale);
  return (
    <EditorFrame {...facts} view="edit">
      <div class="narrow stack" id="editor-form">
        <h2>{t.title}</h2>
        <Notice tone="warning">{isGone ? t.gone : t.lead}</Notice>
        <Card title={t.since}>
          <ul class="plain-list">
            {since.map((edit) => (
              <li key={edit.number}>
                <span class="strong">{steps[edit.summary.code]}</span>
                {edit.summary.what && `: ${edit.summary.what}`}
                <span class="cell-sub">
                  {t.by({ who: edit.madeBy, when: inShort(edit.madeAt, survey.timeZone, locale) })}
                </span>
              </li>
            ))}
            {since.length === 0 && <li>{t.undone}</li>}
          </ul>
        </Card>
        {readable.length > 0 && (
          <Card title={t.typed}>
            <dl class="typed">
              {readable.map(({ label, text }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd class="typed-value">{text}</dd>
                </div>
              ))}
            </dl>
          </Card>
        )}
        <form method="post" action={action} class="actions">
          {typed
            .filter(([name]) => name !== 'number')
            .map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
          <input type="hidden" name="number" value={number} />
          {!isGone && <Submit>{t.apply}</Submit>}
          <LinkButton href={`/console/surveys/${survey.id}/editor`} look="secondary">
            {t.discard}
          </LinkButton>
        </form>
      </div>
    </EditorFrame>
  );
}
