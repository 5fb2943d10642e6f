import { coded } from '../common/coded-text.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { Pseudonyms } from '../common/pseudonyms.js';
import { inOneSnapshot } from '../database/one-snapshot.js';
import { textPlaces, withoutTexts } from '../questionnaire/answers/show/free-texts.js';
import type { Survey } from '../surveys/survey.entity.js';
import { smallestGroup } from '../surveys/survey.rules.js';
import { type Version, VersionsService } from '../surveys/questionnaires/versions.service.js';
import { areTextsApart } from './disclosure.rules.js';
import { countResponses, type ResponseCounts } from './release.queries.js';
import { type ShownResponse, shownResponses } from './shown-responses.queries.js';
import { type PlaceOfVersions, type ShownText, shownTexts } from './shown-texts.queries.js';
import { whyTooFew } from './too-few.js';

/**
 * The one door of answers: whatever shows answers, or counts them, asks here and is given what the survey's
 * privacy lets through.
 */
@Injectable()
export class ShownAnswers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly versions: VersionsService,
    private readonly pseudonyms: Pseudonyms,
    private readonly clock: Clock,
  ) {}

  async counts(survey: Pick<Survey, 'id' | 'privacy'>): Promise<ResponseCounts> {
    return countResponses(this.dataSource, survey);
  }

  /**
   * The responses one by one, by ascending id. Those of an anonymous survey come without free texts, unless
   * people were told that these stay with their answers.
   *
   * @throws DomainError `responses.too_few` while fewer than five may be shown
   */
  async responses(survey: Survey): Promise<AsyncGenerator<ShownResponse>> {
    await this.requireEnough(survey);
    const plans = new Map((await this.versions.ofSurvey(survey.id)).map(({ id, plan }) => [id, plan]));
    const isApart = areTextsApart(survey);
    const shown = (response: ShownResponse): ShownResponse => {
      if (!isApart) return response;
      const plan = plans.get(response.versionId);
      return { ...response, answers: plan ? withoutTexts(plan, response.answers) : {} };
    };
    return inOneSnapshot(this.dataSource, async function* (tx) {
      for await (const response of shownResponses(tx, survey)) yield shown(response);
    });
  }

  /**
   * The free texts of an anonymous survey, question by question, each in an order of its own.
   *
   * @throws DomainError `texts.with_answers` if they are shown with the answers, `responses.too_few`
   */
  async texts(survey: Survey): Promise<AsyncGenerator<ShownText>> {
    if (!areTextsApart(survey)) throw new DomainError('refused', coded('texts.with_answers'));
    await this.requireEnough(survey);
    const places = placesOf(await this.versions.ofSurvey(survey.id));
    const key = this.pseudonyms.orderKeyOf(survey.id);
    return inOneSnapshot(this.dataSource, async function* (tx) {
      for (const place of places) yield* shownTexts(tx, survey, place, key);
    });
  }

  private async requireEnough(survey: Survey): Promise<void> {
    if (survey.privacy === 'identified') return;
    const counts = await this.counts(survey);
    if (counts.shown >= smallestGroup) return;
    throw new DomainError('refused', whyTooFew(counts.waiting, survey, this.clock.now()));
  }
}

/** Where texts stand in any of these versions, in the order in which they came up. */
function placesOf(versions: readonly Version[]): PlaceOfVersions[] {
  const places = new Map<string, PlaceOfVersions>();
  for (const { id, plan } of versions) {
    for (const place of textPlaces(plan)) {
      const key = JSON.stringify(place.path);
      const known = places.get(key) ?? { ...place, versionIds: [] };
      known.versionIds.push(id);
      places.set(key, known);
    }
  }
  return [...places.values()];
}
