import type { ComponentChildren } from 'preact';
import { assetUrl } from '../common/assets.js';
import { type ConsoleLocale, consoleLocales } from '../common/locale.js';
import { ProductMark } from '../console/icons.js';
import { texts } from '../common/texts.js';

interface Props {
  locale: ConsoleLocale;
  title: string;
  /** This page in another language. */
  inLanguage: (locale: ConsoleLocale) => string;
  children: ComponentChildren;
}

/** The frame of the trial inbox's pages; it looks like the console, whose stylesheet it shares. */
export function InboxLayout({ locale, title, inLanguage, children }: Props) {
  const t = texts('inbox', locale);
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
              {consoleLocales
                .filter((other) => other !== locale)
                .map((other) => (
                  <a
                    key={other}
                    class="bar-button inbox-language"
                    href={inLanguage(other)}
                    lang={other}
                    hreflang={other}
                  >
                    {texts('inbox', other).language}
                  </a>
                ))}
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
