import { builder } from './builder.js';
import type { CostEstimate as Estimate } from './context.js';

const CostPart = builder.objectRef<Estimate['parts'][number]>('CostPart').implement({
  description: 'What a field of an operation costs with all below it.',
  extensions: { cost: 0 },
  fields: (t) => ({
    path: t.exposeString('path', {
      nullable: false,
      description: 'The field, by the keys of the answer from the root, with dots.',
    }),
    cost: t.exposeInt('cost', { nullable: false, description: 'Its cost.' }),
  }),
});

const CostRefusal = builder.objectRef<Estimate['refusals'][number]>('CostRefusal').implement({
  description: 'Why an operation would be refused.',
  extensions: { cost: 0 },
  fields: (t) => ({
    code: t.exposeString('code', { nullable: false, description: 'The code of the error.' }),
    message: t.exposeString('message', { nullable: false, description: 'What it says.' }),
  }),
});

const CostBucket = builder.objectRef<Estimate['bucket']>('CostBucket').implement({
  description: 'How much may be asked for at once, and how fast that comes back.',
  extensions: { cost: 0 },
  fields: (t) => ({
    left: t.exposeInt('left', { nullable: false, description: 'What may be asked for now.' }),
    restoreRate: t.exposeInt('restoreRate', {
      nullable: false,
      description: 'What comes back each second.',
    }),
    capacity: t.exposeInt('capacity', {
      nullable: false,
      description: 'What may be asked for at once after a rest.',
    }),
  }),
});

export const CostEstimate = builder.objectRef<Estimate>('CostEstimate').implement({
  description: 'What an operation would cost, before it is run.',
  fields: (t) => ({
    cost: t.exposeFloat('cost', {
      description: 'The cost; null when something else refuses the operation before.',
    }),
    max: t.exposeInt('max', { nullable: false, description: 'What one operation may cost.' }),
    parts: t.field({
      type: [CostPart],
      nullable: { list: false, items: false },
      description: 'Its dearest fields, the dearest first: at most ten.',
      resolve: ({ parts }) => [...parts],
    }),
    refusals: t.field({
      type: [CostRefusal],
      nullable: { list: false, items: false },
      description: 'What would refuse it; empty when it would be run.',
      resolve: ({ refusals }) => [...refusals],
    }),
    bucket: t.field({
      type: CostBucket,
      nullable: false,
      description: 'What you may ask for now.',
      resolve: ({ bucket }) => bucket,
    }),
  }),
});
