import type { ConsoleContext } from '../../console/console-context.js';
import { Submit } from '../../console/actions.js';
import { TextField } from '../../console/fields.js';
import { ConsolePage } from '../../console/layout.page.js';
import { Notice } from '../../console/notices.js';
import { texts } from '../../common/texts.js';

interface Props {
  context: ConsoleContext;
  /** Where to go on to. */
  next: string;
  /** Whether to say where a first password is found. */
  trial: boolean;
  email?: string;
  failure?: 'wrong' | 'busy' | { waitSeconds: number };
}

export function SignInPage({ context, next, trial, email = '', failure }: Props) {
  const t = texts('console', context.locale).signIn;
  return (
    <ConsolePage context={context} title={t.title}>
      <div class="door">
        <div class="door-head">
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
        </div>
        <form method="post" action="/console/sign-in" class="card form">
          {failure && (
            <Notice tone="error">
              {typeof failure === 'string'
                ? t[failure]
                : t.wait({ minutes: Math.ceil(failure.waitSeconds / 60) })}
            </Notice>
          )}
          <input type="hidden" name="next" value={next} />
          <TextField
            name="email"
            label={t.email}
            type="email"
            autocomplete="username"
            required
            value={email}
            autofocus={email === ''}
          />
          <TextField
            name="password"
            label={t.password}
            type="password"
            autocomplete="current-password"
            required
            autofocus={email !== ''}
          />
          <Submit>{t.submit}</Submit>
          {trial && <p class="hint">{t.trial}</p>}
        </form>
      </div>
    </ConsolePage>
  );
}
