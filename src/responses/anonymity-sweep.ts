import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mixAnonymous, surveysToMix } from './mix-anonymous.queries.js';

/**
 * Mixes new responses of anonymous surveys with those that were there. Until it has run, for some seconds,
 * the database itself could tell who wrote the newest ones. Safe to run anywhere, twice, or late.
 */
@Injectable()
export class AnonymitySweep {
  constructor(private readonly dataSource: DataSource) {}

  async run(): Promise<void> {
    for (const survey of await surveysToMix(this.dataSource))
      await this.dataSource.transaction((tx) => mixAnonymous(tx, survey));
  }
}
