import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  CompanyChangeDocument,
  WebhookEndpointPauseDocument,
  WebhookEndpointResumeDocument,
  WebhookEndpointRotateSecretDocument,
  WebhookEndpointTestSendDocument,
  WebhookReplayDocument,
} from '../../clients/typescript/generated/graphql.js';
import { openHooks, type Hooks } from '../support/graph-webhooks.js';
import { isSignedBy } from '../support/receiver.js';

let hooks: Hooks;
let graph: Hooks['graph'];
let companyId: string;
let otherId: string;

beforeAll(async () => {
  hooks = await openHooks();
  ({ graph, companyId, otherId } = hooks);
});
afterAll(() => hooks.close());
beforeEach(() => hooks.renew());

const endpoint: Hooks['endpoint'] = (...args) => hooks.endpoint(...args);
const rename: Hooks['rename'] = (...args) => hooks.rename(...args);

describe('an endpoint', () => {
  it('is sent each fact with what its query tells, signed by the secret that was told once', async () => {
    const { id, secret, end } = await endpoint({
      document: 'query Told($id: ID!) { company(by: {id: $id}) { code name version } }',
    });
    const name = await rename();
    await hooks.receiver.until(1);
    const [received] = hooks.receiver.received;
    expect(received!.message).toMatchObject({
      type: 'platform.companyChanged',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      data: {
        noun: 'Company',
        id: companyId,
        changedFields: ['name'],
        position: expect.stringMatching(/^\d+$/) as string,
        payload: { company: { code: 'ACME', name } },
      },
    });
    expect(received!.headers['content-type']).toBe('application/json');
    expect(isSignedBy(received!, secret)).toBe(true);
    const [prefix, key] = secret.split('_') as [string, string];
    const off = `${prefix}_${key.startsWith('A') ? 'B' : 'A'}${key.slice(1)}`;
    expect(isSignedBy(received!, off)).toBe(false);
    const [delivery] = await hooks.history(id, ([one]) => one?.status === 'DELIVERED');
    expect(delivery).toMatchObject({ type: 'platform.companyChanged', attemptCount: 1 });
    expect(delivery!.attempts!.nodes).toMatchObject([{ outcome: 'DELIVERED', httpStatus: 204 }]);
    await end();
  });

  it('is tried again under the same id, and the next fact of the document waits for it', async () => {
    let failures = 3;
    hooks.receiver.answer((_received, response) => {
      failures -= 1;
      response.writeHead(failures >= 0 ? 503 : 200).end('not yet');
    });
    const { id, secret, end } = await endpoint();
    await rename();
    await rename();
    await hooks.receiver.until(5);
    const ids = hooks.receiver.received.map((one) => one.id);
    expect(new Set(ids.slice(0, 4)).size).toBe(1);
    expect(ids[4]).not.toBe(ids[0]);
    expect(hooks.receiver.received.every((one) => isSignedBy(one, secret))).toBe(true);
    const nodes = await hooks.history(id, (all) => all.every((one) => one.status === 'DELIVERED'));
    expect(nodes.map(({ attemptCount }) => attemptCount).sort()).toEqual([1, 4]);
    expect(nodes.find((one) => one.attemptCount === 4)!.attempts!.nodes[0]).toMatchObject({
      ...{ number: 1, outcome: 'REFUSED', httpStatus: 503, detail: 'not yet' },
    });
    await end();
  });

  it('is sent only what changed a field it asked for, of documents that meet its condition', async () => {
    const { id, end } = await endpoint({
      changedFields: ['legalName'],
      where: '{code: {eq: "ACME"}}',
    });
    await rename();
    for (const one of [otherId, companyId])
      await graph.client.request(CompanyChangeDocument, {
        input: { id: one, legalName: 'Acme Limited' },
      });
    await hooks.receiver.until(1);
    const nodes = await hooks.history(id, (all) => all.every((one) => one.settledAt !== null));
    expect(nodes.map(({ status, reason }) => [status, reason]).sort()).toEqual([
      ['DELIVERED', null],
      ['SKIPPED', 'WHERE_FALSE'],
    ]);
    expect(hooks.receiver.received[0]!.message.data.id).toBe(companyId);
    await end();
  });

  it('keeps what happens while it is paused, and sends it in order after', async () => {
    const { id, end } = await endpoint({
      document: '  query($id: ID!) { company(by: {id: $id}) { id } }',
    });
    await graph.client.request(WebhookEndpointPauseDocument, { input: { id } });
    await rename();
    await rename();
    await hooks.history(id, (all) => all.length === 2);
    expect(hooks.receiver.received).toEqual([]);
    const { webhookEndpointResume } = await graph.client.request(WebhookEndpointResumeDocument, {
      input: { id },
    });
    expect(done(webhookEndpointResume).webhookEndpoint).toMatchObject({ status: 'ACTIVE' });
    await hooks.receiver.until(2);
    const positions = hooks.receiver.received.map(({ message }) => Number(message.data.position));
    expect(positions[0]).toBeLessThan(positions[1]!);
    const again = await graph.client.request(WebhookEndpointResumeDocument, { input: { id } });
    expect(again.webhookEndpointResume!.userErrors).toMatchObject([{ code: 'TRANSITION_REFUSED' }]);
    await end();
  });

  it('is signed by two secrets after a rotation, and by the new one alone without overlap', async () => {
    const { id, secret: first, end } = await endpoint();
    const rotate = async (overlapHours?: number) => {
      const { webhookEndpointRotateSecret } = await graph.client.request(
        WebhookEndpointRotateSecretDocument,
        { input: { id, overlapHours } },
      );
      return done(webhookEndpointRotateSecret).secret!;
    };
    const second = await rotate();
    await rename();
    await hooks.receiver.until(1);
    const third = await rotate(0);
    await rename();
    await hooks.receiver.until(2);
    const signedBy = hooks.receiver.received.map((one) =>
      [first, second, third].map((secret) => isSignedBy(one, secret)),
    );
    expect(signedBy).toEqual([
      [true, true, false],
      [false, false, true],
    ]);
    const bad = await graph.client.request(WebhookEndpointRotateSecretDocument, {
      input: { id, overlapHours: 169 },
    });
    expect(bad.webhookEndpointRotateSecret!.userErrors).toMatchObject([
      { code: 'OVERLAP_OUT_OF_RANGE', path: ['input', 'overlapHours'] },
    ]);
    await end();
  });

  it('is sent a test on the way of all others', async () => {
    const { id, secret, end } = await endpoint();
    const { webhookEndpointTestSend } = await graph.client.request(
      WebhookEndpointTestSendDocument,
      { input: { id } },
    );
    done(webhookEndpointTestSend);
    await hooks.receiver.until(1);
    const [received] = hooks.receiver.received;
    expect(received!.message).toMatchObject({
      ...{ type: 'outbound.webhookTestSent', data: { isTest: true } },
    });
    expect(isSignedBy(received!, secret)).toBe(true);
    await end();
  });

  it('is left alone after ten failures in a row, and taken up by its resumption', async () => {
    hooks.receiver.answer((_received, response) => response.writeHead(500).end());
    const { id, end } = await endpoint();
    await rename();
    await hooks.receiver.until(10);
    await hooks.history(id, ([one]) => (one?.attemptCount ?? 0) >= 10);
    const { webhookEndpoint } = (
      await graph.ask(
        'query($id: ID!) { webhookEndpoint(by: {id: $id}) { failuresInRow brokenUntil } }',
        {
          id,
        },
      )
    ).data as { webhookEndpoint: { failuresInRow: number; brokenUntil: string | null } };
    expect(webhookEndpoint.failuresInRow).toBeGreaterThanOrEqual(10);
    expect(webhookEndpoint.brokenUntil).not.toBeNull();
    hooks.receiver.answer((_received, response) => response.writeHead(204).end());
    await hooks.history(id, ([one]) => one?.status === 'DELIVERED');
    await end();
  });
});

