import type { Asking } from './asking.js';
import { asking } from './asking.js';
import { openShop, type Shop } from './graph-shop.js';
import { openGraph, type Execution, type TestGraph } from './graph.js';

/** A graph on which a test defines fields of its own. */
export interface Fielded extends Asking {
  readonly graph: TestGraph;
  readonly shop: Shop;
  /** Defines a field with a label of its own, and answers the id of its definition. */
  define(noun: string, code: string, kind: string, more?: object): Promise<string>;
}

export async function openFielded(
  execution: Execution = 'compiled',
  options: Parameters<typeof openGraph>[1] = {},
): Promise<Fielded> {
  const graph = await openGraph(execution, options);
  const shop = await openShop(graph.client);
  const caller = asking(graph);
  return { ...caller, graph, shop, define: (...asked) => define(caller, ...asked) };
}

export const define = (
  { id }: Asking,
  noun: string,
  code: string,
  kind: string,
  more: object = {},
): Promise<string> =>
  id('customFieldDefine', 'customFieldDefinition', {
    noun,
    code,
    kind,
    labels: [{ locale: 'en', text: `The ${code}` }],
    ...more,
  });
