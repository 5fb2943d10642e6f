import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { jobKinds } from './jobs.js';

const PROCESSOR_METADATA = 'bullmq:processor_metadata';

/** Refuses to start a worker unless every kind of job has exactly one processor. */
@Injectable()
export class ProcessorCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    if (!this.config.roles.includes('worker')) return;
    const found = this.discovery
      .getProviders()
      .flatMap(({ metatype }) =>
        metatype
          ? [this.reflector.get<{ name?: string } | undefined>(PROCESSOR_METADATA, metatype)?.name]
          : [],
      );
    for (const kind of jobKinds) {
      const count = found.filter((name) => name === kind).length;
      if (count !== 1) throw new Error(`The job ${kind} has ${count} processors; it must have exactly one.`);
    }
  }
}
