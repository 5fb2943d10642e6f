/**
 * How many messages this process may have under way at once. Whoever wants to claim takes permits
 * first, in order of asking, and gives them back when the round is settled; so all lanes together
 * never have more under way than there are connections, and none waits for another to finish.
 */
export class Permits {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** Takes at least one and at most that many, waiting while there is none. */
  async take(most: number): Promise<number> {
    if (this.free === 0 || this.waiting.length > 0) {
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
      });
    }
    const taken = Math.min(most, this.free);
    this.free -= taken;
    if (this.free > 0) this.waiting.shift()?.();
    return taken;
  }

  give(count: number): void {
    this.free += count;
    if (this.free > 0) this.waiting.shift()?.();
  }
}
