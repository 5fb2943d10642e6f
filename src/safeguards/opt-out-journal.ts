import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../common/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { JournalCodes } from './journal-codes.js';

const entrySchema = z.object({
  at: z.iso.datetime(),
  what: z.enum(['unsubscribe', 'resubscribe', 'decline', 'undo-decline', 'erase', 'suppress', 'free']),
  /** Codes of addresses. */
  people: z.array(z.string()),
  list: z.string().optional(),
  survey: z.string().optional(),
  /** The address itself, sealed; for what is suppressed. */
  sealed: z.string().optional(),
  reason: z.string().optional(),
});
export type JournalEntry = z.infer<typeof entrySchema>;

/** What is written down, with addresses as their keys. */
export type OptOut =
  | { what: 'unsubscribe' | 'resubscribe' | 'erase'; list: string; people: readonly string[] }
  | { what: 'decline' | 'undo-decline'; survey: string; people: readonly string[] }
  | { what: 'suppress'; people: readonly [string]; reason: string }
  | { what: 'free'; people: readonly [string] };

/** Nobody restores a backup as old as that, and codes of people who were erased are not to stay for ever. */
const KEEP_DAYS = 180;
/** How much the clocks of processes and database may differ. */
const LEEWAY_MS = 5 * 60_000;

/**
 * Opt-outs and erasures written down outside the database, in DATA_DIR, so that they can be done again when
 * an earlier state of the database is restored. Each process appends to a file of its own, after the commit
 * and before the answer. If the journal cannot be written, that is logged, and opting out still works.
 */
@Injectable()
export class OptOutJournal implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger(OptOutJournal.name);
  private readonly folder: string;
  private readonly codes: JournalCodes;
  private readonly fileName: string;
  private file: FileHandle | null = null;
  private lines: string[] = [];
  private writing: Promise<void> = Promise.resolve();
  private next: Promise<void> | null = null;

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'dataDir' | 'secretKeys'>,
    private readonly clock: Clock,
  ) {
    this.folder = join(config.dataDir, 'journal');
    this.codes = new JournalCodes(config.secretKeys ?? []);
    const day = clock.now().toISOString().slice(0, 10);
    this.fileName = `${day}-${process.pid}-${randomBytes(4).toString('hex')}.jsonl`;
  }

  async onModuleInit(): Promise<void> {
    const oldest = this.clock.now().getTime() - KEEP_DAYS * 86_400_000;
    for (const name of await this.fileNames()) {
      const path = join(this.folder, name);
      if ((await stat(path)).mtimeMs < oldest) await rm(path, { force: true });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await (this.next ?? this.writing);
    await this.file?.close();
  }

  /** Resolves when the entry is on disk, or when it is logged that it is not. Never rejects. */
  async add(optOut: OptOut): Promise<void> {
    if (optOut.people.length === 0) return;
    this.lines.push(`${JSON.stringify(this.entryOf(optOut))}\n`);
    // Entries that arrive during a write are written together with the next one.
    this.next ??= this.writing.then(() => {
      this.next = null;
      this.writing = this.write();
      return this.writing;
    });
    await this.next;
  }

  /** What was written down since a moment, or ever, by all processes with this DATA_DIR, in order of time. */
  async since(from: Date | null): Promise<JournalEntry[]> {
    const first = from ? from.getTime() - LEEWAY_MS : 0;
    const entries: JournalEntry[] = [];
    for (const name of await this.fileNames())
      entries.push(...entriesIn(await readFile(join(this.folder, name), 'utf8')));
    return entries
      .filter(({ at }) => Date.parse(at) >= first)
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  }

  codesOf(emailKey: string): string[] {
    return this.codes.codesOf(emailKey);
  }

  unseal(sealed: string): string | null {
    return this.codes.unseal(sealed);
  }

  private entryOf({ people, ...what }: OptOut): JournalEntry {
    return {
      at: this.clock.now().toISOString(),
      ...what,
      people: people.map((key) => this.codes.codeOf(key)),
      ...(what.what === 'suppress' && { sealed: people.map((key) => this.codes.seal(key))[0] }),
    };
  }

  private async write(): Promise<void> {
    const text = this.lines.splice(0).join('');
    try {
      this.file ??= await this.openFile();
      await this.file.appendFile(text);
      await this.file.datasync();
    } catch (error) {
      this.log.error({ event: 'journal.not-written', reason: (error as Error).message });
    }
  }

  private async openFile(): Promise<FileHandle> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    return open(join(this.folder, this.fileName), 'a', 0o600);
  }

  private async fileNames(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names.filter((name) => name.endsWith('.jsonl')).sort();
  }
}

/** A line that was broken off when its process ended is left out. */
function entriesIn(text: string): JournalEntry[] {
  return text.split('\n').flatMap((line) => {
    if (line === '') return [];
    try {
      const entry = entrySchema.safeParse(JSON.parse(line));
      return entry.success ? [entry.data] : [];
    } catch {
      return [];
    }
  });
}
