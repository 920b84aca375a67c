import type { Permission } from '../modules/permissions.js';
import { builder } from '../schema/builder.js';
import { CostEstimate } from '../schema/cost-estimate.js';

builder.queryField('costEstimate', (t) =>
  t.field({
    type: CostEstimate,
    description: 'What an operation would cost you now, and what would refuse it. It is not run.',
    // It reads no row, so it costs like a look-up and not like a report.
    extensions: { permission: 'auth.operation.estimate' satisfies Permission, cost: 1 },
    args: {
      document: t.arg.string({ required: true, description: 'The document.' }),
      variables: t.arg.string({ description: 'Its variables, as JSON text.' }),
      operationName: t.arg.string({ description: 'Which of its operations, when it has several.' }),
    },
    resolve: (_root, { document, variables, operationName }, context) =>
      context.estimate({
        document,
        variables: variables ?? null,
        operationName: operationName ?? null,
      }),
  }),
);
