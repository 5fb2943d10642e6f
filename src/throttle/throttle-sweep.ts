import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rowsOf } from '../database/rows.js';

/** Deletes counts whose window is over; Redis does so by itself. */
@Injectable()
export class ThrottleSweep {
  constructor(private readonly dataSource: DataSource) {}

  async run(): Promise<void> {
    await rowsOf(
      this.dataSource,
      'DELETE FROM throttle_counts WHERE expire < extract(epoch FROM now()) * 1000',
    );
  }
}
