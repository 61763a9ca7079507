import { changing } from './ru/changing.ts';
import { looking } from './ru/looking.ts';
import { nothing } from './ru/nothing.ts';
import { settling } from './ru/settling.ts';
import type { Ways } from './ways.ts';

export const ru: Ways = [...looking, ...changing, ...settling];
export const ruNothing = nothing;
