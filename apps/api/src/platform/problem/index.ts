export { ProblemError, isProblem, problem, type ProblemOptions } from './problem-error.ts';
export { renderProblem } from './render-problem.ts';
export { statusOf } from './status.ts';
