import type { Endpoint, Input } from '@yitang/contract';
import type { ByteText, MakeBody } from '../public-cache/index.ts';
import { parseInput } from './parse-input.ts';

/**
 * An endpoint's answer for the public cache to make by itself. What is asked is read as the contract says; where it is
 * wrong nothing is made, and the request goes to the route, which explains. `write` answers the JSON of the route, made
 * of parts that were held against the contract when they were written.
 * Only for endpoints without parameters whose answer is the same for everyone.
 */
export function readyAnswer<E extends Endpoint>(endpoint: E, write: (query: Input<E>['query']) => ByteText): MakeBody {
  return (search) => {
    try {
      const sent = { params: {}, query: new URLSearchParams(search), body: undefined };
      return write((parseInput(endpoint, sent, 'zh-CN') as Input<E>).query);
    } catch {
      return undefined;
    }
  };
}
