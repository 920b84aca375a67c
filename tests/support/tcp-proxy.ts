import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** When the connection is cut: before the server hears the word, or after it has answered to it. */
export type Cut = 'BEFORE' | 'AFTER';

export interface TcpProxy {
  readonly port: number;
  /** Cuts the next connection over which `word` is sent, once. */
  cutAt(word: string, cut: Cut): void;
  /** How many connections were cut. */
  readonly cuts: number;
  close(): Promise<void>;
}

interface Plan {
  readonly word: string;
  readonly cut: Cut;
}

/** Stands between a client and a server, and cuts the line at a word. */
export async function openTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let plan: Plan | null = null;
  let cuts = 0;

  function join(client: Socket): void {
    const server = connect(target);
    let awaited: string | null = null;
    const end = (): void => {
      client.destroy();
      server.destroy();
      sockets.delete(client);
      sockets.delete(server);
    };
    const cutNow = (): void => {
      cuts += 1;
      end();
    };
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', end);
      socket.on('close', end);
    }
    client.on('data', (sent) => {
      if (plan && sent.includes(plan.word)) {
        const { word, cut } = plan;
        plan = null;
        if (cut === 'BEFORE') return cutNow();
        // The server answers a command with its name; statements sent before it are answered first.
        awaited = word.toUpperCase();
      }
      server.write(sent);
    });
    server.on('data', (answer) => {
      if (awaited !== null && answer.includes(awaited)) cutNow();
      else client.write(answer);
    });
  }

  const listener: Server = createServer(join);
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  return {
    port: (listener.address() as AddressInfo).port,
    cutAt: (word, cut) => void (plan = { word, cut }),
    get cuts() {
      return cuts;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
