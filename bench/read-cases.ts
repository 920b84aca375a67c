/** What the read benchmark asks for: of the graph, of PostGraphile, and of one statement by hand. */
export interface ReadCase {
  readonly name: string;
  readonly graph: string;
  /** The same question in the words of PostGraphile's schema. */
  readonly postgraphile: string;
  /** One statement that answers the whole body, with the variables in the order of `variables`. */
  readonly sql: string;
  /** The variables of one request; requests differ, so that no answer is asked for twice in a row. */
  variables(turn: number): Record<string, string | number>;
}

/** How many customers `sellingRows` are to make for it. */
export const CUSTOMERS = 1_000;

const customerOf = (turn: number, room: number): string =>
  `CUST-${String(1 + ((turn * 379) % (CUSTOMERS - room))).padStart(6, '0')}`;

const money = (column: string): string =>
  `json_build_object('amount', trim_scale(${column})::text, 'currency', "currency")`;

const nested = {
  graph: `query Orders($from: String!, $first: Int!) {
    customers(first: $first, where: { code: { gte: $from } }, orderBy: [{ code: {} }]) {
      nodes { id code name
        salesOrders(first: 20) { nodes {
          id number status documentOn grossAmount { amount currency }
          lines(first: 3) { nodes {
            position description quantity { value unit } netAmount { amount currency }
            workOrders(first: 3) { nodes { number status } } } } } } } } }`,
  postgraphile: `query Orders($from: String!, $first: Int!) {
    customers: allCustomers(first: $first, filter: { code: { greaterThanOrEqualTo: $from } },
        orderBy: [CODE_ASC]) {
      nodes { id: rowId code name
        salesOrders: salesOrdersByCustomerId(first: 20) { nodes {
          id: rowId number status documentOn grossAmount currency
          lines: salesOrderLinesBySalesOrderId(first: 3) { nodes {
            position description quantity unit netAmount currency
            workOrders: workOrdersBySalesOrderLineId(first: 3) { nodes { number status } } } } } } } } }`,
  sql: `select json_build_object('data', json_build_object('customers', json_build_object(
      'nodes', coalesce(json_agg(json_build_object('id', 'Customer:' || c."id", 'code', c."code",
        'name', c."name", 'salesOrders', json_build_object('nodes', c.orders)) order by c."code"),
        '[]'::json))))::text
    from (
      select c.*, (
        select coalesce(json_agg(json_build_object('id', 'SalesOrder:' || "id",
            'number', "number", 'status', "status", 'documentOn', "documentOn",
            'grossAmount', ${money('"grossAmount"')},
            'lines', json_build_object('nodes', lines)) order by "id"), '[]'::json)
        from (
          select o.*, (
            select coalesce(json_agg(json_build_object('position', "position",
                'description', "description",
                'quantity', json_build_object('value', trim_scale("quantity")::text, 'unit', "unit"),
                'netAmount', ${money('"netAmount"')},
                'workOrders', json_build_object('nodes', works)) order by "id"), '[]'::json)
            from (
              select l.*, (
                select coalesce(json_agg(json_build_object('number', "number", 'status', "status")
                  order by "id"), '[]'::json)
                from (select * from "WorkOrder" w where w."salesOrderLineId" = l."id"
                  order by w."id" limit 3) w
              ) as works
              from (select * from "SalesOrderLine" l where l."salesOrderId" = o."id"
                order by l."id" limit 3) l
            ) l
          ) as lines
          from (select * from "SalesOrder" o where o."customerId" = c."id"
            order by o."id" limit 20) o
        ) o
      ) as orders
      from (select * from "Customer" c where c."code" >= $1 order by c."code", c."id" limit $2) c
    ) c`,
};

