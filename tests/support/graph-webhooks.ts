import { done } from '../../clients/typescript/client.js';
import {
  CompanyChangeDocument,
  WebhookEndpointArchiveDocument,
  WebhookEndpointCreateDocument,
  WebhookHistoryDocument,
  type WebhookEndpointCreateInput,
  type WebhookHistoryQuery,
} from '../../clients/typescript/generated/graphql.js';
import { openGraph, type Caller, type TestGraph } from './graph.js';
import { found } from './graph-shop.js';
import { openReceiver, type Receiver } from './receiver.js';

type History = NonNullable<WebhookHistoryQuery['webhookDeliveries']>['nodes'];

/** An endpoint of the receiver, with the secret that was told once. */
export interface Endpoint {
  readonly id: string;
  readonly secret: string;
  end(): Promise<unknown>;
}

/** A server that sends to a receiver of this machine, and tries again in milliseconds. */
export interface Hooks {
  readonly graph: TestGraph;
  readonly companyId: string;
  readonly otherId: string;
  readonly receiver: Receiver;
  /** Another receiver, which has heard nothing yet. */
  renew(): Promise<void>;
  input(extra?: Partial<WebhookEndpointCreateInput>): WebhookEndpointCreateInput;
  endpoint(extra?: Partial<WebhookEndpointCreateInput>, caller?: Caller): Promise<Endpoint>;
  refusal(extra: Partial<WebhookEndpointCreateInput>): Promise<object | undefined>;
  /** Gives a company another name: one fact. Answers the name. */
  rename(id?: string): Promise<string>;
  /** The history of an endpoint, as soon as it is as asked. */
  history(endpointId: string, isThere: (nodes: History) => boolean): Promise<History>;
  close(): Promise<void>;
}

const schedule = {
  ...{ firstDelayMs: 30, factor: 1.2, longestDelayMs: 100, windowMs: 60_000 },
  failuresToBreak: 10,
};

export async function openHooks(): Promise<Hooks> {
  const graph = await openGraph('compiled', {
    environment: { WEBHOOK_NETWORKS: '127.0.0.0/8' },
    webhookPace: { schedule, timeoutMs: 1_000, pollMs: 50, sweepMs: 300 },
  });
  const companyId = await found(graph.client, 'ACME');
  const otherId = await found(graph.client, 'OTHER');
  let receiver = await openReceiver();
  let count = 0;
  const input: Hooks['input'] = (extra = {}) => ({
    ...{ name: 'Test', url: receiver.url, noun: 'Company' },
    ...{ factTypes: ['platform.companyChanged'], ...extra },
  });
  const create = async (extra: Partial<WebhookEndpointCreateInput>, { client }: Caller) => {
    const asked = { input: input(extra) };
    const answer = await client.request(WebhookEndpointCreateDocument, asked);
    return answer.webhookEndpointCreate!;
  };
  return {
    ...{ graph, companyId, otherId, input },
    get receiver() {
      return receiver;
    },
    async renew() {
      await receiver.close();
      receiver = await openReceiver();
    },
    async endpoint(extra = {}, caller = graph) {
      const { webhookEndpoint, secret } = done(await create(extra, caller));
      const { id } = webhookEndpoint!;
      const end = () => graph.client.request(WebhookEndpointArchiveDocument, { input: { id } });
      return { id, secret: secret!, end };
    },
    refusal: async (extra) => (await create(extra, graph)).userErrors[0],
    async rename(id = companyId) {
      const name = `Name ${++count}`;
      const asked = { input: { id, name } };
      done((await graph.client.request(CompanyChangeDocument, asked)).companyChange);
      return name;
    },
    history: (endpointId, isThere) => historyOf(graph, endpointId, isThere),
    async close() {
      await graph.close();
      await receiver.close();
    },
  };
}

async function historyOf(
  { client }: TestGraph,
  endpointId: string,
  isThere: (nodes: History) => boolean,
): Promise<History> {
  const where = { endpoint: { id: { eq: endpointId } } };
  const deadline = Date.now() + 30_000;
  for (;;) {
    const { webhookDeliveries } = await client.request(WebhookHistoryDocument, { where });
    const { nodes } = webhookDeliveries!;
    if (isThere(nodes)) return nodes;
    if (Date.now() > deadline) throw new Error(`It did not come to it: ${JSON.stringify(nodes)}`);
    await new Promise((next) => setTimeout(next, 30));
  }
}
