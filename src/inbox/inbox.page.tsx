import { inShort } from '../common/local-time.js';
import type { ConsoleLocale } from '../common/locale.js';
import type { CaughtMail } from './caught-mails.queries.js';
import { InboxLayout } from './inbox-layout.page.js';
import { texts } from '../common/texts.js';

interface Props {
  locale: ConsoleLocale;
  /** IANA zone in which times are shown. */
  timeZone: string;
  words: string;
  /** Newest first. */
  mails: readonly CaughtMail[];
  all: number;
  found: number;
  /** The id before which the page begins; null for the newest. */
  before: string | null;
  hasOlder: boolean;
}

/** The list of caught mails. */
export function InboxPage(props: Props) {
  const { locale, words, before } = props;
  const t = texts('inbox', locale);
  return (
    <InboxLayout locale={locale} title={t.title} inLanguage={(lang) => path({ words, before, lang })}>
      <div class="page-head">
        <div class="page-head-text">
          <div class="title-line">
            <h1>{t.title}</h1>
            <span class="badge badge-calm">{t.badge}</span>
          </div>
          <p class="lead">{t.lead}</p>
        </div>
        <form class="only-with-mails" method="post" action="/inbox/delete">
          <button class="button button-danger" data-confirm={t.deleteAllAsks}>
            {t.deleteAll}
          </button>
        </form>
      </div>
      <div class="stack">
        <Search locale={locale} words={words} />
        <Mails {...props} />
      </div>
    </InboxLayout>
  );
}

function Search({ locale, words }: { locale: ConsoleLocale; words: string }) {
  const t = texts('inbox', locale);
  return (
    <form
      class={words === '' ? 'inbox-search only-with-mails' : 'inbox-search'}
      role="search"
      method="get"
      action="/inbox"
    >
      <label class="visually-hidden" for="q">
        {t.search}
      </label>
      <input type="search" id="q" name="q" value={words} placeholder={t.search} />
      <button class="button button-secondary">{t.searchButton}</button>
      {words !== '' && (
        <a class="button button-quiet" href="/inbox">
          {t.showAll}
        </a>
      )}
    </form>
  );
}

/** What is looked after again every few seconds: the count, the mails and the way to older ones. */
function Mails(props: Props) {
  const { locale, words, mails, all, found, before, hasOlder } = props;
  const t = texts('inbox', locale);
  const older = mails.at(-1)?.id ?? null;
  return (
    <section
      id="mails"
      class="stack"
      aria-label={t.title}
      data-live={before === null ? path({ words }) : undefined}
      data-every="2000"
    >
      {mails.length === 0 ? (
        <Nothing locale={locale} words={words} />
      ) : (
        <div class="card mail-card">
          <div class="card-head">
            <p class="strong number">{words === '' ? t.count({ n: all }) : t.found({ n: found, all })}</p>
            {before === null && <p class="live-mark">{t.live}</p>}
          </div>
          <ol class="mail-list">
            {mails.map((mail) => (
              <MailRow key={mail.id} mail={mail} {...props} />
            ))}
          </ol>
        </div>
      )}
      {(before !== null || hasOlder) && (
        <nav class="pagination" aria-label={t.pages}>
          {before !== null && (
            <a class="button button-secondary" href={path({ words })}>
              {t.newest}
            </a>
          )}
          {hasOlder && (
            <a class="button button-secondary" rel="next" href={path({ words, before: older })}>
              {t.older}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

function MailRow({ mail, locale, timeZone }: Props & { mail: CaughtMail }) {
  const t = texts('inbox', locale);
  return (
    <li>
      <a class="mail-row" href={`/inbox/${mail.id}`}>
        <span class="mail-initial" aria-hidden="true">
          {mail.envelopeTo.slice(0, 1).toUpperCase()}
        </span>
        <span class="mail-to">{mail.envelopeTo}</span>
        <span class="mail-subject">{mail.subject || t.noSubject}</span>
        <time class="mail-time number" dateTime={mail.receivedAt.toISOString()}>
          {inShort(mail.receivedAt, timeZone, locale)}
        </time>
      </a>
    </li>
  );
}

function Nothing({ locale, words }: { locale: ConsoleLocale; words: string }) {
  const t = texts('inbox', locale);
  return words === '' ? (
    <div class="empty">
      <p class="empty-title">{t.emptyTitle}</p>
      <p>{t.empty}</p>
      <div class="actions">
        <a class="button button-primary" href="/console">
          {t.emptyAction}
        </a>
      </div>
    </div>
  ) : (
    <div class="empty">
      <p class="empty-title">{t.nothingTitle}</p>
      <p>{t.nothing({ words })}</p>
    </div>
  );
}

function path({
  words,
  before,
  lang,
}: {
  words: string;
  before?: string | null;
  lang?: ConsoleLocale;
}): string {
  const query = new URLSearchParams();
  if (words !== '') query.set('q', words);
  if (before) query.set('before', before);
  if (lang) query.set('lang', lang);
  return query.size === 0 ? '/inbox' : `/inbox?${query.toString()}`;
}
