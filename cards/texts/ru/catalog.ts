import admin from './admin.json' with { type: 'json' };
import create from './create.json' with { type: 'json' };
import deal from './deal.json' with { type: 'json' };
import draft from './draft.json' with { type: 'json' };
import find from './find.json' with { type: 'json' };
import general from './general.json' with { type: 'json' };
import referral from './referral.json' with { type: 'json' };

export const ru = { ...general, ...referral, ...draft, ...create, ...deal, ...find, ...admin };
