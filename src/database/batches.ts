interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (reason: unknown) => void;
}

/** So many at once keep the database busy while this process works on what came back. */
const MAX_CONCURRENT = 2;
const MAX_BATCH = 50;
const LONG_MS = 50;

/**
 * Puts what is asked at the same time into one statement, for what a trip and a commit cost is then shared:
 * whatever comes while others are under way waits for its turn and goes together. Where nothing is under
 * way, nobody waits. A second batch goes beside another when it is as large, for many small ones cost more
 * than few large ones, or when it has waited long: the other may hang.
 */
export class Batches<Item, Result> {
  private readonly waiting: Waiting<Item, Result>[] = [];
  private batchesUnderWay = 0;
  private itemsUnderWay = 0;
  private impatience: NodeJS.Timeout | undefined;

  /** @param run gives one result for each item, in their order; what it does to some of a failed batch is undone */
  constructor(private readonly run: (items: readonly Item[]) => Promise<readonly Result[]>) {}

  /** @throws whatever `run` throws at this item alone: a batch that fails is tried again one by one */
  async ask(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      const count = this.waiting.push({ item, resolve, reject });
      if (count === 1) setImmediate(this.gather, 1);
      else if (count === Math.min(this.itemsUnderWay, MAX_BATCH)) setImmediate(this.next);
    });
  }

  /** As long as each turn of the event loop brings more, those go together. */
  private readonly gather = (before: number): void => {
    const now = this.waiting.length;
    if (now > before && now < MAX_BATCH) setImmediate(this.gather, now);
    else this.next();
  };

  private readonly next = (): void => {
    while (this.waiting.length > 0 && this.canSend()) this.sendBatch();
    if (this.waiting.length > 0) this.impatience ??= setTimeout(this.goAtLast, LONG_MS);
  };

  private canSend(): boolean {
    const size = Math.min(this.waiting.length, MAX_BATCH);
    return this.batchesUnderWay < MAX_CONCURRENT && size >= this.itemsUnderWay;
  }

  private readonly goAtLast = (): void => {
    this.impatience = undefined;
    if (this.waiting.length > 0 && this.batchesUnderWay < MAX_CONCURRENT) this.sendBatch();
  };

  private sendBatch(): void {
    const batch = this.waiting.splice(0, MAX_BATCH);
    this.batchesUnderWay += 1;
    this.itemsUnderWay += batch.length;
    void this.carry(batch).finally(() => {
      this.batchesUnderWay -= 1;
      this.itemsUnderWay -= batch.length;
      this.next();
    });
  }

  private async carry(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.run(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => {
        resolve(results[index] as Result);
      });
    } catch (error) {
      const [first] = batch;
      if (batch.length === 1) first?.reject(error);
      else await Promise.all(batch.map((one) => this.carry([one])));
    }
  }
}
