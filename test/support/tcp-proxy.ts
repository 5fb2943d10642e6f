import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a server that can be cut (nobody is there) or frozen (connections stay open, nothing passes). */
export class TcpProxy {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private state: 'open' | 'cut' | 'frozen' = 'open';

  private constructor(private readonly server: Server) {}

  static async start(host: string, port: number): Promise<TcpProxy> {
    const box: { proxy?: TcpProxy } = {};
    const server = createServer((near) => {
      const { proxy } = box;
      near.on('error', () => undefined);
      if (!proxy || proxy.state === 'cut') return void near.resetAndDestroy();
      const far = connect(port, host);
      far.on('error', () => near.destroy());
      const pair = [near, far] as const;
      proxy.pairs.add(pair);
      near.on('close', () => {
        proxy.pairs.delete(pair);
        far.destroy();
      });
      far.on('close', () => near.destroy());
      near.pipe(far);
      far.pipe(near);
      if (proxy.state === 'frozen') proxy.stop(pair);
    });
    box.proxy = new TcpProxy(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return box.proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  cut(): void {
    this.state = 'cut';
    for (const [near] of this.pairs) near.resetAndDestroy();
  }

  freeze(): void {
    this.state = 'frozen';
    for (const pair of this.pairs) this.stop(pair);
  }

  open(): void {
    this.state = 'open';
    for (const [near, far] of this.pairs) {
      near.pipe(far);
      far.pipe(near);
    }
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
  }

  private stop([near, far]: readonly [Socket, Socket]): void {
    near.unpipe(far).pause();
    far.unpipe(near).pause();
  }
}
