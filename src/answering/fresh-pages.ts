import { Injectable } from '@nestjs/common';
import type { QuestionnairePlan } from '../questionnaire/plan/questionnaire-plan.js';
import type { Shown } from '../respondents/respondent-http.js';
import type { PersonalSession } from './sessions.service.js';

/** Stands in a drawn page where the address of the form belongs; no text people write holds it. */
const ADDRESS = 'address-of-the-form-6c1d09';
const KEPT = 200;

/**
 * First pages as everybody sees them who has not answered anything yet: drawn once per version, language
 * and state of the survey, and then only given their address. Opening a personal link is what happens
 * most on the day of an invitation, and drawing the page is most of its cost.
 */
@Injectable()
export class FreshPages {
  private readonly pages = new Map<string, string[]>();
  private readonly same = new WeakMap<QuestionnairePlan, boolean>();

  /** @param draw the page of a session whose form goes to this address */
  show(session: PersonalSession, draw: (session: PersonalSession) => Shown): Shown {
    if (!this.isSameForAll(session.plan)) return draw(session);
    const key = keyOf(session);
    const known = this.pages.get(key);
    if (known) return { status: 200, html: known.join(session.address) };

    const shown = draw({ ...session, address: ADDRESS });
    if (!('html' in shown) || shown.status !== 200) return draw(session);
    const parts = shown.html.split(ADDRESS);
    this.pages.set(key, parts);
    const oldest = this.pages.keys().next().value;
    if (this.pages.size > KEPT && oldest !== undefined) this.pages.delete(oldest);
    return { status: 200, html: parts.join(session.address) };
  }

  private isSameForAll(plan: QuestionnairePlan): boolean {
    const known = this.same.get(plan);
    if (known !== undefined) return known;
    const isSame = !isPersonal(plan);
    this.same.set(plan, isSame);
    return isSame;
  }
}

/** Whether a plan may look otherwise for another person or on another day; rather once too often. */
function isPersonal(plan: QuestionnairePlan): boolean {
  return /\{\s*person|"person"|"random"|"call"/i.test(JSON.stringify(plan));
}

function keyOf({ versionId, locale, survey }: PersonalSession): string {
  const { closesAt, timeZone, title, languages, privacy, mayChangeAnswers, textsStayWithAnswers } = survey;
  const { senderName, senderEmail, privacyUrl, imprintUrl } = survey;
  return JSON.stringify([
    ...[versionId, locale, closesAt, timeZone, title, languages, privacy, mayChangeAnswers],
    textsStayWithAnswers,
    ...[senderName, senderEmail, privacyUrl, imprintUrl],
  ]);
}
