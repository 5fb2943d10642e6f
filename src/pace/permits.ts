/**
 * How many messages this process may have under way at once. Anyone who wants to claim takes permits first,
 * in order of asking, and gives them back when the round is settled; so all lanes together never have more
 * under way than there are connections, and none waits for another to finish.
 */
export class Permits {
  private readonly waiting: { most: number; take: (count: number) => void }[] = [];

  constructor(private free: number) {}

  /** Takes at least one and at most that many, waiting while there is none. */
  async take(most: number): Promise<number> {
    return new Promise((take) => {
      this.waiting.push({ most, take });
      this.handOut();
    });
  }

  /** Whether somebody waits for permits. */
  get areWanted(): boolean {
    return this.waiting.length > 0;
  }

  /** Takes free permits that no one waits for, at most that many; possibly none. */
  takeFree(most: number): number {
    const count = Math.max(0, Math.min(most, this.free));
    this.free -= count;
    return count;
  }

  give(count: number): void {
    this.free += count;
    this.handOut();
  }

  /** A permit is counted as taken at once, before its taker has woken up. */
  private handOut(): void {
    while (this.free > 0) {
      const first = this.waiting.shift();
      if (!first) return;
      const count = Math.min(first.most, this.free);
      this.free -= count;
      first.take(count);
    }
  }
}
