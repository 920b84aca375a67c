/** Every entrance of the graph. */
import './reads.js';
import './platform/reads.js';
