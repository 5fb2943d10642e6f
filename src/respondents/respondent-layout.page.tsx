import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { assetsFolder, assetUrl } from '../common/assets.js';
import { directionOf, type Locale } from '../common/locale.js';
import { LanguageLinks } from './language-switch.js';
import { webUrl, type Sender } from './respondent-survey.js';
import { respondentTexts } from '../questionnaire/view/respondent-texts.js';

interface LayoutProps {
  locale: Locale;
  /** Goes into `<title>`, the distinguishing part first. */
  title: string;
  /** Null where nobody is known, as behind a wrong link. */
  sender: Sender | null;
  /** Languages to switch between by link; a page with a form brings its own switch. */
  languages?: readonly Locale[];
  languageSwitch?: VNode | null;
  /** Bundled script that makes the page easier; it works without. */
  script?: string | null;
  children: ComponentChildren;
}

/** The mark of `assets/mark.svg` within the page, so that it costs no request. */
const MARK = `data:image/svg+xml,${encodeURIComponent(readFileSync(join(assetsFolder, 'mark.svg'), 'utf8').trim())}`;

/** The frame of every page that participants see: one column, nothing from elsewhere. */
export function RespondentPage(props: LayoutProps) {
  const { locale, title, sender, languages, languageSwitch, script = null, children } = props;
  const texts = respondentTexts[locale];
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title}</title>
        <link rel="icon" href={MARK} type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrl('survey.css')} />
        {script !== null && <script src={assetUrl(script)} defer />}
      </head>
      <body>
        <a class="skip" href="#content">
          {texts.skipToContent}
        </a>
        <header class="top">
          <div class="column">
            <p class="sender">{sender?.senderName}</p>
            {languageSwitch ?? <LanguageLinks locale={locale} languages={languages ?? []} />}
          </div>
        </header>
        <main id="content" class="column">
          {children}
        </main>
        {sender && <Footer locale={locale} sender={sender} />}
      </body>
    </html>
  );
}

/** A page as it is sent. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}

function Footer({ locale, sender }: { locale: Locale; sender: Sender }) {
  const texts = respondentTexts[locale];
  const privacyUrl = webUrl(sender.privacyUrl);
  const imprintUrl = webUrl(sender.imprintUrl);
  return (
    <footer class="foot">
      <div class="column">
        <p>
          <strong>{texts.contact}</strong> {sender.senderName},{' '}
          <a href={mailto(sender.senderEmail)}>{sender.senderEmail}</a>
        </p>
        <ul>
          {privacyUrl !== null && (
            <li>
              <a href={privacyUrl}>{texts.privacyNotice}</a>
            </li>
          )}
          {imprintUrl !== null && (
            <li>
              <a href={imprintUrl}>{texts.imprint}</a>
            </li>
          )}
          <li>
            <a href={`/accessibility?lang=${locale}`}>{texts.accessibility}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}

function mailto(address: string): string {
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}`;
}
