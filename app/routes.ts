import { index, type RouteConfig, route } from '@remix-run/route-config'

/** Every URL. Paths say nothing to someone who reads a browser's history. */
export default [
  index('routes/start.tsx'),
  route('language', 'routes/language.tsx'),

  // The way in, and out.
  route('number', 'routes/number.tsx'),
  route('sent', 'routes/sent.tsx'),
  route('code', 'routes/code.tsx'),
  route('card', 'routes/card.tsx'),
  route('l/:token', 'routes/link.tsx'),
  route('l/:token/again', 'routes/link.again.ts'),
  route('word', 'routes/word.tsx'),
  route('word/closed', 'routes/word.closed.tsx'),
  route('welcome', 'routes/welcome.tsx'),
  route('welcome/no', 'routes/welcome.no.tsx'),
  route('welcome/bye', 'routes/welcome.bye.tsx'),
  route('locked', 'routes/locked.tsx'),
  route('exit', 'routes/exit.ts'),

  // Open to anyone.
  route('help', 'routes/help.tsx'),
  route('phone', 'routes/phone.tsx'),
  route('privacy', 'routes/privacy.tsx'),
  route('accessibility', 'routes/accessibility.tsx'),

  // One person's own pages.
  route('home', 'routes/home.tsx'),
  route('me', 'routes/me.tsx'),
  route('me/kept', 'routes/me.kept.tsx'),
  route('me/kept/mine', 'routes/me.kept.mine.ts'),
  route('me/ring', 'routes/me.ring.tsx'),
  route('me/leave', 'routes/me.leave.tsx'),
  route('me/sign-out', 'routes/me.sign-out.ts'),
  route('left', 'routes/left.tsx'),
  route('p/:plan', 'routes/plan.tsx'),
  route('p/:plan/now', 'routes/plan.now.tsx'),
  route('p/:plan/paper', 'routes/plan.paper.tsx'),
  route('p/:plan/people', 'routes/plan.people.tsx'),
  route('p/:plan/story', 'routes/plan.story.tsx'),
  route('p/:plan/log', 'routes/plan.log.tsx'),
  route('p/:plan/log/new', 'routes/plan.log.new.tsx'),
  route('p/:plan/log/ring', 'routes/plan.log.ring.tsx'),
  route('p/:plan/log/:entry/saved', 'routes/plan.log.saved.tsx'),
  route('p/:plan/mine', 'routes/plan.mine.tsx'),
  route('p/:plan/mine/:item', 'routes/plan.mine.item.tsx'),
  route('p/:plan/mine/:item/saved', 'routes/plan.mine.saved.tsx'),
  route('p/:plan/scale', 'routes/plan.scale.tsx'),
  route('p/:plan/scale/:worry', 'routes/plan.scale.worry.tsx'),
  route('p/:plan/scale/:worry/saved', 'routes/plan.scale.saved.tsx'),
  route('p/:plan/not-mine/:what', 'routes/plan.not-mine.tsx'),
  route('p/:plan/dates/:item.ics', 'routes/plan.date.ts'),

  // The desk: staff.
  route('desk/sign-in', 'routes/desk/sign-in.tsx'),
  route('desk/sign-out', 'routes/desk/sign-out.ts'),
  route('desk', 'routes/desk/frame.tsx', [
    index('routes/desk/today.tsx'),
    route('log/:entry/seen', 'routes/desk/entry.seen.tsx'),
    route('log/:entry/reply', 'routes/desk/entry.reply.tsx'),
    route('texts', 'routes/desk/texts.tsx'),
    route('texts/:text/cancel', 'routes/desk/text.cancel.tsx'),
    route('texts/:text/seen', 'routes/desk/text.seen.tsx'),
    route('texts/in/:reply/seen', 'routes/desk/text-reply.seen.tsx'),
    route('settings', 'routes/desk/settings.tsx'),
    route('families', 'routes/desk/families.tsx'),
    route('families/new', 'routes/desk/families.new.tsx'),
    route('families/:family/plan', 'routes/desk/family.plan.tsx'),
    route('families/:family/people', 'routes/desk/family.people.tsx'),
    route('families/:family/answers', 'routes/desk/family.answers.tsx'),
    route('families/:family/log', 'routes/desk/family.log.tsx'),
    route('families/:family/texts', 'routes/desk/family.texts.tsx'),
    route('families/:family/shut', 'routes/desk/family.shut.tsx'),
    route('families/:family/as/:person', 'routes/desk/family.as.tsx'),
    route('families/:family/people/:person/invite', 'routes/desk/person.invite.tsx'),
    route('families/:family/people/:person/resend', 'routes/desk/person.resend.tsx'),
    route('families/:family/people/:person/revoke', 'routes/desk/person.revoke.tsx'),
    route('families/:family/people/:person/reach', 'routes/desk/person.reach.tsx'),
    route('families/:family/people/:person/card', 'routes/desk/person.card.tsx'),
    route('families/:family/people/:person/test', 'routes/desk/person.test.tsx'),
    route('families/:family/people/:person/checked', 'routes/desk/person.checked.tsx'),
    route('families/:family/people/:person/guesses', 'routes/desk/person.guesses.tsx'),
  ]),

  // The provider of texts calls these.
  route('texts/status', 'routes/texts.status.ts'),
  route('texts/incoming', 'routes/texts.incoming.ts'),

  // In the demo alone.
  route('demo/phone', 'routes/demo.phone.tsx'),
  route('demo/phone.json', 'routes/demo.phone-json.ts'),

  route('healthz', 'routes/healthz.ts'),
  route('readyz', 'routes/readyz.ts'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
