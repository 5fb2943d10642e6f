import type { Problem } from '../common/errors.js';
import type { ConsoleLocale } from '../common/locale.js';
import { Icon } from '../console/icons.js';
import { askableIn, type AskableQuestion } from './draft/askable-questions.js';
import { conditionInWords } from './draft/condition-words.js';
import { Drawing, EditorIcon } from './frame/editor-icons.js';
import { texts } from '../common/texts.js';
import { offerFor } from './element/question-kinds.js';
import {
  addressOfPath,
  childrenOf,
  type Draft,
  isQuestionType,
  labelOf,
  type Node,
  placedIn,
  typeAt,
} from './draft/questionnaire-tree.js';

interface Props {
  draft: Draft;
  number: number;
  /** Address of what is open; null while something new is made. */
  current: string | null;
  problems: readonly Problem[];
  base: string;
  locale: ConsoleLocale;
}

interface TreeProps extends Props {
  askable: readonly AskableQuestion[];
  wrong: ReadonlySet<string>;
  numbers: ReadonlyMap<string, number>;
}

/** Pages with their questions; one form, whose buttons move things up and down. */
export function EditorTree(props: Props) {
  const { draft, number, base, locale, problems } = props;
  const t = texts('editor', locale);
  const questions = placedIn(draft).filter(({ node, address }) => isQuestionType(typeAt(node, address)));
  const around: TreeProps = {
    ...props,
    askable: askableIn(draft, locale),
    wrong: new Set(problems.flatMap(({ path }) => addressOfPath(path) ?? [])),
    numbers: new Map(questions.map(({ address }, index) => [address, index + 1])),
  };
  return (
    <nav class="editor-tree" id="editor-tree" aria-label={t.outline}>
      <form method="post" action={`${base}/steps`} id="tree-form">
        <input type="hidden" name="number" value={number} />
        <ol class="tree">
          {draft.pages.map((page, index) => (
            <PageItem key={index} page={page} index={index} around={around} />
          ))}
        </ol>
      </form>
      <form method="post" action={`${base}/steps`} class="tree-foot">
        <input type="hidden" name="number" value={number} />
        <button class="button button-quiet" name="do" value="add-page">
          <Icon name="plus" />
          {t.addPage}
        </button>
      </form>
    </nav>
  );
}

function PageItem({ page, index, around }: { page: Node; index: number; around: TreeProps }) {
  const t = texts('editor', around.locale);
  const address = String(index);
  const title = labelOf(page, around.locale);
  const named = typeof page['title'] === 'undefined' ? t.page({ n: index + 1 }) : title;
  const children = childrenOf(page);
  return (
    <li class="tree-page" data-at={address} data-label={named}>
      <Row node={page} address={address} label={named} around={around} />
      <ol class="tree-list" data-within={address}>
        {children.map((child, position) => (
          <ElementItem key={position} node={child} address={`${address}.${position}`} around={around} />
        ))}
      </ol>
      <a class="tree-add" href={`${around.base}?add=${address}@${children.length}`}>
        <Icon name="plus" />
        {t.addQuestion}
      </a>
    </li>
  );
}

function ElementItem({ node, address, around }: { node: Node; address: string; around: TreeProps }) {
  const t = texts('editor', around.locale);
  const label = labelOf(node, around.locale) || t.untitled;
  const isPanel = node['type'] === 'panel';
  const children = childrenOf(node);
  return (
    <li class="tree-item" data-at={address} data-label={label}>
      <Row node={node} address={address} label={label} around={around} />
      {isPanel && (
        <ol class="tree-list" data-within={address}>
          {children.map((child, position) => (
            <ElementItem key={position} node={child} address={`${address}.${position}`} around={around} />
          ))}
        </ol>
      )}
      {isPanel && (
        <a class="tree-add" href={`${around.base}?add=${address}@${children.length}`}>
          <Icon name="plus" />
          {t.addQuestion}
        </a>
      )}
    </li>
  );
}

function Row({
  node,
  address,
  label,
  around,
}: {
  node: Node;
  address: string;
  label: string;
  around: TreeProps;
}) {
  const t = texts('editor', around.locale);
  const isCurrent = around.current === address;
  const isWrong = around.wrong.has(address);
  const type = typeAt(node, address);
  const drawing = offerFor(node, type)?.drawing;
  const condition = typeof node['visibleIf'] === 'string' ? node['visibleIf'] : '';
  const number = around.numbers.get(address);
  return (
    <div class={isCurrent ? 'tree-row tree-row-current' : 'tree-row'}>
      <span class="tree-grip" aria-hidden="true" title={t.drag}>
        <EditorIcon name="grip" />
      </span>
      <a
        href={`${around.base}?at=${address}`}
        aria-current={isCurrent ? 'true' : undefined}
        id={`row-${address}`}
      >
        {drawing ? <Drawing path={drawing} /> : <EditorIcon name="page" />}
        <span class="tree-text">
          <span class="tree-label">
            {number !== undefined && <span class="muted">{number}. </span>}
            {label}
            {node['isRequired'] === true && (
              <span class="tree-required" title={t.required}>
                {' *'}
                <span class="visually-hidden">{t.required}</span>
              </span>
            )}
          </span>
          {condition && (
            <span class="tree-condition">
              <EditorIcon name="condition" />
              {conditionInWords(condition, around.askable, t)}
            </span>
          )}
        </span>
        {isWrong && (
          <span class="tree-wrong">
            <Icon name="alert" />
            <span class="visually-hidden">{t.problems.title({ n: 1 })}</span>
          </span>
        )}
      </a>
      {isCurrent && (
        <span class="tree-moves">
          <button
            class="icon-button"
            name="up"
            value={address}
            aria-label={t.up({ what: label })}
            title={t.upShort}
            id="move-up"
          >
            <EditorIcon name="up" />
          </button>
          <button
            class="icon-button"
            name="down"
            value={address}
            aria-label={t.down({ what: label })}
            title={t.downShort}
            id="move-down"
          >
            <EditorIcon name="down" />
          </button>
        </span>
      )}
    </div>
  );
}
