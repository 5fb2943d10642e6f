import type { ConsoleContext } from './console-context.js';
import { Icon, ProductMark } from './icons.js';
import { consoleLocales } from '../common/locale.js';
import { texts } from '../common/texts.js';

/** The main sections: each has an entry in the bar and its pages under `/console/<section>`. */
export type Section = 'surveys' | 'lists' | 'pace';

interface Props {
  context: ConsoleContext;
  section: Section | undefined;
}

/** The bar on top of every console page: where one may go, in which language, and as whom. */
export function TopBar({ context, section }: Props) {
  const t = texts('console', context.locale);
  const entry = (key: Section) => (
    <a href={`/console/${key}`} aria-current={section === key ? 'true' : undefined}>
      {t.nav[key]}
    </a>
  );
  return (
    <header class="top-bar">
      <div class="top-bar-inner">
        <a class="product" href="/console">
          <ProductMark />
          <span>{t.product}</span>
        </a>
        {context.member && (
          <nav class="main-nav" aria-label={t.mainNavigation}>
            {entry('surveys')}
            {entry('lists')}
            {entry('pace')}
            {context.catchesMail && <a href="/inbox">{t.nav.inbox}</a>}
          </nav>
        )}
        <div class="top-bar-end">
          <form method="post" action="/console/language">
            <input type="hidden" name="back" value={context.path} />
            {consoleLocales
              .filter((locale) => locale !== context.locale)
              .map((locale) => (
                <button
                  key={locale}
                  class="bar-button"
                  name="lang"
                  value={locale}
                  lang={locale}
                  title={texts('console', locale).switchTo}
                >
                  {texts('console', locale).language}
                </button>
              ))}
          </form>
          {context.member && (
            <a
              class="bar-button account"
              href="/console/account"
              title={t.signedInAs({ name: context.member.email })}
            >
              <Icon name="person" />
              <span class="visually-hidden">{t.account}: </span>
              <span class="account-name">{context.member.name}</span>
            </a>
          )}
          {context.member && (
            <form method="post" action="/console/sign-out">
              <button class="bar-button">{t.signOut}</button>
            </form>
          )}
        </div>
      </div>
    </header>
  );
}
