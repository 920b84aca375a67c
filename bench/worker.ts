import { fork, type ChildProcess } from 'node:child_process';

/** Starts a program of the repository as a process that obeys its parent. */
export const openWorker = (program: string): ChildProcess =>
  fork(program, { execArgv: ['--import', 'tsx'], serialization: 'advanced' });

/** Tells a worker what to do and answers what it says; one order at a time. */
export function order<Answer>(child: ChildProcess, told: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('A worker went away.'));
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      resolve(answer as Answer);
    });
    child.send(told);
  });
}

/** In the worker: does what its parent orders, and ends with it. */
export function obey<Order>(work: (order: Order) => unknown): void {
  process.on('message', (told: Order) => {
    Promise.resolve()
      .then(() => work(told))
      .then(
        (answer) => process.send!(answer ?? null),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
  });
  process.on('disconnect', () => process.exit(0));
}
