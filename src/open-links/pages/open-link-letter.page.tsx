import { assetUrl } from '../../common/assets.js';
import { textIn, type Locale, type LocalizedText } from '../../common/locale.js';
import { texts } from '../../common/texts.js';

interface Props {
  survey: { id: string; title: LocalizedText; senderName: string };
  link: { slug: string; url: string };
  enterAt: string;
  closingDate: string;
  locale: Locale;
}

/** One sheet to be printed and put into letters: title, QR code, and what to type where there is no camera. */
export function OpenLinkLetterPage({ survey, link, enterAt, closingDate, locale }: Props) {
  const t = texts('open-link', locale);
  const title = textIn(survey.title, locale);
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${t.letter.take}: ${title}`}</title>
        <link rel="stylesheet" href={assetUrl('letter.css')} />
      </head>
      <body>
        <main>
          <p class="sender">{survey.senderName}</p>
          <h1>{title}</h1>
          <p class="until">{t.letter.until({ date: closingDate })}</p>
          <img src={`/console/surveys/${survey.id}/open-link/qr.svg`} alt={t.qr} />
          <p>{t.letter.scan}</p>
          <p class="address">{link.url.replace(/^https?:\/\//, '')}</p>
          <p>
            {t.orType({ address: enterAt })} <strong class="code">{link.slug.toUpperCase()}</strong>
          </p>
        </main>
      </body>
    </html>
  );
}
