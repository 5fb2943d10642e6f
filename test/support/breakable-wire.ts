import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A wire to a server that can hang, as to a frozen one, or be cut, as to one that is away. */
export class BreakableWire {
  private readonly sockets = new Set<Socket>();
  private hanging = false;

  private constructor(private readonly server: Server) {}

  static async to(host: string, port: number): Promise<BreakableWire> {
    const box: { wire?: BreakableWire } = {};
    const server = createServer((here) => box.wire?.join(here, connect(port, host)));
    const wire = new BreakableWire(server);
    box.wire = wire;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Connections stay and new ones are taken, but nothing passes any more, not even their end. */
  hang(): void {
    this.hanging = true;
    for (const socket of this.sockets) socket.removeAllListeners('data').pause();
  }

  /** Every connection breaks, and none comes about any more. */
  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private join(here: Socket, there: Socket): void {
    for (const [from, to] of [
      [here, there],
      [there, here],
    ] as const) {
      this.sockets.add(from);
      from.on('error', () => undefined);
      from.on('close', () => {
        this.sockets.delete(from);
        if (!this.hanging) to.destroy();
      });
      if (this.hanging) from.pause();
      else from.on('data', (bytes) => to.write(bytes));
    }
  }
}
