import type { Desk } from './desk.js';
import { Icon, ProductMark } from './icons.js';
import { consoleLocales } from '../common/locale.js';
import { texts } from '../common/texts.js';

/** The main sections: each has an entry in the bar and its pages under `/console/<section>`. */
export type Section = 'surveys' | 'lists' | 'pace';

interface Props {
  desk: Desk;
  section: Section | undefined;
}

/** The bar on top of every console page: where one may go, in which language, and as whom. */
export function TopBar({ desk, section }: Props) {
  const t = texts('console', desk.locale);
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
        {desk.member && (
          <nav class="main-nav" aria-label={t.mainNavigation}>
            {entry('surveys')}
            {entry('lists')}
            {entry('pace')}
            {desk.catchesMail && <a href="/inbox">{t.nav.inbox}</a>}
          </nav>
        )}
        <div class="top-bar-end">
          <form method="post" action="/console/language">
            <input type="hidden" name="back" value={desk.path} />
            {consoleLocales
              .filter((locale) => locale !== desk.locale)
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
          {desk.member && (
            <a
              class="bar-button account"
              href="/console/account"
              title={t.signedInAs({ name: desk.member.email })}
            >
              <Icon name="person" />
              <span class="visually-hidden">{t.account}: </span>
              <span class="account-name">{desk.member.name}</span>
            </a>
          )}
          {desk.member && (
            <form method="post" action="/console/sign-out">
              <button class="bar-button">{t.signOut}</button>
            </form>
          )}
        </div>
      </div>
    </header>
  );
}
