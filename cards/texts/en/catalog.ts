import admin from './admin.json' with { type: 'json' };
import answer from './answer.json' with { type: 'json' };
import connection from './connection.json' with { type: 'json' };
import create from './create.json' with { type: 'json' };
import deal from './deal.json' with { type: 'json' };
import digest from './digest.json' with { type: 'json' };
import draft from './draft.json' with { type: 'json' };
import explain from './explain.json' with { type: 'json' };
import figures from './figures.json' with { type: 'json' };
import find from './find.json' with { type: 'json' };
import general from './general.json' with { type: 'json' };
import glance from './glance.json' with { type: 'json' };
import invite from './invite.json' with { type: 'json' };
import news from './news.json' with { type: 'json' };
import progress from './progress.json' with { type: 'json' };
import referral from './referral.json' with { type: 'json' };
import registration from './registration.json' with { type: 'json' };
import sync from './sync.json' with { type: 'json' };
import timeline from './timeline.json' with { type: 'json' };

export const en = {
  ...general,
  ...answer,
  ...referral,
  ...draft,
  ...create,
  ...deal,
  ...explain,
  ...find,
  ...figures,
  ...admin,
  ...connection,
  ...glance,
  ...invite,
  ...progress,
  ...registration,
  ...sync,
  ...timeline,
  ...news,
  ...digest,
};
