import type { ComponentChildren } from 'preact';
import { assetUrl } from '../common/assets.js';
import type { Desk } from './desk.js';
import { HoldBanner } from './hold-banner.js';
import { Notice } from './notices.js';
import { texts } from '../common/texts.js';
import { type Section, TopBar } from './top-bar.js';

interface Props {
  desk: Desk;
  title: string;
  /** Which main section is marked as the present one. */
  section?: Section;
  children: ComponentChildren;
}

/** The frame of every console page: head, top bar, the notice of the step before, and the content. */
export function ConsolePage({ desk, title, section, children }: Props) {
  const t = texts('console', desk.locale);
  return (
    <html lang={desk.locale}>
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
        <TopBar desk={desk} section={section} />
        <main id="content" tabIndex={-1}>
          {desk.member && desk.hold && <HoldBanner hold={desk.hold} path={desk.path} locale={desk.locale} />}
          {desk.notice && (
            <div class="page-notice">
              <Notice tone={desk.notice.tone} label={t.notice[desk.notice.tone]}>
                {desk.notice.text}
              </Notice>
            </div>
          )}
          {children}
        </main>
      </body>
    </html>
  );
}
