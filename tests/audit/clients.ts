import { isDeepStrictEqual } from 'node:util';
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client/core';
import { Client as Urql, cacheExchange, fetchExchange } from '@urql/core';
import { GraphQLClient } from 'graphql-request';
import { createClient } from '../../clients/typescript/client.js';
import {
  ActorCreateDocument,
  CostEstimateDocument,
  DocumentManifestsDocument,
  RoleCreateDocument,
  TrustedDocumentsRegisterDocument,
  type TypedDocumentString,
} from '../../clients/typescript/generated/graphql.js';
import type { Audited } from './served.js';

interface Asked {
  readonly text: string;
  readonly variables: Record<string, unknown>;
}

/** One way to ask: answers the data, and throws for errors. */
type Ask = (asked: Asked) => Promise<unknown>;

const asked = <A, V>(operation: TypedDocumentString<A, V>, variables: V): Asked => ({
  text: operation.toString(),
  variables: variables as Record<string, unknown>,
});

/** Operations of our own folder: reads, one that is done, and one that is refused. */
function operations(client: string): Asked[] {
  const role = { code: client.toUpperCase(), name: 'A role', permissions: [] };
  return [
    asked(DocumentManifestsDocument, { first: 5 }),
    asked(CostEstimateDocument, { document: '{ node(id: "x") { id } }' }),
    asked(RoleCreateDocument, { input: role }),
    asked(RoleCreateDocument, { input: role }),
    asked(TrustedDocumentsRegisterDocument, {
      input: { app: client, release: '1', documents: [{ id: 'x', text: '{ a }' }] },
    }),
    asked(ActorCreateDocument, { input: { name: '', kind: 'PERSON', roleIds: [] } }),
  ];
}

function apollo({ url, headers }: Audited): Ask {
  const link = new HttpLink({ uri: url, headers: { ...headers } });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  return async ({ text, variables }) => {
    const document = gql(text);
    const { data } = text.includes('mutation ')
      ? await client.mutate({ mutation: document, variables, fetchPolicy: 'no-cache' })
      : await client.query({ query: document, variables, fetchPolicy: 'no-cache' });
    return data;
  };
}

function urql({ url, headers }: Audited): Ask {
  const client = new Urql({
    url,
    fetchOptions: { headers: { ...headers } },
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
  });
  return async ({ text, variables }) => {
    const send = text.includes('mutation ') ? client.mutation : client.query;
    const { data, error } = await send.call(client, text, variables).toPromise();
    if (error) throw error;
    return data;
  };
}

function graphqlRequest({ url, headers }: Audited): Ask {
  const client = new GraphQLClient(url, { headers: { ...headers } });
  return ({ text, variables }) => client.request(text, variables);
}

function ours({ url, headers }: Audited): Ask {
  const client = createClient({ url, token: headers.authorization!.slice('Bearer '.length) });
  return ({ text, variables }) => client.request(text as never, variables as never);
}

/** An answer without what differs by client: names that caches add, ids, buckets. */
function comparable(answer: unknown, client: string): unknown {
  const text = JSON.stringify(answer, (key, value: unknown) =>
    key === '__typename' || key === 'id' || key === 'left' ? undefined : value,
  );
  return JSON.parse(text.replaceAll(client, 'client').replaceAll(client.toUpperCase(), 'CLIENT'));
}

/** What other people's clients are answered otherwise than ours. */
export async function clientFindings(audited: Audited) {
  const clients = { ours, apollo, urql, graphqlrequest: graphqlRequest };
  const answers = new Map<string, unknown[]>();
  for (const [name, open] of Object.entries(clients)) {
    const ask = open(audited);
    const answered: unknown[] = [];
    for (const one of operations(name)) answered.push(comparable(await ask(one), name));
    answers.set(name, answered);
  }
  const findings = Object.keys(clients).filter(
    (name) => !isDeepStrictEqual(answers.get(name), answers.get('ours')),
  );
  return { findings, clients: Object.keys(clients).length, operations: operations('').length };
}
