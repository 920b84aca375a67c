import { describe, expect, it } from 'vitest';
import {
  TransitionRefused,
  allowedActions,
  lifecycle,
  mermaid,
  next,
  reachable,
  states,
} from '../../../modules/kernel/index.js';
import type { LifecycleAction, LifecycleState } from '../../../modules/kernel/index.js';

const workOrder = lifecycle({
  subject: 'Work order',
  initial: 'PLANNED',
  states: {
    PLANNED: { release: 'RELEASED', cancel: 'CANCELLED' },
    RELEASED: { start: 'IN_PROGRESS', cancel: 'CANCELLED' },
    IN_PROGRESS: { complete: 'COMPLETED', pause: 'PAUSED' },
    PAUSED: { resume: 'IN_PROGRESS' },
    COMPLETED: {},
    CANCELLED: {},
  },
});

describe('a lifecycle', () => {
  it('moves by the actions that its state allows', () => {
    const released: LifecycleState<typeof workOrder> = next(workOrder, 'PLANNED', 'release');
    expect(released).toBe('RELEASED');
    expect(next(workOrder, 'PAUSED', 'resume')).toBe('IN_PROGRESS');
    expect(allowedActions(workOrder, 'IN_PROGRESS')).toEqual(['complete', 'pause']);
    expect(allowedActions(workOrder, 'CANCELLED')).toEqual([]);
  });

  it('refuses every other action and says which are allowed', () => {
    const action: LifecycleAction<typeof workOrder> = 'cancel';
    expect(() => next(workOrder, 'IN_PROGRESS', action)).toThrow(TransitionRefused);
    expect(() => next(workOrder, 'IN_PROGRESS', action)).toThrow(
      expect.objectContaining({
        code: 'TRANSITION_REFUSED',
        message: 'Work order is IN_PROGRESS: cancel is not possible.',
        from: 'IN_PROGRESS',
        action: 'cancel',
        allowed: ['complete', 'pause'],
      }),
    );
  });

  it('lets only its own states and actions through the compiler', () => {
    // @ts-expect-error -- an action that no state has
    expect(() => next(workOrder, 'PLANNED', 'explode')).toThrow(TransitionRefused);
    const typo = () =>
      lifecycle({
        subject: 'Typo',
        initial: 'OPEN',
        // @ts-expect-error -- a target that is no state
        states: { OPEN: { close: 'CLOSD' }, CLOSED: {} },
      });
    expect(states(typo())).toEqual(['OPEN', 'CLOSED']);
  });

  it('takes nothing from the prototype for a state or an action', () => {
    const hostile = 'constructor' as 'cancel';
    expect(() => next(workOrder, 'PLANNED', hostile)).toThrow(TransitionRefused);
    expect(() => next(workOrder, 'constructor', 'cancel')).toThrow('unknown state constructor');
  });

  it('calls a row in an unknown state a bug, not a refusal', () => {
    expect(() => next(workOrder, 'LOST', 'cancel')).not.toThrow(TransitionRefused);
    expect(() => allowedActions(workOrder, 'LOST')).toThrow(
      'Work order is in the unknown state LOST.',
    );
  });

  it('shows which states can be reached', () => {
    expect([...reachable(workOrder)].sort()).toEqual(states(workOrder).sort());
    const island = lifecycle({
      subject: 'Island',
      initial: 'A',
      states: { A: { go: 'B' }, B: { back: 'A' }, C: { go: 'A' } },
    });
    expect([...reachable(island)]).toEqual(['A', 'B']);
  });

  it('draws itself', () => {
    const door = lifecycle({
      subject: 'Door',
      initial: 'OPEN',
      states: { OPEN: { close: 'CLOSED' }, CLOSED: {} },
    });
    expect(mermaid(door)).toBe(
      ['stateDiagram-v2', '  [*] --> OPEN', '  OPEN --> CLOSED : close', '  CLOSED --> [*]'].join(
        '\n',
      ),
    );
  });
});
