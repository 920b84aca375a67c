import { describe, expect, it } from 'vitest';
import { plainRequest } from '../../../server/direct-answer.js';

const sent = { 'content-type': 'application/json' };
const body = { query: '{ a }' };
const JSON_TYPE = 'application/json';
const RESPONSE_TYPE = 'application/graphql-response+json';

describe('a request in the plain form', () => {
  it.each([
    [undefined, JSON_TYPE],
    ['*/*', JSON_TYPE],
    [JSON_TYPE, JSON_TYPE],
    [`${RESPONSE_TYPE}, application/json;q=0.9`, RESPONSE_TYPE],
    [`${RESPONSE_TYPE},${JSON_TYPE},text/event-stream`, RESPONSE_TYPE],
  ])('with accept %s is answered as %s', (accept, type) => {
    const asked = plainRequest('POST', { ...sent, accept }, body);
    expect(asked).toEqual({ query: '{ a }', operationName: null, variables: {}, type });
  });

  it.each<[string, string, Record<string, string>, unknown]>([
    ['a GET', 'GET', sent, body],
    ['another type', 'POST', { 'content-type': 'application/jsonp' }, body],
    ['no type', 'POST', {}, body],
    ['weights', 'POST', { ...sent, accept: 'application/json;q=0.1, text/html' }, body],
    ['a type that is not spoken', 'POST', { ...sent, accept: 'text/html' }, body],
    ['several operations at once', 'POST', sent, [body]],
    ['extensions', 'POST', sent, { ...body, extensions: {} }],
    ['no query', 'POST', sent, { operationName: 'a' }],
    ['a query that is no text', 'POST', sent, { query: 1 }],
    ['variables that are no object', 'POST', sent, { ...body, variables: [1] }],
    ['a name that is no text', 'POST', sent, { ...body, operationName: 1 }],
  ])('is not %s', (_what, method, headers, given) => {
    expect(plainRequest(method, headers, given)).toBeNull();
  });
});
