import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnModuleInit,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { SharedMarks } from '../queue/shared-marks.js';
import { SeenMemory } from './seen-memory.js';
import {
  beginGuard,
  findGuard,
  findHold,
  type Hold,
  holdSending,
  identityOf,
  knowsSystemIdentifier,
  noteSeen,
  type Seen,
  type StoredGuard,
} from './sending-guard.queries.js';
import { verdictOn } from './sending-guard.rules.js';

const EVERY_MS = 5_000;
/** More than others who look at the same moment can make necessary. */
const ATTEMPTS = 10;

/**
 * Finds out whether the database is still the one that mails were sent from, and holds all sending if it is
 * an earlier state or a copy: anyone who got a mail since then would get it again (P1).
 *
 * Every process looks when it starts, every few seconds, and around every run of sending. What it finds is in
 * a row that every claim reads, so that no worker sends from a database nobody has looked at.
 */
@Injectable()
export class SendingGuard implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger(SendingGuard.name);
  private readonly memory: SeenMemory;
  /** What this process saw last. No claim goes to a database that is not as far as that. */
  seen: Seen | null = null;
  private name: string | null = null;
  private knowsSystem: boolean | null = null;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<Hold | null> | null = null;
  private told: string | null = null;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    shared: SharedMarks,
  ) {
    this.memory = new SeenMemory(config.dataDir, shared);
  }

  /** The command line looks only where a command asks for it. */
  async onModuleInit(): Promise<void> {
    if (this.config.roles.length === 0) return;
    await this.look();
    this.timer = setInterval(() => void this.lookAgain(), EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /**
   * Checks the database now.
   *
   * @returns what is held, or null where everything may go
   */
  async look(): Promise<Hold | null> {
    this.looking ??= this.lookOnce().finally(() => (this.looking = null));
    return this.looking;
  }

  /** What is held, read from the row only, without a check. */
  async hold(): Promise<Hold | null> {
    return findHold(this.dataSource);
  }

  /** Holds all sending because staff asked for it. */
  async holdByHand(): Promise<void> {
    await this.look();
    const guard = await findGuard(this.dataSource);
    await holdSending(
      this.dataSource,
      'by_hand',
      guard,
      { from: null, until: null },
      this.knowsSystem ?? false,
    );
    await this.look();
  }

  private async lookOnce(): Promise<Hold | null> {
    const knowsSystem = await this.whetherSystemIsKnown();
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const remembered = await this.memory.recall(this.name);
      const seen =
        this.name === null
          ? null
          : await noteSeen(this.dataSource, this.name, remembered.seenAt ?? new Date(0), knowsSystem);
      if (seen) return this.asSeen(seen);
      await this.judge(knowsSystem);
    }
    throw new Error('the database changes while it is being looked at');
  }

  /** Something differs from what this process remembers: finds out what, and holds all sending if necessary. */
  private async judge(knowsSystem: boolean): Promise<void> {
    // The name first: what is remembered under it has to be known before the database is judged.
    const name = (await findGuard(this.dataSource))?.name ?? null;
    const remembered = await this.memory.recall(name);
    const guard = await findGuard(this.dataSource);
    if ((guard?.name ?? null) !== name) return;
    const actual = await identityOf(this.dataSource, knowsSystem);
    const verdict = verdictOn(guard, actual, remembered);
    if (verdict === 'new') await beginGuard(this.dataSource, knowsSystem);
    else if (verdict !== 'same') await this.holdFor(verdict, guard, remembered.seenAt);
    this.name = (await findGuard(this.dataSource))?.name ?? null;
  }

  private async holdFor(
    because: NonNullable<Hold['because']>,
    guard: StoredGuard | null,
    lostUntil: Date | null,
  ): Promise<void> {
    const lost = { from: guard?.seenAt ?? null, until: lostUntil };
    const held = await holdSending(this.dataSource, because, guard, lost, await this.whetherSystemIsKnown());
    if (held) this.log.error({ event: 'sending.held', because, lostFrom: lost.from, lostUntil: lost.until });
  }

  private async asSeen(guard: StoredGuard): Promise<Hold | null> {
    this.seen = { name: guard.name, seenAt: guard.seenAt };
    await this.memory.remember(guard.name, guard.seenAt);
    this.tellOnce(
      this.memory.problem,
      'DATA_DIR cannot be written: after a restart nothing there tells a restored database',
    );
    return guard.heldAt || guard.remindersHeldAt ? guard : null;
  }

  private async lookAgain(): Promise<void> {
    try {
      await this.look();
    } catch (error) {
      this.log.debug({ event: 'sending-guard.failed', reason: (error as Error).message });
    }
  }

  private async whetherSystemIsKnown(): Promise<boolean> {
    if (this.knowsSystem === null) {
      this.knowsSystem = await knowsSystemIdentifier(this.dataSource);
      if (!this.knowsSystem) this.log.warn({ event: 'sending-guard.no-system-identifier' });
    }
    return this.knowsSystem;
  }

  private tellOnce(problem: string | null, what: string): void {
    if (problem !== null && problem !== this.told)
      this.log.warn({ event: 'sending-guard.no-memory', what, reason: problem });
    this.told = problem;
  }
}
