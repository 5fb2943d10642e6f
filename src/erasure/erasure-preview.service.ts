import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LocalizedText } from '../common/locale.js';
import type { Privacy } from '../surveys/survey.entity.js';
import { elsewhere, personOnList, type PersonOnList, surveysOfPerson } from './erasure-preview.queries.js';
import { type FateOfAnswers, fateOfAnswers } from './erasure-preview.rules.js';

/** What erasing a person would do, before anything is done. */
export interface ErasurePreview {
  person: PersonOnList;
  surveys: {
    id: string;
    title: LocalizedText;
    privacy: Privacy;
    /** Null in an anonymous survey. */
    mails: number | null;
    answers: FateOfAnswers;
  }[];
  /** The same address on other lists. */
  elsewhere: { id: string; listId: string; listName: string }[];
}

/** Says what would go and what would stay; changes nothing. */
@Injectable()
export class ErasurePreviews {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns null where there is nobody of this number, or no more */
  async of(subscriber: string): Promise<ErasurePreview | null> {
    const person = await personOnList(this.dataSource, subscriber);
    if (!person) return null;
    const surveys = await surveysOfPerson(this.dataSource, subscriber);
    return {
      person,
      surveys: surveys.map(({ id, title, privacy, mails, ...askedIn }) => ({
        id,
        title,
        privacy,
        mails,
        answers: fateOfAnswers({ privacy, ...askedIn }),
      })),
      elsewhere: await elsewhere(this.dataSource, subscriber),
    };
  }
}
