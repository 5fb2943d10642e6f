import type { ConsoleLocale } from '../../common/locale.js';
import { Icon } from '../../console/icons.js';
import { Notice } from '../../console/notices.js';
import { type Texts, texts } from '../../common/texts.js';
import { askableIn } from '../draft/askable-questions.js';
import { Drawing, EditorIcon } from '../frame/editor-icons.js';
import { StepButton, StepFields } from '../frame/editor-frame.js';
import { ElementFields } from './element-fields.js';
import type { FieldProblem } from './element-form.js';
import type { FormValues } from '../frame/posted-values.js';
import { ImageFields } from './image-fields.js';
import { MoveForm } from './move-form.js';
import { fieldsOf } from './question-fields.js';
import { kindById, offerFor } from './question-kinds.js';
import { childrenOf, type Draft, nameOf, type Node, typeAt } from '../draft/questionnaire-tree.js';

export interface ElementFormState {
  node: Node;
  /** Where it stands, or for a new one `within@index` where it is to stand. */
  at: string;
  isNew: boolean;
  /** What a new one was chosen as. */
  chosen?: string | undefined;
  values: FormValues;
  errors: Readonly<Record<string, FieldProblem>>;
}

interface Props {
  draft: Draft;
  number: number;
  form: ElementFormState;
  languages: readonly string[];
  base: string;
  locale: ConsoleLocale;
}

/** Everything that can be said about a page, panel, note or question. */
export function ElementForm({ draft, number, form, languages, base, locale }: Props) {
  const { node, at, isNew, values, errors } = form;
  const t = texts('editor', locale);
  const type = isNew ? String(node['type']) : typeAt(node, at);
  const kind = kindById(form.chosen ?? '') ?? offerFor(node, type);
  const words = kind?.id === 'consent' ? 'consent' : type;
  const name = kind
    ? texts('question-kinds', locale).kinds[kind.id][0]
    : texts('question-kinds', locale)[type === 'page' ? 'page' : 'unknown'];
  const fields = fieldsOf(type);
  const shared = {
    values,
    errors,
    type: words,
    languages,
    askable: askableIn(draft, locale).filter(
      (question) => question.name.split('.')[0] !== nameOf(node) || isNew,
    ),
    locale,
  };
  const more = fields.filter((field) => field.more);
  const hasWrongMore = more.some(({ property }) =>
    Object.keys(errors).some((key) => key.split('.')[0] === property),
  );
  const isPage = type === 'page';
  const isEmptyPage = (isPage || type === 'panel') && !isNew && childrenOf(node).length === 0;
  const following = isPage || type === 'panel' ? `${at}@${childrenOf(node).length}` : gapAfter(at);
  return (
    <>
      <div class="form-head">
        <h2>
          {kind ? <Drawing path={kind.drawing} /> : <EditorIcon name="page" />}
          {name}
        </h2>
        {!isNew && (
          <div class="form-tools">
            <StepButton
              action={`${base}/steps`}
              number={number}
              at={at}
              was={nameOf(node)}
              step="duplicate"
              icon="copy"
            >
              {t.duplicate}
            </StepButton>
            <StepButton
              action={`${base}/steps`}
              number={number}
              at={at}
              was={nameOf(node)}
              step="remove"
              icon="bin"
            >
              {t.remove}
            </StepButton>
          </div>
        )}
      </div>
      {fields.length <= 3 && !kind && !isPage && <Notice tone="warning">{t.unknownType({ type })}</Notice>}
      <Unsaved words={t.unsaved} isNew={isNew} />
      <form
        method="post"
        action={`${base}/steps`}
        class="form"
        id="element-form"
        noValidate
        data-autosave={isNew ? undefined : 'yes'}
      >
        <StepFields number={number} at={at} was={isNew ? '' : nameOf(node)} />
        <input type="hidden" name="do" value={isNew ? 'add' : 'change'} />
        {isNew && <input type="hidden" name="kind" value={kind?.id ?? ''} />}
        <ElementFields {...shared} fields={fields.filter((field) => !field.more)} />
        <details class="more" open={hasWrongMore} id="more">
          <summary>{t.more}</summary>
          <div class="form">
            <ElementFields {...shared} fields={more} />
          </div>
        </details>
        <div class="actions form-actions">
          <button class="button button-primary" name="then" value="stay">
            {t.save}
          </button>
          <button class="button button-secondary" name="then" value={`next ${following}`} id="save-next">
            {isPage && !isNew ? t.addQuestion : t.saveNext}
            <Icon name="next" />
          </button>
          {isNew && (
            <a class="button button-quiet" href={base} data-discard>
              {t.cancel}
            </a>
          )}
        </div>
      </form>
      {isEmptyPage && <p class="muted">{t.pageEmpty}</p>}
      {type === 'imagepicker' && !isNew && (
        <ImageFields node={node} at={at} number={number} base={base} locale={locale} />
      )}
      {!isNew && <MoveForm draft={draft} node={node} at={at} number={number} base={base} locale={locale} />}
    </>
  );
}

/** Shown by the script where the form was to be left and could not be saved. */
function Unsaved({ words, isNew }: { words: Texts['editor']['unsaved']; isNew: boolean }) {
  return (
    <div class="notice notice-warning" role="alert" id="editor-unsaved" tabIndex={-1} hidden>
      <Icon name="alert" />
      <div>
        <p>{isNew ? words.added : words.changed}</p>
        <div class="actions">
          {!isNew && (
            <button type="button" class="button button-primary" name="wrong">
              {words.toField}
            </button>
          )}
          <button type="button" class="button button-secondary" name="discard">
            {words.discard}
          </button>
        </div>
      </div>
    </div>
  );
}

/** The gap behind an element, or the one a new element takes up: the next one stands behind it. */
function gapAfter(at: string): string {
  if (at.includes('@')) {
    const [within = '0', index = '0'] = at.split('@');
    return `${within}@${Number(index) + 1}`;
  }
  const steps = at.split('.');
  return `${steps.slice(0, -1).join('.')}@${Number(steps.at(-1)) + 1}`;
}
