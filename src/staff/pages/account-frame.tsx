import type { ComponentChildren } from 'preact';
import { LinkButton } from '../../console/actions.js';
import type { ConsoleContext } from '../../console/console-context.js';
import { Card, PageHead, Tabs } from '../../console/headings.js';
import { ConsolePage } from '../../console/layout.page.js';
import { texts } from '../../common/texts.js';

type AccountTab = 'account' | 'staff' | 'tokens';

interface Props {
  context: ConsoleContext;
  tab: AccountTab;
  title: string;
  lead?: string;
  children: ComponentChildren;
}

/** The frame of one's own account, of the team and of the tokens. */
export function AccountFrame({ context, tab, title, lead, children }: Props) {
  const t = texts('accounts', context.locale).tabs;
  const tabs = (['account', 'staff', 'tokens'] as const).map((key) => ({
    label: t[key],
    href: `/console/${key}`,
    current: key === tab,
  }));
  return (
    <ConsolePage context={context} title={title}>
      <PageHead title={title} lead={lead} />
      <Tabs tabs={tabs} label={t.label} />
      {children}
    </ConsolePage>
  );
}

interface ShownOnceProps {
  context: ConsoleContext;
  tab: AccountTab;
  texts: { title: string; text: string; label: string; back: string };
  secret: string;
  /** What using it brings about. */
  effect?: string;
}

/** A link or a token, on the only page that ever shows it. */
export function ShownOncePage({ context, tab, texts, secret, effect }: ShownOnceProps) {
  return (
    <AccountFrame context={context} tab={tab} title={texts.title}>
      <div class="narrow">
        <Card>
          <p>{texts.text}</p>
          {effect && <p>{effect}</p>}
          <div class="field">
            <label for="f-secret">{texts.label}</label>
            <textarea id="f-secret" class="code" rows={3} readOnly autocomplete="off" spellcheck={false}>
              {secret}
            </textarea>
          </div>
          <p>
            <LinkButton href={`/console/${tab}`} look="secondary" icon="back">
              {texts.back}
            </LinkButton>
          </p>
        </Card>
      </div>
    </AccountFrame>
  );
}
