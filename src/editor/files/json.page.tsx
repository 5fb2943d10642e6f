import { packed, textOf } from '../../common/coded-text.js';
import { LinkButton, Submit } from '../../console/actions.js';
import { Card } from '../../console/headings.js';
import { EditorFrame, type EditorFacts } from '../frame/editor-frame.js';
import { texts } from '../../common/texts.js';
import { type Position, readJson } from './json-positions.js';

interface Props {
  facts: EditorFacts;
  text: string;
  /** Why the text was not saved, and where. */
  failed: { message: string; at: Position } | null;
}

/** The whole questionnaire as text, with what is wrong at its line. */
export function JsonPage({ facts, text, failed }: Props) {
  const { context, state, problems } = facts;
  const { locale } = context;
  const { json: t, problems: ofProblems } = texts('editor', locale);
  const base = `/console/surveys/${state.survey.id}/editor/json`;
  const read = readJson(text);
  const placed =
    'value' in read ? problems.map((problem) => ({ problem, at: read.positionOf(problem.path) })) : [];
  return (
    <EditorFrame {...facts} view="json">
      <form method="post" action={base} class="stack json-form" id="editor-form">
        <p class="lead">{t.lead}</p>
        <input type="hidden" name="number" value={state.number} />
        {failed && (
          <div class="error-summary" role="alert" tabIndex={-1} autofocus>
            <h2>{t.invalid}</h2>
            <ul>
              <li>
                <a href="#f-json" data-line={failed.at.line}>
                  {t.place({ line: failed.at.line, column: failed.at.column })}
                </a>
                {`: ${failed.message}`}
              </li>
            </ul>
          </div>
        )}
        {!failed && placed.length > 0 && (
          <Card title={t.problems}>
            <ul class="problem-list">
              {placed.map(({ problem, at }) => (
                <li key={`${problem.path} ${packed(problem)}`}>
                  <a href="#f-json" data-line={at.line}>
                    {ofProblems.line({ n: at.line })}
                  </a>
                  <span>
                    <code>{problem.path}</code> {textOf(problem, locale)}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <div class="field">
          <label for="f-json">{t.label}</label>
          <div
            class="json-editor"
            data-json
            data-lines={failed ? failed.at.line : placed.map(({ at }) => at.line).join(' ')}
          >
            <textarea
              name="json"
              id="f-json"
              class="code"
              rows={32}
              spellcheck={false}
              aria-invalid={failed ? 'true' : undefined}
            >
              {text}
            </textarea>
          </div>
        </div>
        <div class="actions">
          <Submit>{t.save}</Submit>
          <LinkButton href={`${base}/download`} look="secondary">
            {t.download}
          </LinkButton>
        </div>
      </form>
    </EditorFrame>
  );
}
