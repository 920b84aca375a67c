import type { Chart } from '../chart.rules.js';
import { chineseChart } from './chinese.js';
import { internationalChart } from './international.js';

/** The charts that a company may begin with; the first is what it gets unless it chooses. */
export const charts: readonly Chart[] = [internationalChart, chineseChart];
