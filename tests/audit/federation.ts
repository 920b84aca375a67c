import { composeServices } from '@theguild/federation-composition';
import { buildSchema, Kind, parse, print, validate, type DocumentNode } from 'graphql';
import { subgraph } from '../../resolvers/federation.js';
import { graph } from '../../resolvers/graph.js';
import { subgraphSdl } from '../../schema/federation.js';

/** A partner's graph: a carrier knows of orders by their ids and numbers, and of nothing else. */
const CARRIER = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])

  type Query { shipment(trackingNumber: String!): CarrierShipment  shipments: [CarrierShipment!]! }

  type CarrierShipment @key(fields: "trackingNumber") {
    trackingNumber: String!
    status: String!
    salesOrder: SalesOrder
    billedTo: Customer
    page: PageInfo
  }

  type PageInfo @shareable {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }

  type Company @key(fields: "id") { id: ID! }

  type SalesOrder @key(fields: "id") @key(fields: "company { id } number") {
    id: ID!
    company: Company @shareable
    number: String! @shareable
    shipments: [CarrierShipment!]!
  }

  type Customer @key(fields: "code") { code: String!  consignments: Int! }
`;

/** What only a supergraph of both can be asked. */
const ACROSS = `{
  shipment(trackingNumber: "1Z") {
    status page { hasNextPage endCursor }
    salesOrder { number status customer { name consignments } shipments { trackingNumber } }
    billedTo { name }
  }
  salesOrders(first: 1) { nodes { shipments { status } lines { nodes { quantity { value } } } } }
}`;

/** Nouns that other graphs must be able to mean by a key. */
const SIX = ['Customer', 'Opportunity', 'SalesOrder', 'BOM', 'WorkOrder', 'LedgerEntry'];

/** Whether the supergraph enters a type of ours by its id. */
function isEntered(supergraph: DocumentNode, name: string): boolean {
  return supergraph.definitions.some(
    (type) =>
      type.kind === Kind.OBJECT_TYPE_DEFINITION &&
      type.name.value === name &&
      type.directives?.some((one) => print(one).startsWith(BY_ID)),
  );
}

const BY_ID = '@join__type(graph: THROUGHLINE, key: "id"';

/** Composes the graph with a partner's, and asks for what is of both. */
export function federationFindings(): { findings: string[]; entities: number } {
  const sdl = subgraphSdl(subgraph(graph()));
  const entities = sdl.split('\n').filter((line) => /^type .*@key/.test(line)).length;
  const composed = composeServices([
    { name: 'throughline', typeDefs: parse(sdl), url: 'http://throughline.test/graphql' },
    { name: 'carrier', typeDefs: parse(CARRIER), url: 'http://carrier.test/graphql' },
  ]);
  if (composed.errors) return { findings: composed.errors.map(({ message }) => message), entities };
  const supergraph = parse(composed.supergraphSdl);
  const answered = buildSchema(composed.publicSdl, { assumeValidSDL: true });
  const unasked = validate(answered, parse(ACROSS)).map(({ message }) => message);
  const unknown = SIX.filter((name) => !isEntered(supergraph, name));
  const promised = ['atomic', 'idempotent'].filter((name) => answered.getDirective(name));
  return {
    findings: [
      ...unasked,
      ...unknown.map((name) => `${name} is not entered by its id.`),
      ...promised.map((name) => `A gateway would take @${name} and not hand it on.`),
    ],
    entities,
  };
}
