/** When what is made for an order is expected. */
import type { Permission } from '../../modules/permissions.js';
import { computed, type Noun } from '../noun.js';
import { OrderStatusLine } from '../sales/order-status.js';
import { SalesOrderLine } from '../sales/sales-order.js';

const expected = (line: Noun, permission?: Permission) =>
  computed(line, 'expectedOn', {
    description: 'When the last of its work orders that make it is due; null when none does.',
    permission,
    type: 'Date',
    needs: ['id'],
    load: async (rows, _args, reader) => {
      const answer = await reader.query({
        text: `select "salesOrderLineId", max("dueOn")::text from "WorkOrder"
          where "salesOrderLineId" = any($1::uuid[]) and "parentWorkOrderId" is null
            and "status" <> 'CANCELLED'
          group by 1`,
        values: [rows.map((row) => row.id)],
      });
      const dueOn = new Map(answer.rows.map(([id, day]) => [id, day]));
      return rows.map((row) => dueOn.get(row.id) ?? null);
    },
  });

expected(SalesOrderLine, 'manufacturing.workOrder.read');
expected(OrderStatusLine);
