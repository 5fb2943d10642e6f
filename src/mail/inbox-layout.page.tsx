import type { ComponentChildren } from 'preact';
import { assetUrl } from '../common/assets.js';
import type { ConsoleLocale } from '../common/locale.js';
import { ProductMark } from '../console/icons.js';
import { inboxTexts } from './inbox.texts.js';

interface Props {
  locale: ConsoleLocale;
  title: string;
  /** This page in the other language. */
  otherLanguage: string;
  children: ComponentChildren;
}

/** The frame of the trial inbox's pages; it looks like the console, whose stylesheet it shares. */
export function InboxLayout({ locale, title, otherLanguage, children }: Props) {
  const t = inboxTexts(locale);
  const other = locale === 'de' ? 'en' : 'de';
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – ${t.product}`}</title>
        <link rel="icon" href={assetUrl('mark.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrl('console.css')} />
        <link rel="stylesheet" href={assetUrl('inbox.css')} />
        <script src={assetUrl('console.js')} defer />
      </head>
      <body data-confirm-title={t.confirm.title} data-confirm-no={t.confirm.no}>
        <a class="skip-link" href="#content">
          {t.skip}
        </a>
        <header class="top-bar">
          <div class="top-bar-inner">
            <a class="product" href="/console">
              <ProductMark />
              <span>{t.product}</span>
            </a>
            <nav class="main-nav" aria-label={t.mainNavigation}>
              <a href="/console">{t.toConsole}</a>
              <a href="/inbox" aria-current="true">
                {t.title}
              </a>
            </nav>
            <div class="top-bar-end">
              <a class="bar-button inbox-language" href={otherLanguage} lang={other} hreflang={other}>
                {t.otherLanguage}
              </a>
            </div>
          </div>
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  );
}