describe('a replay', () => {
  it('sends one delivery again under its id', async () => {
    const { id, end } = await endpoint();
    await rename();
    const [delivery] = await hooks.history(id, ([one]) => one?.status === 'DELIVERED');
    const { webhookReplay } = await graph.client.request(WebhookReplayDocument, {
      input: { deliveryId: delivery!.id },
    });
    expect(done(webhookReplay).webhookDelivery).toMatchObject({ status: 'PENDING' });
    await hooks.receiver.until(2);
    expect(hooks.receiver.received[1]!.id).toBe(hooks.receiver.received[0]!.id);
    const [again] = await hooks.history(id, ([one]) => one?.status === 'DELIVERED');
    expect(again!.attempts!.nodes.map(({ number }) => number)).toEqual([1, 2]);
    await end();
  });

  it('sends a part of the log, also from before there was the endpoint', async () => {
    const before = await endpoint();
    await rename();
    await rename();
    await hooks.receiver.until(2);
    const [first, last] = hooks.receiver.received.map(({ message }) =>
      String(message.data.position),
    );
    await before.end();
    const { id, end } = await endpoint();
    const range = { endpointId: id, fromPosition: first!, toPosition: last! };
    const { webhookReplay } = await graph.client.request(WebhookReplayDocument, {
      input: { range },
    });
    done(webhookReplay);
    await hooks.receiver.until(4);
    const positions = hooks.receiver.received.slice(2).map(({ message }) => message.data.position);
    expect(positions).toEqual([first, last]);
    await end();
  });

  it.each([
    [{}, 'REPLAY_UNCLEAR'],
    [{ range: { fromPosition: '5', toPosition: '4' } }, 'RANGE_MALFORMED'],
    [{ range: { fromPosition: '0', toPosition: '4' } }, 'RANGE_MALFORMED'],
    [{ range: { fromPosition: '1.5', toPosition: '4' } }, 'RANGE_MALFORMED'],
    [{ deliveryId: 'WebhookDelivery:01900000-0000-7000-8000-000000000000' }, 'NOT_FOUND'],
  ])('refuses %j', async (input, code) => {
    const { id, end } = await endpoint();
    const range = 'range' in input ? { endpointId: id, ...input.range } : undefined;
    const { webhookReplay } = await graph.client.request(WebhookReplayDocument, {
      input: { ...input, range } as never,
    });
    expect(webhookReplay!.userErrors).toMatchObject([{ code }]);
    await end();
  });
});
