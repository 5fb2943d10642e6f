import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PacesService } from '../pace/paces.service.js';
import { EnrolmentsService } from '../participants/enrolment/enrolments.service.js';
import { ParticipantsService } from '../participants/participants.service.js';
import { Bells } from '../queue/bells.js';
import { latestMails } from './messages/latest-mails.queries.js';
import { countWaiting } from './sending/lines.queries.js';
import { rollingWaves } from './planning/waves.queries.js';

/** What folders below ask of the ledger without knowing it. */
@Injectable()
export class LedgerHooks implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly paces: PacesService,
    private readonly participants: ParticipantsService,
    private readonly enrolments: EnrolmentsService,
    private readonly bells: Bells,
  ) {}

  onModuleInit(): void {
    this.paces.countsWaitingBy(() => countWaiting(this.dataSource));
    this.participants.findsMailsBy((people) => latestMails(this.dataSource, people));
    this.enrolments.onEnrolled((survey) => this.ringRollingWaves(survey));
  }

  /** Who has just come is written to by the waves under way that wait for people. */
  private async ringRollingWaves(survey: string): Promise<void> {
    for (const wave of await rollingWaves(this.dataSource, survey))
      await this.bells.ring('start-wave', { wave });
  }
}
