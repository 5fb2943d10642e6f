import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ImportService } from '../../lists/imports/import.service.js';
import { EnrolmentsService } from './enrolments.service.js';

/**
 * Keeps surveys in step with the lists they follow: at the end of an import, and every few minutes for
 * whatever else has changed. Safe to run anywhere, twice, or late.
 */
@Injectable()
export class EnrolmentSweep implements OnModuleInit {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly imports: ImportService,
  ) {}

  onModuleInit(): void {
    this.imports.onApplied((list) => this.enrolments.takeInNewcomers(list));
  }

  async run(): Promise<void> {
    await this.enrolments.takeInNewcomers();
  }
}
