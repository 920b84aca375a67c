import { createHash } from 'node:crypto';
import { GraphQLError, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { documentLimits } from './limits.js';
import {
  admit,
  isRefused,
  requestError,
  type Execution,
  type Known,
  type Prepared,
  type Refused,
} from './prepare.js';

/** The documents that were admitted lately, so that each is parsed, validated and compiled once. */
export interface Documents {
  /** The parsed document of this hash, if it was admitted under the schema that serves now. */
  known(hash: string): DocumentNode | undefined;
  prepare(
    source: { readonly hash: string; readonly document: DocumentNode },
    operationName: string | null,
    permissions: ReadonlySet<string>,
  ): Prepared | Refused;
  /** The same from a text that was admitted lately, without its hash; undefined for another. */
  prepareKept(
    text: string,
    operationName: string | null,
    permissions: ReadonlySet<string>,
  ): Prepared | Refused | undefined;
  /** The same from text, for doors that have no parser of their own. */
  prepareText(
    text: string,
    operationName: string | null,
    permissions: ReadonlySet<string>,
  ): Prepared | Refused;
}

interface DocumentsParts {
  /** The schema that serves now. What was prepared under another one is void. */
  readonly schema: () => GraphQLSchema;
  readonly execution: Execution;
  readonly size?: number;
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What was admitted under one schema, the longest unused first. */
interface Shelf {
  readonly kept: Map<string, Known>;
  /** The hash of each text that is kept. */
  readonly hashes: Map<string, string>;
}

const shelves: Record<Execution, WeakMap<GraphQLSchema, Shelf>> = {
  compiled: new WeakMap(),
  interpreted: new WeakMap(),
};

/** Of the schema and not of the server: those of one process prepare a document once. */
function shelfOf(schema: GraphQLSchema, execution: Execution): Shelf {
  const shelf = shelves[execution].get(schema) ?? { kept: new Map(), hashes: new Map() };
  shelves[execution].set(schema, shelf);
  return shelf;
}

export function createDocuments({ schema, execution, size = 1000 }: DocumentsParts): Documents {
  let generation = schema();
  let { kept, hashes } = shelfOf(generation, execution);
  const forget = (hash: string) => {
    const text = kept.get(hash)?.document.loc?.source.body;
    if (text !== undefined) hashes.delete(text);
    kept.delete(hash);
  };
  const find = (hash: string): Known | undefined => {
    if (generation !== schema()) {
      generation = schema();
      ({ kept, hashes } = shelfOf(generation, execution));
    }
    const known = kept.get(hash);
    if (known) {
      // The map keeps the order of insertion: what was used last goes to the end.
      kept.delete(hash);
      kept.set(hash, known);
    }
    return known;
  };
  const keep = (hash: string, document: DocumentNode): Known | Refused => {
    const admitted = admit(generation, document, execution);
    if (isRefused(admitted)) return admitted;
    kept.set(hash, admitted);
    const text = document.loc?.source.body;
    if (text !== undefined) hashes.set(text, hash);
    const oldest = kept.keys().next();
    if (kept.size > size && !oldest.done) forget(oldest.value);
    return admitted;
  };
  const prepare: Documents['prepare'] = ({ hash, document }, operationName, permissions) => {
    const admitted = find(hash) ?? keep(hash, document);
    return isRefused(admitted) ? admitted : admitted.prepare(operationName, permissions);
  };
  return {
    known: (hash) => find(hash)?.document,
    prepare,
    prepareKept(text, operationName, permissions) {
      const hash = hashes.get(text);
      return hash === undefined ? undefined : find(hash)?.prepare(operationName, permissions);
    },
    prepareText(text, operationName, permissions) {
      const hash = hashOf(text);
      const document = find(hash)?.document ?? parsed(text);
      if (document instanceof GraphQLError) return { errors: [document] };
      return prepare({ hash, document }, operationName, permissions);
    },
  };
}

/**
 * A text that nests too deeply for the parser ends in a RangeError, which is the text's fault too.
 */
function parsed(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxTokens: documentLimits.tokens });
  } catch (error) {
    const message =
      error instanceof GraphQLError ? error.message : 'The document cannot be parsed.';
    return requestError('GRAPHQL_PARSE_FAILED', message);
  }
}
