import { inShort } from '../common/local-time.js';
import type { Locale } from '../common/locale.js';
import type { WholeCaughtMail } from './caught-mails.queries.js';
import { InboxLayout } from './inbox-layout.page.js';
import { inboxTexts } from './inbox.texts.js';
import { type ReadMail, splitAtLinks } from './read-mail.js';

export const mailViews = ['html', 'text', 'source'] as const;
export type MailView = (typeof mailViews)[number];

const LONGEST_SOURCE = 200_000;

interface Props {
  locale: Locale;
  /** IANA zone in which times are shown. */
  timeZone: string;
  caught: WholeCaughtMail;
  mail: ReadMail;
  view: MailView;
}

/** One caught mail: who, when, and its content in three views. */
export function CaughtMailPage({ locale, timeZone, caught, mail, view }: Props) {
  const t = inboxTexts(locale);
  const subject = mail.subject || t.noSubject;
  const facts: [string, string][] = [
    [t.from, mail.from],
    [t.to, mail.to || caught.envelopeTo],
    [t.replyTo, mail.replyTo],
    [t.received, inShort(caught.receivedAt, timeZone, locale)],
    [t.returnPath, caught.envelopeFrom],
    [t.size, t.kilobytes(caught.raw.length / 1024)],
    [t.attachments, mail.attachments.join(', ')],
  ];
  return (
    <InboxLayout
      locale={locale}
      title={subject}
      otherLanguage={`/inbox/${caught.id}?view=${view}&lang=${locale === 'de' ? 'en' : 'de'}`}
    >
      <nav class="mail-ways" aria-label={t.neighbours}>
        <a class="button button-quiet" href="/inbox">
          ← {t.back}
        </a>
        <span class="mail-neighbours">
          {caught.newer && (
            <a class="button button-quiet" rel="prev" href={`/inbox/${caught.newer}?view=${view}`}>
              {t.previousMail}
            </a>
          )}
          {caught.older && (
            <a class="button button-quiet" rel="next" href={`/inbox/${caught.older}?view=${view}`}>
              {t.nextMail}
            </a>
          )}
        </span>
      </nav>
      <div class="stack">
        <div class="card mail-head">
          <h1>{subject}</h1>
          <dl class="facts facts-wide">
            {facts
              .filter(([, value]) => value !== '')
              .map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
        </div>
        <div>
          <Views id={caught.id} locale={locale} view={view} />
          {view === 'html' && <Designed caught={caught} mail={mail} locale={locale} />}
          {view === 'text' && <PlainText mail={mail} locale={locale} />}
          {view === 'source' && <Source caught={caught} mail={mail} locale={locale} />}
        </div>
      </div>
    </InboxLayout>
  );
}

function Views({ id, locale, view }: { id: string; locale: Locale; view: MailView }) {
  const t = inboxTexts(locale);
  return (
    <nav class="tabs" aria-label={t.views}>
      <ul>
        {mailViews.map((one) => (
          <li key={one}>
            <a href={`/inbox/${id}?view=${one}`} aria-current={one === view ? 'page' : undefined}>
              {t[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type PartProps = Pick<Props, 'caught' | 'mail' | 'locale'>;

/** The HTML part in a frame that can run nothing and load nothing; its width is switched by the stylesheet alone. */
function Designed({ caught, mail, locale }: PartProps) {
  const t = inboxTexts(locale);
  if (mail.html === null) return <p class="muted">{t.noHtml}</p>;
  return (
    <div class="preview">
      <fieldset class="preview-widths">
        <legend class="visually-hidden">{t.width}</legend>
        <input type="radio" name="width" id="width-desktop" checked />
        <label for="width-desktop">{t.desktop}</label>
        <input type="radio" name="width" id="width-phone" />
        <label for="width-phone">{t.phone}</label>
      </fieldset>
      <iframe
        class="preview-frame"
        src={`/inbox/${caught.id}/html`}
        title={t.frameTitle(mail.subject)}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
      />
    </div>
  );
}

function PlainText({ mail, locale }: Pick<Props, 'mail' | 'locale'>) {
  if (mail.text === null) return <p class="muted">{inboxTexts(locale).noText}</p>;
  return (
    <div class="card plain-text">
      {splitAtLinks(mail.text).map((part, i) =>
        part.href === null ? (
          part.text
        ) : (
          <a key={i} href={part.href} target="_blank" rel="noopener">
            {part.text}
          </a>
        ),
      )}
    </div>
  );
}

function Source({ caught, mail, locale }: PartProps) {
  const t = inboxTexts(locale);
  const source = caught.raw.subarray(0, LONGEST_SOURCE).toString('utf8');
  return (
    <div class="stack">
      <div class="card">
        <div class="card-head">
          <h2>{t.headers}</h2>
          <a class="button button-secondary" href={`/inbox/${caught.id}.eml`} download>
            {t.download}
          </a>
        </div>
        <pre class="code-block" tabIndex={0}>
          {mail.head}
        </pre>
        <details>
          <summary>{t.wholeSource}</summary>
          <pre class="code-block" tabIndex={0}>
            {source}
          </pre>
          {caught.raw.length > LONGEST_SOURCE && <p class="hint">{t.cut}</p>}
        </details>
      </div>
    </div>
  );
}
