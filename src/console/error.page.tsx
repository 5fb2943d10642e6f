import type { DomainError } from '../common/errors.js';
import type { ConsoleContext } from './console-context.js';
import { ConsolePage } from './layout.page.js';
import { PageHead } from './headings.js';
import { LinkButton } from './actions.js';
import { Notice } from './notices.js';
import { type Texts, texts } from '../common/texts.js';
import { errorText } from './error-text.js';

interface Props {
  context: ConsoleContext;
  status: number;
  /** The fact of the domain behind it, where there is one. */
  error: DomainError | null;
}

/** Says what kept a request from being carried out, and where to go from here. */
export function ErrorPage({ context, status, error }: Props) {
  const t = texts('console', context.locale).errors;
  const known = t[kindOf(status)];
  return (
    <ConsolePage context={context} title={known.title}>
      <PageHead title={known.title} eyebrow={String(status)} />
      <div class="stack narrow">
        <p class="lead">{known.text}</p>
        {error && status !== 404 && <Notice tone="error">{errorText(context.locale, error)}</Notice>}
        <p>
          <LinkButton href="/console">{t.home}</LinkButton>
        </p>
      </div>
    </ConsolePage>
  );
}

function kindOf(status: number): Exclude<keyof Texts['console']['errors'], 'home'> {
  if (status === 503) return 'away';
  if (status >= 500) return 'broken';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'notFound';
  if (status === 413) return 'tooLarge';
  return [400, 408, 415].includes(status) ? 'unreadable' : 'refused';
}