const page: ReadCase = {
  name: 'page',
  graph: `query Page($from: String!, $day: Date!) {
    salesOrders(first: 50, orderBy: [{ number: { direction: DESC } }],
        where: { documentOn: { eq: $day }, status: { ne: CANCELLED }, customer: { code: { gte: $from } } }) {
      pageInfo { hasNextPage }
      nodes { id number status documentOn grossAmount { amount currency } customer { code name } } } }`,
  postgraphile: `query Page($from: String!, $day: Date!) {
    salesOrders: allSalesOrders(first: 50, orderBy: [NUMBER_DESC],
        filter: { documentOn: { equalTo: $day }, status: { notEqualTo: "CANCELLED" },
          customerByCustomerId: { code: { greaterThanOrEqualTo: $from } } }) {
      pageInfo { hasNextPage }
      nodes { id: rowId number status documentOn grossAmount currency
        customer: customerByCustomerId { code name } } } }`,
  sql: `select json_build_object('data', json_build_object('salesOrders', json_build_object(
      'pageInfo', json_build_object('hasNextPage', count(*) > 50),
      'nodes', coalesce(json_agg(json_build_object('id', 'SalesOrder:' || "id", 'number', "number",
          'status', "status", 'documentOn', "documentOn", 'grossAmount', ${money('"grossAmount"')},
          'customer', json_build_object('code', "code", 'name', "name")) order by "number" desc)
        filter (where at <= 50), '[]'::json))))::text
    from (
      select o.*, c."code", c."name", row_number() over (order by o."number" desc) as at
      from "SalesOrder" o join "Customer" c on c."id" = o."customerId"
      where o."documentOn" = $2::date and o."status" <> 'CANCELLED' and c."code" >= $1
      order by o."number" desc, o."id" desc limit 51
    ) o`,
  variables: (turn) => ({
    from: customerOf(turn, 200),
    day: `2026-01-${String(2 + (turn % 20)).padStart(2, '0')}`,
  }),
};

const aggregate: ReadCase = {
  name: 'aggregate',
  graph: `query Sums($code: String!) {
    groups: salesOrdersAggregate(first: 50, groupBy: [{ documentOn: DAY }, { status: VALUE }],
        where: { customer: { code: { eq: $code } } }) {
      by { documentOn { startsOn } status }
      grossAmount { sum { amount } max { amount } avg { amount } } } }`,
  postgraphile: `query Sums($code: String!) {
    groups: allSalesOrders(filter: { customerByCustomerId: { code: { equalTo: $code } } }) {
      groupedAggregates(groupBy: [DOCUMENT_ON, STATUS]) {
        keys sum { grossAmount } max { grossAmount } average { grossAmount } } } }`,
  sql: `select json_build_object('data', json_build_object('groups', coalesce(json_agg(json_build_object(
      'by', json_build_object('documentOn', json_build_object('startsOn', "documentOn"), 'status', "status"),
      'grossAmount', json_build_object('sum', json_build_object('amount', trim_scale(sum)::text),
        'max', json_build_object('amount', trim_scale(max)::text),
        'avg', json_build_object('amount', trim_scale(avg)::text))) order by "documentOn", "status"),
      '[]'::json)))::text
    from (
      select "documentOn", "status", sum("grossAmount"), max("grossAmount"), avg("grossAmount")
      from "SalesOrder" o
      where exists (select from "Customer" c where c."id" = o."customerId" and c."code" = $1)
      group by "documentOn", "status" order by "documentOn", "status" limit 50
    ) o`,
  variables: (turn) => ({ code: customerOf(turn, 0) }),
};

const nestedCase = (name: string, first: number): ReadCase => ({
  ...{ ...nested, name },
  variables: (turn) => ({ from: customerOf(turn, first), first }),
});

export const readCases: readonly ReadCase[] = [
  nestedCase('small', 1),
  nestedCase('large', 20),
  page,
  aggregate,
];

/** Requests of a case to a server of GraphQL, in the words of its schema. */
export const bodiesOf = (one: ReadCase, words: 'graph' | 'postgraphile' = 'graph'): string[] =>
  Array.from({ length: 40 }, (_, turn) =>
    JSON.stringify({ query: one[words], variables: one.variables(turn) }),
  );

/** Requests of a case to the bare server, which knows the statements by name. */
export const namesOf = (one: ReadCase): string[] =>
  Array.from({ length: 40 }, (_, turn) =>
    JSON.stringify({ case: one.name, values: Object.values(one.variables(turn)) }),
  );
