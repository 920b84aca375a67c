import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CustomerUpsertDocument } from '../../clients/typescript/generated/graphql.js';
import { done } from '../../clients/typescript/client.js';
import { followAny, followText, HEARTBEAT_MS } from '../support/following.js';
import { openGraph, type TestGraph } from '../support/graph.js';

const CUSTOMERS = followText('customerChanged', 'CustomerWhere', 'id code name');

describe('a subscriber who comes back', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await openGraph('compiled', { heartbeatMs: HEARTBEAT_MS });
  });
  afterAll(() => graph.close());

  const change = async (code: string, name: string): Promise<void> => {
    const input = { code, name, currency: 'USD' };
    done((await graph.client.request(CustomerUpsertDocument, { input })).customerUpsert);
  };
  const follow = (code: string, after?: string) =>
    followAny(graph.client, CUSTOMERS, { where: { code: { eq: code } }, after });

  it('is told what he missed from what others were told: nothing is read for him', async () => {
    await change('KNOWN', 'One');
    await graph.settled();
    const [there, away] = [follow('KNOWN'), follow('KNOWN')];
    await Promise.all([there.beat(), away.beat()]);
    await change('KNOWN', 'Two');
    await away.beat(await graph.settled());
    await away.stop();
    for (const name of ['Three', 'Four', 'Five']) {
      await change('KNOWN', name);
      // A message tells the node as it is when it is told, so each step is heard before the next.
      await there.beat(await graph.settled());
    }
    const { value: back, texts } = await graph.caused(async () => {
      const again = follow('KNOWN', away.news().at(-1)!.cursor);
      await again.beat();
      // Something is asked, to show that it would be seen.
      await graph.ask('{ customers(first: 1) { nodes { id } } }');
      return again;
    });
    await Promise.all([back.stop(), there.stop()]);
    expect(back.news().map(({ node }) => node!.name)).toEqual(['Three', 'Four', 'Five']);
    expect(back.news()).toEqual(there.news().slice(1));
    expect(texts).toHaveLength(1);
  });

  it('is told what he missed by as many statements whether he alone comes back or twenty do', async () => {
    const backAfter = async (code: string, followers: number) => {
      await change(code, 'One');
      await graph.settled();
      const first = follow(code);
      await first.beat();
      await change(code, 'Two');
      await first.beat(await graph.settled());
      await first.stop();
      for (const name of ['Three', 'Four']) await change(code, name);
      await graph.settled();
      const { value, texts } = await graph.caused(async () => {
        const { cursor } = first.news().at(-1)!;
        const all = Array.from({ length: followers }, () => follow(code, cursor));
        await Promise.all(all.map((one) => one.beat()));
        return all;
      });
      await Promise.all(value.map((one) => one.stop()));
      for (const one of value)
        expect(one.news().map(({ node }) => node!.name)).toEqual(['Four', 'Four']);
      return texts.length;
    };
    const alone = await backAfter('ALONE', 1);
    expect(alone).toBeLessThanOrEqual(2);
    expect(await backAfter('MANY', 20)).toBe(alone);
  });
});
