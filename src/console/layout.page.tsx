import type { ComponentChildren } from 'preact';
import { assetUrl } from '../common/assets.js';
import type { ConsoleContext } from './console-context.js';
import { HoldBanner } from './hold-banner.js';
import { Notice } from './notices.js';
import { texts } from '../common/texts.js';
import { type Section, TopBar } from './top-bar.js';

interface Props {
  context: ConsoleContext;
  title: string;
  /** Which main section is marked as the present one. */
  section?: Section;
  children: ComponentChildren;
}

/** The frame of every console page: head, top bar, the notice of the step before, and the content. */
export function ConsolePage({ context, title, section, children }: Props) {
  const t = texts('console', context.locale);
  return (
    <html lang={context.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title === t.product ? title : `${title} – ${t.product}`}</title>
        <link rel="icon" href={assetUrl('mark.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrl('console.css')} />
        <script src={assetUrl('console.js')} defer />
      </head>
      <body data-confirm-title={t.confirm.title} data-confirm-no={t.confirm.no}>
        <a class="skip-link" href="#content">
          {t.skip}
        </a>
        <TopBar context={context} section={section} />
        <main id="content" tabIndex={-1}>
          {context.member && context.hold && (
            <HoldBanner hold={context.hold} path={context.path} locale={context.locale} />
          )}
          {context.notice && (
            <div class="page-notice">
              <Notice tone={context.notice.tone} label={t.notice[context.notice.tone]}>
                {context.notice.text}
              </Notice>
            </div>
          )}
          {children}
        </main>
      </body>
    </html>
  );
}
