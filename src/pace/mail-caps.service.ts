import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { rowOf, rowsOf } from '../database/rows.js';

/** How many mails one address may get over all surveys within this many days; null: as many as there are. */
export type MailCap = { most: number; days: number } | null;

/** The cap per person over all surveys. It holds for invitations and reminders, not for what people ask for themselves. */
@Injectable()
export class MailCaps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
  ) {}

  async get(): Promise<MailCap> {
    const { most, days } = await rowOf<{ most: number | null; days: number | null }>(
      this.dataSource,
      'SELECT most, days FROM mail_caps',
    );
    return most === null || days === null ? null : { most, days };
  }

  /** Takes effect on waves under way with their next claim. */
  async set(cap: MailCap): Promise<void> {
    const { most, days } = cap ?? { most: null, days: null };
    await this.dataSource.transaction(async (tx) => {
      await rowsOf(tx, 'UPDATE mail_caps SET most = $1, days = $2', [most, days]);
      await this.audit.record('cap.set', 'cap:all', { most, days }, tx);
    });
  }
}
