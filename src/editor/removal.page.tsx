import { LinkButton, Submit } from '../console/actions.js';
import { Card } from '../console/headings.js';
import { EditorFrame, type EditorFacts, StepFields } from './frame/editor-frame.js';
import { texts } from '../common/texts.js';
import type { Reference } from './draft/name-references.js';
import { labelOf, nameOf, nodeAt } from './draft/questionnaire-tree.js';

interface Props {
  facts: EditorFacts;
  at: string;
  references: readonly Reference[];
}

/** Asked before something is deleted whose answers are used elsewhere, with every place that does. */
export function RemovalPage({ facts, at, references }: Props) {
  const { context, state } = facts;
  const { locale } = context;
  const t = texts('editor', locale);
  const node = nodeAt(state.draft, at) ?? {};
  const base = `/console/surveys/${state.survey.id}/editor`;
  const label = labelOf(node, locale) || t.untitled;
  return (
    <EditorFrame {...facts} view="edit" at={at}>
      <div class="narrow stack" id="editor-form">
        <h2>{t.removing.title({ what: label })}</h2>
        <p>{t.removing.lead}</p>
        <Card>
          <ul class="plain-list">
            {references.map((reference, index) => {
              const used = reference.address === null ? null : nodeAt(state.draft, reference.address);
              return (
                <li key={index}>
                  <span class="muted">{t.removing.kinds[reference.kind]}</span>
                  {used && reference.address !== null && (
                    <>
                      {': '}
                      <a href={`${base}?at=${reference.address}`}>{labelOf(used, locale)}</a>
                    </>
                  )}
                </li>
              );
            })}
          </ul>
        </Card>
        <form method="post" action={`${base}/steps`} class="actions">
          <StepFields number={state.number} at={at} was={nameOf(node)} />
          <input type="hidden" name="sure" value="yes" />
          <Submit look="danger" name="do" value="remove">
            {t.removing.yes}
          </Submit>
          <LinkButton href={`${base}?at=${at}`} look="secondary">
            {t.cancel}
          </LinkButton>
        </form>
      </div>
    </EditorFrame>
  );
}
