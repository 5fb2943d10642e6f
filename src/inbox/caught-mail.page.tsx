import type { ComponentChildren } from 'preact';
import { inShort } from '../common/local-time.js';
import type { ConsoleLocale } from '../common/locale.js';
import type { WholeCaughtMail } from './caught-mails.queries.js';
import { InboxLayout } from './inbox-layout.page.js';
import { texts } from '../common/texts.js';
import { type Person, type ReadMail, splitAtLinks } from './read-mail.js';

export const mailViews = ['html', 'text', 'source'] as const;
export type MailView = (typeof mailViews)[number];

const LONGEST_SOURCE = 200_000;

interface Props {
  locale: ConsoleLocale;
  /** IANA zone in which times are shown. */
  timeZone: string;
  caught: WholeCaughtMail;
  mail: ReadMail;
  view: MailView;
}

/** One caught mail: who, when, and its content in three views. */
export function CaughtMailPage({ locale, timeZone, caught, mail, view }: Props) {
  const t = texts('inbox', locale);
  const subject = mail.subject || t.noSubject;
  return (
    <InboxLayout
      locale={locale}
      title={subject}
      inLanguage={(other) => `/inbox/${caught.id}?view=${view}&lang=${other}`}
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
          <dl class="facts">
            <Fact name={t.from}>
              <People people={mail.from} />
            </Fact>
            <Fact name={t.to}>
              <People people={mail.to.length > 0 ? mail.to : [{ name: '', address: caught.envelopeTo }]} />
            </Fact>
            <Fact name={t.received}>
              <time class="number" dateTime={caught.receivedAt.toISOString()}>
                {inShort(caught.receivedAt, timeZone, locale)}
              </time>
            </Fact>
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

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function People({ people }: { people: readonly Person[] }) {
  return (
    <>
      {people.map(({ name, address }) => (
        <span key={address} class="mail-person">
          {name !== '' && <span class="strong">{name}</span>}
          <span class={name === '' ? undefined : 'mail-address'}>{address}</span>
        </span>
      ))}
    </>
  );
}

function Views({ id, locale, view }: { id: string; locale: ConsoleLocale; view: MailView }) {
  const t = texts('inbox', locale);
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
  const t = texts('inbox', locale);
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
        title={t.frameTitle({ subject: mail.subject })}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
      />
    </div>
  );
}

function PlainText({ mail, locale }: Pick<Props, 'mail' | 'locale'>) {
  if (mail.text === null) return <p class="muted">{texts('inbox', locale).noText}</p>;
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
  const t = texts('inbox', locale);
  const source = caught.raw.subarray(0, LONGEST_SOURCE).toString('utf8');
  const facts = [
    [t.replyTo, mail.replyTo.map(({ address }) => address).join(', ')],
    [t.returnPath, caught.envelopeFrom],
    [t.attachments, mail.attachments.join(', ')],
    [t.size, t.kilobytes({ n: caught.raw.length / 1024 })],
  ] as const;
  return (
    <div class="card">
      <div class="card-head">
        <h2>{t.headers}</h2>
        <a class="button button-secondary" href={`/inbox/${caught.id}.eml`} download>
          {t.download}
        </a>
      </div>
      <dl class="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ))}
      </dl>
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
  );
}
