import { Inject, Injectable } from '@nestjs/common';
import { addressInMailbox } from '../common/email-address.js';
import { InvalidInput } from '../common/errors.js';
import { isLocale, type Locale, textIn } from '../common/locale.js';
import { Clock } from '../common/clock.js';
import { calendarDaysUntil, dayInWords, writtenOut } from '../common/local-time.js';
import { shownName } from '../common/shown-name.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { greetingFor } from '../composer/greeting.js';
import { type CompiledLetter, compileLetter, type PersonFields } from '../composer/letter.js';
import { defaultLetterText, type LetterKind, type LetterText } from '../composer/letter-text.js';
import { type LetterQuestions, questionProblems } from '../composer/letter-question.js';
import { type PreparedMessage, prepareMessage } from '../composer/mime/prepared-message.js';
import { linkEnds, PersonalLinks } from '../participants/personal-links.js';
import { planOfVersion } from '../questionnaire/compile/plan-of-version.js';
import type { Survey } from '../surveys/survey.entity.js';
import { letterQuestions } from './letter-questions.js';
import { sentAs } from './letter-kind.rules.js';
import type { WaveWords } from './wave-words.js';

/** A person as far as a letter needs to know them. */
export interface Addressee {
  participantId: string;
  subscriberId: string;
  name: string | null;
  salutation: string | null;
}

/** Where mails come from: From, Reply-To, envelope sender and the domain of Message-IDs. */
export interface Origin {
  from: { name: string; address: string };
  replyTo: { name: string; address: string };
  domain: string;
}

/** Letters ready to be filled for people, and the survey they speak of. */
export interface PreparedLetters {
  survey: Survey;
  byLocale: Map<Locale, PreparedMessage>;
}

/** Turns a survey and a wave's words into letters, and people into what fills their gaps. */
@Injectable()
export class LettersService {
  constructor(
    private readonly links: PersonalLinks,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** The language a person is written to in: theirs if the survey speaks it, else the survey's first. */
  languageFor(survey: Survey, language: string | null): Locale {
    const wanted = language?.slice(0, 2).toLowerCase();
    return isLocale(wanted) && survey.languages.includes(wanted) ? wanted : (survey.languages[0] ?? 'de');
  }

  /** Subject and body of a letter: the wave's own words before the survey's before the template's. */
  textOf(survey: Survey, kind: LetterKind, locale: Locale, words: WaveWords | null): LetterText {
    // Staff who wrote a reminder before there were last calls meant it for these, too.
    const written = survey.letters[kind] ?? (kind === 'last_call' ? survey.letters.reminder : undefined);
    return { ...(written?.[locale] ?? defaultLetterText(kind, locale)), ...words?.[locale] };
  }

  /** What is sent in each language of the survey where staff write nothing of their own. */
  templatesOf(survey: Survey, kind: LetterKind): Partial<Record<Locale, LetterText>> {
    return Object.fromEntries(
      survey.languages.map((locale) => [locale, this.textOf(survey, kind, locale, null)]),
    );
  }

  /**
   * A letter as it is looked at before it is sent.
   *
   * @param survey with its published version
   * @throws InvalidInput also where it asks a question that no letter can ask
   */
  async compile(
    survey: Survey,
    kind: LetterKind,
    locale: Locale,
    words: WaveWords | null,
  ): Promise<CompiledLetter> {
    const { body } = this.textOf(survey, kind, locale, words);
    // Before publication there is nothing yet to hold it against.
    const problems = survey.version ? questionProblems(body, this.questionsOf(survey, kind, locale)) : [];
    if (problems.length > 0) throw new InvalidInput(problems);
    return this.compileAsIs(survey, kind, locale, words);
  }

  /** A letter that could not be sent is refused now and not when it is due. @throws InvalidInput */
  async requireAll(survey: Survey, kind: LetterKind, words: WaveWords): Promise<void> {
    for (const locale of survey.languages) await this.compile(survey, kind, locale, words);
  }

  /** A question that has been taken out of the questionnaire since is left out and stops no wave. */
  private async compileAsIs(
    survey: Survey,
    kind: LetterKind,
    locale: Locale,
    words: WaveWords | null,
  ): Promise<CompiledLetter> {
    return compileLetter(kind, locale, this.textOf(survey, kind, locale, words), {
      surveyTitle: textIn(survey.title, locale),
      senderName: survey.senderName,
      senderEmail: survey.senderEmail,
      senderAddress: survey.senderAddress,
      closingDate: writtenOut(survey.closesAt, survey.timeZone, locale),
      closingDay: dayInWords(survey.closesAt, survey.timeZone, locale),
      daysLeft: calendarDaysUntil(survey.closesAt, this.clock.now(), survey.timeZone),
      minutes: survey.version?.plan.estimatedMinutes ?? 5,
      privacy: survey.privacy,
      textsStayWithAnswers: survey.textsStayWithAnswers,
      answersMayChange: survey.mayChangeAnswers && survey.privacy !== 'anonymous',
      privacyUrl: survey.privacyUrl,
      imprintUrl: survey.imprintUrl,
      questions: this.questionsOf(survey, kind, locale),
    });
  }

  private questionsOf(
    { version, privacy, languages }: Survey,
    kind: LetterKind,
    locale: Locale,
  ): LetterQuestions {
    if (version === null || kind === 'thank_you') return new Map();
    return letterQuestions(planOfVersion(version, languages, privacy), privacy, locale);
  }

  async prepare(
    survey: Survey,
    kind: LetterKind,
    locale: Locale,
    words: WaveWords | null,
  ): Promise<PreparedMessage> {
    const { from, replyTo, domain } = this.originOf(survey);
    return prepareMessage(await this.compileAsIs(survey, kind, locale, words), {
      from,
      ...(replyTo.address === from.address ? {} : { replyTo }),
      listId: `survey-${survey.id}.${domain}`,
      feedbackId: `survey-${survey.id}:${sentAs(kind)}:ruecklauf`,
    });
  }

  /** The letters of all languages a survey speaks. */
  async prepareAll(survey: Survey, kind: LetterKind, words: WaveWords | null): Promise<PreparedLetters> {
    const byLocale = new Map<Locale, PreparedMessage>();
    for (const locale of survey.languages)
      byLocale.set(locale, await this.prepare(survey, kind, locale, words));
    return { survey, byLocale };
  }

  fieldsOf(person: Addressee, locale: Locale): PersonFields {
    const link = this.links.survey(person.participantId);
    return {
      name: shownName(person.name),
      greeting: greetingFor(person, locale),
      link,
      declineLink: link + linkEnds.decline,
      snoozeLink: link + linkEnds.snooze,
      unsubscribeLink: this.links.unsubscribe(person.subscriberId),
    };
  }

  originOf(survey: Survey): Origin {
    const own = { name: survey.senderName, address: survey.senderEmail };
    const fixed = this.config.mailFrom === undefined ? null : addressInMailbox(this.config.mailFrom);
    const from = fixed ? { name: survey.senderName, address: fixed } : own;
    return {
      from,
      replyTo: own,
      domain: this.config.bounceDomain ?? from.address.slice(from.address.lastIndexOf('@') + 1),
    };
  }
}
