import type { ComponentChildren } from 'preact';
import type { Locale } from '../common/locale.js';
import { respondentTexts } from '../questionnaire/view/respondent-texts.js';

const names: Record<Locale, string> = {
  de: 'Deutsch',
  en: 'English',
  fr: 'Français',
  pl: 'Polski',
  nl: 'Nederlands',
};

interface Props {
  locale: Locale;
  languages: readonly Locale[];
}

/** Switches the language of a page without a form. */
export function LanguageLinks({ locale, languages }: Props) {
  return (
    <LanguageList locale={locale} languages={languages}>
      {(language) => (
        <a href={`?lang=${language}`} lang={language} hreflang={language}>
          {names[language]}
        </a>
      )}
    </LanguageList>
  );
}

/** Switches the language of a page with a form by sending it, so that nothing typed is lost. */
export function LanguageButtons({ locale, languages, formId }: Props & { formId: string }) {
  return (
    <LanguageList locale={locale} languages={languages}>
      {(language) => (
        <button type="submit" form={formId} name="lang" value={language} lang={language} formNoValidate>
          {names[language]}
        </button>
      )}
    </LanguageList>
  );
}

function LanguageList({
  locale,
  languages,
  children,
}: Props & { children: (language: Locale) => ComponentChildren }) {
  if (languages.length < 2) return null;
  return (
    <nav class="languages" aria-label={respondentTexts[locale].language}>
      <ul>
        {languages.map((language) => (
          <li>
            {language === locale ? (
              <span aria-current="true" lang={language}>
                {names[language]}
              </span>
            ) : (
              children(language)
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
