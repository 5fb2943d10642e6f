import type { FastifyReply } from 'fastify';
import type { Locale } from '../common/locale.js';
import { languageOf } from './language-of.js';
import { sendPage } from './respondent-http.js';
import { renderPage, RespondentPage } from './respondent-layout.page.js';

const texts: Record<Locale, { lost: string[]; failed: string[] }> = {
  de: {
    lost: [
      'Diese Seite gibt es nicht',
      'Bitte prüfen Sie die Adresse, oder öffnen Sie den Link aus Ihrer E-Mail noch einmal.',
    ],
    failed: [
      'Das hat leider nicht geklappt',
      'Der Fehler liegt bei uns. Bitte gehen Sie zurück und versuchen Sie es in einigen Minuten noch einmal; was schon gespeichert war, bleibt erhalten.',
    ],
  },
  en: {
    lost: ['There is no such page', 'Please check the address, or open the link in your mail once more.'],
    failed: [
      'That did not work',
      'The fault is ours. Please go back and try again in a few minutes; what had been saved is still there.',
    ],
  },
};

/** What people see instead of a page that is not there or that failed; it says nothing of the inside. */
export function sendErrorPage(reply: FastifyReply, status: number): void {
  const browserLanguage = reply.request.headers['accept-language'];
  const locale = languageOf(null, { language: null, browserLanguage });
  const [title = '', advice = ''] = status >= 500 ? texts[locale].failed : texts[locale].lost;
  const html = renderPage(
    <RespondentPage locale={locale} title={title} sender={null}>
      <div class="message">
        <h1>{title}</h1>
        <p class="lead">{advice}</p>
      </div>
    </RespondentPage>,
  );
  sendPage(reply, status, html);
}
