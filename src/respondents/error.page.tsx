import type { FastifyReply } from 'fastify';
import { textsByLanguage } from '../common/texts.js';
import { languageOf } from './language-of.js';
import { sendPage } from './respondent-http.js';
import { renderPage, RespondentPage } from './respondent-layout.page.js';

const texts = textsByLanguage('errors');

/** What people see instead of a page that is not there or that failed; it says nothing of the inside. */
export function sendErrorPage(reply: FastifyReply, status: number): void {
  const browserLanguage = reply.request.headers['accept-language'];
  const locale = languageOf(null, { language: null, browserLanguage });
  const { title, advice } = texts[locale][kindOf(status)];
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

function kindOf(
  status: number,
): 'lost' | 'failed' | 'wrongHost' | 'tooMany' | 'busy' | 'tooLarge' | 'unreadable' {
  if (status === 503) return 'busy';
  if (status >= 500) return 'failed';
  if (status === 413) return 'tooLarge';
  if (status === 421) return 'wrongHost';
  if (status === 429) return 'tooMany';
  return [400, 408, 415].includes(status) ? 'unreadable' : 'lost';
}
