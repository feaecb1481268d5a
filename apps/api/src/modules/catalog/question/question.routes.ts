import { questionEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { answerQuestion, revealQuestion } from './answer-question.ts';
import { askQuestion } from './ask-question.ts';
import { listQuestions } from './list-questions.ts';
import { readAnswer } from './read-answer.ts';

export const questionRoutes = routes(questionEndpoints, {
  askQuestion: ({ body }, call) => askQuestion(call, body),
  readAnswer: ({ params }, call) => readAnswer(call, params.token),
  listQuestions: ({ query }, call) => listQuestions(call, query),
  answerQuestion: ({ params, body }, call) => answerQuestion(call, params.id, body.answer),
  revealQuestion: ({ params, body }, call) => revealQuestion(call, params.id, body.purpose),
});
