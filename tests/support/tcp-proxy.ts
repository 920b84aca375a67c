import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { asksToCommit, endOf, wireMessages } from './postgres-wire.js';

/** When the line is cut: before the server hears of the commit, or after it has answered to it. */
export type Cut = 'BEFORE' | 'AFTER';

export interface TcpProxy {
  readonly port: number;
  /** Cuts the line of the next commit, once; said twice it cuts two of them. */
  cutAtCommit(cut: Cut): void;
  /** How often the line was cut, by when. */
  readonly cuts: Readonly<Record<Cut, number>>;
  /** Takes back the cuts that were not made; answers how many they were. */
  spare(): number;
  close(): Promise<void>;
}

/** The cuts that are to be made, and those that were. */
function scissors() {
  const planned: Cut[] = [];
  const cuts = { BEFORE: 0, AFTER: 0 };
  return {
    planned,
    cuts,
    /** The cut that this commit shall meet. */
    take: (): Cut | null => planned.shift() ?? null,
    /** The commit that was to be cut rolled back: another one shall be. */
    giveBack: (cut: Cut): void => void planned.unshift(cut),
    made: (cut: Cut): void => void (cuts[cut] += 1),
  };
}

type Scissors = ReturnType<typeof scissors>;

/**
 * Passes whole messages on, so that the cut falls exactly between what the server has heard before
 * the commit and the commit itself, or between what it answered before and its word for it.
 */
function cutting(client: Socket, server: Socket, { take, giveBack, made }: Scissors) {
  const asked = wireMessages(true);
  const answered = wireMessages(false);
  let isAwaited = false;
  let isCut = false;
  const end = (): void => {
    if (isCut) return;
    isCut = true;
    client.destroy();
    server.destroy();
  };
  return {
    end,
    onAsked(data: Buffer): void {
      for (const message of asked(data)) {
        if (isCut) return;
        const cut = asksToCommit(message) && !isAwaited ? take() : null;
        if (cut === 'BEFORE') {
          made(cut);
          // What was said before still arrives: only the commit is lost.
          isCut = true;
          server.end();
          client.destroy();
          return;
        }
        isAwaited ||= cut === 'AFTER';
        server.write(message.bytes);
      }
    },
    onAnswered(data: Buffer): void {
      for (const message of answered(data)) {
        if (isCut) return;
        const told = isAwaited ? endOf(message) : null;
        if (told === 'COMMIT') {
          made('AFTER');
          end();
          return;
        }
        if (told === 'ROLLBACK') {
          isAwaited = false;
          giveBack('AFTER');
        }
        client.write(message.bytes);
      }
    },
  };
}

/** Stands between a client and a PostgreSQL, and cuts the line at commits. Nothing is encrypted. */
export async function openTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  const tool = scissors();

  function join(client: Socket): void {
    const server = connect(target);
    const { end, onAsked, onAnswered } = cutting(client, server, tool);
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.setNoDelay();
      socket.on('error', end);
      socket.on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    client.on('data', onAsked);
    server.on('data', onAnswered);
  }

  const listener: Server = createServer(join);
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  return {
    port: (listener.address() as AddressInfo).port,
    cutAtCommit: (cut) => void tool.planned.push(cut),
    cuts: tool.cuts,
    spare: () => tool.planned.splice(0).length,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
