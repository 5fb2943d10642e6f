import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { InvalidInput, type Problem } from '../common/errors.js';
import { z } from 'zod';
import { type Locale, locales } from '../common/locale.js';
import { writtenOut } from '../common/local-time.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { type CompiledLetter, fillLetter } from '../composer/letter.js';
import type { LetterKind } from '../composer/letter-text.js';
import { languageWarnings, type LetterWarning, letterWarnings } from '../composer/letter-warnings.js';
import type { Survey } from '../surveys/survey.entity.js';
import { countNameless, letterPeople } from './letter-people.queries.js';
import { LettersService } from './letters.service.js';
import { nobody, type Sample, TestMails } from './test-mails.service.js';
import { packWords } from './packed-words.js';
import type { WaveWords } from './wave-words.js';

/** A letter in preview with what its page shows beside it. */
export interface ShownPreview extends LetterPreview {
  view: LetterView;
  /** For whom it could be shown. */
  people: readonly { id: string; label: string }[];
  from: string;
  /** Address of the designed letter, for a frame of its own. */
  frameUrl: string;
}

/** For whom a letter is shown, and in which language; null: the first person, in their own. */
export interface LetterView {
  person: string | null;
  language: Locale | null;
}

/** A letter as one person would get it, and what is to be said about it in all languages of the survey. */
export interface LetterPreview {
  locale: Locale;
  /** Null when it cannot be written; then `problems` says why. */
  letter: { subject: string; html: string; text: string } | null;
  /** With paths such as `body.de`. */
  problems: Problem[];
  warnings: (LetterWarning & { locale: Locale })[];
}

const PEOPLE_SHOWN = 50;

const viewFields = z.object({
  person: z
    .string()
    .regex(/^[1-9]\d{0,17}$/)
    .nullable()
    .catch(null),
  language: z.enum(locales).nullable().catch(null),
});

/** For whom and in which language a form or an address asks to see a letter. */
export function readLetterView(fields: unknown): LetterView {
  return viewFields.parse(fields ?? {});
}

/** Letters as people would read them, before they go out and while they are written. */
@Injectable()
export class LetterPreviews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly letters: LettersService,
    private readonly testMails: TestMails,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param survey with its published version, if it has one */
  async of(survey: Survey, kind: LetterKind, words: WaveWords, view: LetterView): Promise<LetterPreview> {
    const person = await this.testMails.samplePerson(survey.id, view.person);
    const locale = this.letters.languageFor(survey, view.language ?? person.language);
    const { compiled, problems } = await this.compileAll(survey, kind, words);
    const nameless = compiled.size > 0 ? await countNameless(this.dataSource, survey.id) : 0;

    const warnings = [...compiled].flatMap(([language, letter]) => {
      const fields = this.letters.fieldsOf({ ...person, ...nobody }, language);
      const text = this.letters.textOf(survey, kind, language, words);
      const found = letterWarnings({
        kind,
        text,
        hasOwnBody: words[language]?.body !== undefined,
        shown: fillLetter(letter, fields),
        closingDate: writtenOut(survey.closesAt, survey.timeZone, language),
        link: fields.link,
        nameless,
        publicUrl: this.config.publicUrl,
      });
      return found.map((warning) => ({ ...warning, locale: language }));
    });
    const missing = languageWarnings(words, survey.languages);
    const shown = compiled.get(locale);
    return {
      locale,
      letter: shown ? this.filled(shown, person) : null,
      problems,
      warnings: [...warnings, ...missing.map((one) => ({ ...one, locale: one.about as Locale }))],
    };
  }

  /** The same with all that a page shows beside it. */
  async shown(survey: Survey, kind: LetterKind, words: WaveWords, view: LetterView): Promise<ShownPreview> {
    const people = await letterPeople(this.dataSource, survey.id, PEOPLE_SHOWN);
    const preview = await this.of(survey, kind, words, view);
    const { from } = this.letters.originOf(survey);
    // Only the words of the language that is shown, so that the address stays as short as can be.
    const shownWords = { [preview.locale]: words[preview.locale] ?? {} };
    const query = new URLSearchParams({
      kind,
      words: packWords(preview.letter ? shownWords : {}),
      language: preview.locale,
      ...(view.person && { person: view.person }),
    });
    return {
      ...preview,
      view,
      people: people.map(({ id, name, email }) => ({ id, label: name ? `${name}, ${email}` : email })),
      from: `${from.name} <${from.address}>`,
      frameUrl: `/console/surveys/${survey.id}/letter?${query.toString()}`,
    };
  }

  /** What keeps a letter from being written in any language of the survey, with paths such as `body.de`. */
  async problemsOf(survey: Survey, kind: LetterKind, words: WaveWords): Promise<Problem[]> {
    return (await this.compileAll(survey, kind, words)).problems;
  }

  private filled(letter: CompiledLetter, person: Sample) {
    return fillLetter(letter, this.letters.fieldsOf({ ...person, ...nobody }, letter.locale));
  }

  private async compileAll(survey: Survey, kind: LetterKind, words: WaveWords) {
    const compiled = new Map<Locale, CompiledLetter>();
    const problems: Problem[] = [];
    for (const locale of survey.languages) {
      try {
        compiled.set(locale, await this.letters.compile(survey, kind, locale, words));
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        const isOfText = (path: string) => ['subject', 'body', 'preview'].includes(path);
        problems.push(
          ...error.problems.map((found) => ({
            ...found,
            path: isOfText(found.path) ? `${found.path}.${locale}` : found.path,
          })),
        );
      }
    }
    return { compiled, problems };
  }
}
